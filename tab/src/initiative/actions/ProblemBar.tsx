import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Problem } from '../../api/problems.ts';
import { problemText } from '../../elements/refusalText.ts';
import { useTexts } from '../../texts/useTexts.ts';

type ProblemBarProps = {
  readonly problem: Problem | undefined;
  /** How many fields are marked; then the words stand beside them and here is only a pointer. */
  readonly fields: number;
};

/** Why it did not go through, and what to do; read out at once. */
export function ProblemBar({ problem, fields }: ProblemBarProps) {
  const { t } = useTexts();
  const stale = problem?.code === 'stale';
  if (!problem && fields === 0) return <div role="alert" />;
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
