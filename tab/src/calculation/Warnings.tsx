import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { BenefitWarning } from '../../../domain/benefits/calculate.ts';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalS } });

/** What to look at before deciding; nothing here stops a proposal. */
export function Warnings({ warnings }: { warnings: readonly BenefitWarning[] }) {
  const styles = useStyles();
  const { t } = useTexts();
  if (warnings.length === 0) return null;
  return (
    <div className={styles.list}>
      {warnings.map((warning) => (
        <MessageBar key={warning} intent="warning" layout="multiline">
          <MessageBarBody>{t(`codes:warning.${warning}`)}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
