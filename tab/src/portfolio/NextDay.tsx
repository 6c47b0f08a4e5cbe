import { daysBetween } from '../../../domain/calendar/plainDate.ts';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { formatShortDay } from '../elements/format.ts';
import type { Translate } from '../texts/useTexts.ts';
import { nextDay } from './portfolio.ts';
import type { RowLook } from './rowLook.ts';

type NextDayProps = {
  readonly row: PortfolioRow;
  /** Local day. */
  readonly today: string;
  readonly look: RowLook;
  readonly t: Translate;
};

/** The next date, and in words how late it is. */
export function NextDay({ row, today, look, t }: NextDayProps) {
  const day = nextDay(row);
  if (!day) return null;
  const late = Math.max(row.overdueDays, day < today ? daysBetween(day, today) : 0);
  return (
    <>
      <span className={look.day}>{formatShortDay(day)}</span>
      {late > 0 && <span className={look.late}>{t('portfolio:overdue', { count: late })}</span>}
    </>
  );
}
