import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type Ref } from 'react';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import { formatMoney, formatYears } from '../elements/format.ts';
import { StateMark } from '../elements/StateMark.tsx';
import { StatusMark } from '../elements/StatusMark.tsx';
import { softly } from '../elements/softly.ts';
import type { Language } from '../texts/index.ts';
import { useTexts } from '../texts/useTexts.ts';
import { NextDay } from './NextDay.tsx';
import { RowTitle } from './RowTitle.tsx';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    hyphens: 'auto',
  },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  under: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export type RowProps = {
  readonly row: PortfolioRow;
  readonly unit: string;
  readonly department: string;
  /** Local day. */
  readonly today: string;
  readonly language: Language;
  readonly index: number;
  readonly ref: Ref<HTMLElement>;
};

/** One case; the whole row is its link. Drawn again only when the case or the language changes. */
export const TableRow = memo(function TableRow({
  row,
  unit,
  department,
  today,
  language,
  index,
  ref,
}: RowProps) {
  const styles = useStyles();
  const { t } = useTexts();
  return (
    <tr
      ref={ref as Ref<HTMLTableRowElement>}
      data-index={index}
      aria-rowindex={index + 2}
      className={styles.row}
    >
      <td className={styles.cell}>
        <RowTitle row={row} />
      </td>
      <td className={styles.cell}>
        {softly(department)}
        {unit !== department && <span className={styles.under}>{unit}</span>}
      </td>
      <td className={styles.cell}>
        <StateMark state={row.state} />
        <span className={styles.under}>{softly(t(`codes:track.${row.track}`))}</span>
      </td>
      <td className={styles.cell}>{row.status && <StatusMark status={row.status} />}</td>
      <td className={styles.cell}>
        <NextDay row={row} today={today} />
      </td>
      <td className={mergeClasses(styles.cell, styles.right)}>
        {row.valuePerYear !== null && formatMoney(row.valuePerYear, language)}
        {row.valuePerYear !== null && (
          <span className={styles.under}>
            {row.paybackYears === null
              ? t('portfolio:notPaidBack')
              : t('initiative:years', { value: formatYears(row.paybackYears, language) })}
          </span>
        )}
      </td>
    </tr>
  );
});
