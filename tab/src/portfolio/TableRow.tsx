import { memo } from 'react';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { formatMoney, formatYears } from '../elements/format.ts';
import { softly } from '../elements/softly.ts';
import { useTexts } from '../texts/useTexts.ts';
import { NextDay } from './NextDay.tsx';
import { RowTitle } from './RowTitle.tsx';
import type { RowLook } from './rowLook.ts';

export type RowProps = {
  readonly row: PortfolioRow;
  readonly href: string;
  readonly unit: string;
  readonly department: string;
  /** Local day. */
  readonly today: string;
  readonly index: number;
  readonly look: RowLook;
};

/** One case; the whole row is its link. Drawn again only when the case or the language changes. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { row, href, unit, department, today, index, look } = props;
  const { t, language } = useTexts();
  return (
    <tr data-index={index} aria-rowindex={index + 2} className={look.row}>
      <td className={look.cell}>
        <RowTitle row={row} href={href} look={look} t={t} />
      </td>
      <td className={look.cell}>
        {softly(department)}
        {unit !== department && <span className={look.under}>{unit}</span>}
      </td>
      <td className={look.cell}>
        <span className={look.state(row.state)}>{t(`states:${row.state}.name`)}</span>
        {row.track && <span className={look.under}>{softly(t(`codes:track.${row.track}`))}</span>}
      </td>
      <td className={look.cell}>
        {row.status && <span className={look.status[row.status]}>{t(`codes:status.${row.status}`)}</span>}
      </td>
      <td className={look.cell}>
        <NextDay row={row} today={today} look={look} t={t} />
      </td>
      <td className={look.right}>
        {row.valuePerYear !== null && formatMoney(row.valuePerYear, language)}
        {row.valuePerYear !== null && (
          <span className={look.under}>
            {row.paybackYears === null
              ? t('portfolio:notPaidBack')
              : t('initiative:years', { value: formatYears(row.paybackYears, language) })}
          </span>
        )}
      </td>
    </tr>
  );
});
