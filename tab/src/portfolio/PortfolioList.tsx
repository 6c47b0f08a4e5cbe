import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, useRef } from 'react';
import { formatMoney } from '../elements/format.ts';
import { useTexts } from '../texts/useTexts.ts';
import { NextDay } from './NextDay.tsx';
import { RowTitle } from './RowTitle.tsx';
import { useRowLook } from './rowLook.ts';
import type { RowProps } from './TableRow.tsx';
import { useRowLinks } from './useRowLinks.ts';
import { type Rows, useVirtualRows } from './useRows.ts';

const CARD_HEIGHT = 150;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, overflowAnchor: 'none' },
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
  const { t } = useTexts();
  const look = useRowLook();
  const { hrefOf, onClick } = useRowLinks();
  const list = useRef<HTMLUListElement>(null);
  const { items, before, after } = useVirtualRows(rows, list, CARD_HEIGHT);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links themselves answer to the keyboard
    <ul
      ref={list}
      onClick={onClick}
      className={styles.list}
      aria-label={t('portfolio:caption')}
      style={{ paddingTop: before, paddingBottom: after }}
    >
      {items.map(({ index, key }) => {
        const row = rows.portfolio.row(rows.found[index] ?? 0);
        return (
          <Card
            key={key}
            index={index}
            row={row}
            href={hrefOf(row.number)}
            unit={rows.nameOf(row.unit)}
            department={rows.nameOf(row.department)}
            today={rows.today}
            look={look}
          />
        );
      })}
    </ul>
  );
}

const Card = memo(function Card(props: RowProps) {
  const { row, href, unit, department, today, index, look } = props;
  const styles = useStyles();
  const { t, language } = useTexts();
  return (
    <li data-index={index} className={styles.item}>
      <div className={styles.card}>
        <div>
          <RowTitle row={row} href={href} look={look} t={t} />
        </div>
        <div className={styles.marks}>
          <span className={look.state(row.state)}>{t(`states:${row.state}.name`)}</span>
          {row.status && <span className={look.status[row.status]}>{t(`codes:status.${row.status}`)}</span>}
        </div>
        <div className={look.under}>{unit === department ? department : `${department}, ${unit}`}</div>
        <div className={styles.figures}>
          <span>
            <NextDay row={row} today={today} look={look} t={t} />
          </span>
          {row.valuePerYear !== null && <span>{formatMoney(row.valuePerYear, language)}</span>}
        </div>
      </div>
    </li>
  );
});
