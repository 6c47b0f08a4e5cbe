import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import type { PortfolioQuery } from './query.ts';
import { ROW_HEIGHT, useRowLook } from './rowLook.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowLinks } from './useRowLinks.ts';
import { type Rows, useVirtualRows } from './useRows.ts';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    overflowAnchor: 'none',
  },
  spacer: { padding: 0, border: 0 },
});

type PortfolioTableProps = Rows & {
  readonly query: PortfolioQuery;
  readonly onSort: (order: Partial<PortfolioQuery>) => void;
};

export function PortfolioTable({ query, onSort, ...rows }: PortfolioTableProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const look = useRowLook();
  const { hrefOf, onClick } = useRowLinks();
  const body = useRef<HTMLTableSectionElement>(null);
  const { items, before, after } = useVirtualRows(rows, body, ROW_HEIGHT);
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-rowcount={rows.found.length + 1}>
        <caption className={global.onlyForReaders}>{t('portfolio:caption')}</caption>
        <TableHead query={query} onSort={onSort} />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links themselves answer to the keyboard */}
        <tbody ref={body} onClick={onClick}>
          <Spacer height={before} className={styles.spacer} />
          {items.map(({ index, key }) => {
            const row = rows.portfolio.row(rows.found[index] ?? 0);
            return (
              <TableRow
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
          <Spacer height={after} className={styles.spacer} />
        </tbody>
      </table>
    </div>
  );
}

/** Holds the place of the rows that are not in the page. */
const Spacer = ({ height, className }: { height: number; className: string }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={6} className={className} style={{ height }} />
    </tr>
  ) : null;
