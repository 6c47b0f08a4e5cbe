import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DiamondFilled, WarningFilled } from '@fluentui/react-icons';
import type { Status } from '../../../domain/initiatives/followUps.ts';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, fontSize: '16px' },
  green: { color: tokens.colorStatusSuccessForeground1 },
  yellow: { color: tokens.colorStatusWarningForeground3 },
  red: { color: tokens.colorStatusDangerForeground3 },
});

/** Each status has a shape of its own, so that nobody has to tell red from green. */
const ICONS = { green: CheckmarkCircleFilled, yellow: WarningFilled, red: DiamondFilled } as const;

export function StatusMark({ status }: { status: Status }) {
  const styles = useStyles();
  const { t } = useTexts();
  const Icon = ICONS[status];
  return (
    <span className={styles.mark}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[status])} />
      {t(`codes:status.${status}`)}
    </span>
  );
}
