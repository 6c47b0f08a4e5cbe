import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular } from '@fluentui/react-icons';
import { daysBetween } from '../../../domain/calendar/plainDate.ts';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { formatShortDay } from '../elements/format.ts';
import { useTexts } from '../texts/useTexts.ts';
import { nextDay } from './portfolio.ts';

const useStyles = makeStyles({
  late: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusDangerForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  day: { display: 'block', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** The next date, and in words how late it is. */
export function NextDay({ row, today }: { row: PortfolioRow; today: string }) {
  const styles = useStyles();
  const { t } = useTexts();
  const day = nextDay(row);
  if (!day) return null;
  const late = Math.max(row.overdueDays, daysBetween(day, today));
  return (
    <>
      <span className={styles.day}>{formatShortDay(day)}</span>
      {late > 0 && (
        <span className={styles.late}>
          <ClockAlarmRegular aria-hidden className={styles.icon} /> {t('portfolio:overdue', { count: late })}
        </span>
      )}
    </>
  );
}
