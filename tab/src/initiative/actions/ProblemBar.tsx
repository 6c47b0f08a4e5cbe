import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { StateCode } from '../../../../domain/initiatives/states.ts';
import type { Problem } from '../../api/problems.ts';
import { problemText } from '../../elements/refusalText.ts';
import { useTexts } from '../../texts/useTexts.ts';

type ProblemBarProps = {
  readonly problem: Problem | undefined;
  /** How many fields are marked; then the words stand beside them and here is only a pointer. */
  readonly fields: number;
  /** The state the case is in now, when it no longer allows what the form is for. */
  readonly impossibleIn?: StateCode;
};

/** Why it did not go through, and what to do; read out at once. */
export function ProblemBar({ problem, fields, impossibleIn }: ProblemBarProps) {
  const { t } = useTexts();
  const stale = problem?.code === 'stale';
  if (impossibleIn)
    return (
      <div role="alert">
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('initiative:staleTitle')}</MessageBarTitle>
            {t('initiative:staleState', { state: t(`states:${impossibleIn}.name`) })}{' '}
            {t('initiative:noLonger')}
          </MessageBarBody>
        </MessageBar>
      </div>
    );
  if (!problem && fields === 0) return <div role="alert" />;
  // One's own draft, saved from another device meanwhile: there is nobody else's doing to read first.
  if (stale && problem.initiative?.state === 'DRAFT')
    return (
      <div role="alert">
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('propose:staleTitle')}</MessageBarTitle>
            {t('propose:stale')}
          </MessageBarBody>
        </MessageBar>
      </div>
    );
  return (
    <div role="alert">
      <MessageBar intent={stale ? 'warning' : 'error'} layout="multiline">
        <MessageBarBody>
          {stale && <MessageBarTitle>{t('initiative:staleTitle')}</MessageBarTitle>}
          {fields > 0 ? t('initiative:fixFields', { count: fields }) : problem && problemText(t, problem)}
          {stale && problem.initiative && (
            <> {t('initiative:staleState', { state: t(`states:${problem.initiative.state}.name`) })}</>
          )}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
