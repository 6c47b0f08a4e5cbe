import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type Ref, useRef } from 'react';
import { formatMoney } from '../elements/format.ts';
import { StateMark } from '../elements/StateMark.tsx';
import { StatusMark } from '../elements/StatusMark.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { NextDay } from './NextDay.tsx';
import { RowTitle } from './RowTitle.tsx';
import type { RowProps } from './TableRow.tsx';
import { type Rows, useVirtualRows } from './useRows.ts';

const CARD_HEIGHT = 150;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { paddingBottom: tokens.spacingVerticalM },
  card: {
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
  },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  under: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The table for a narrow screen: the same cases as cards, no scrolling sideways. */
export function PortfolioList(rows: Rows) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const { items, before, after, measure } = useVirtualRows(rows, list, CARD_HEIGHT);
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={t('portfolio:caption')}
      style={{ paddingTop: before, paddingBottom: after }}
    >
      {items.map(({ index, key }) => {
        const row = rows.portfolio.row(rows.found[index] ?? 0);
        return (
          <Card
            key={key}
            ref={measure}
            index={index}
            row={row}
            unit={rows.nameOf(row.unit)}
            department={rows.nameOf(row.department)}
            today={rows.today}
            language={language}
          />
        );
      })}
    </ul>
  );
}

const Card = memo(function Card({ row, unit, department, today, language, index, ref }: RowProps) {
  const styles = useStyles();
  return (
    <li ref={ref as Ref<HTMLLIElement>} data-index={index} className={styles.item}>
      <div className={styles.card}>
        <div>
          <RowTitle row={row} />
        </div>
        <div className={styles.marks}>
          <StateMark state={row.state} />
          {row.status && <StatusMark status={row.status} />}
        </div>
        <div className={styles.under}>{unit === department ? department : `${department}, ${unit}`}</div>
        <div className={styles.figures}>
          <span>
            <NextDay row={row} today={today} />
          </span>
          {row.valuePerYear !== null && <span>{formatMoney(row.valuePerYear, language)}</span>}
        </div>
      </div>
    </li>
  );
});
