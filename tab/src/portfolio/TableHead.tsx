import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useTexts } from '../texts/useTexts.ts';
import { type PortfolioQuery, type Sort, sortedBy } from './query.ts';

/** Columns and their share of the width; all of them can be sorted by. */
export const COLUMNS = [
  { sort: 'title', width: '27%' },
  { sort: 'department', width: '22%' },
  { sort: 'state', width: '14%' },
  { sort: 'status', width: '13%' },
  { sort: 'deadline', width: '13%' },
  { sort: 'valuePerYear', width: '11%', right: true },
] as const satisfies readonly { sort: Sort; width: string; right?: boolean }[];

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    ':first-child': { borderTopLeftRadius: tokens.borderRadiusXLarge },
    ':last-child': { borderTopRightRadius: tokens.borderRadiusXLarge },
  },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outlineOffset: '-3px' },
  },
  right: { justifyContent: 'flex-end', textAlign: 'right' },
});

export function TableHead({
  query,
  onSort,
}: {
  query: PortfolioQuery;
  onSort: (order: Partial<PortfolioQuery>) => void;
}) {
  const styles = useStyles();
  const { t } = useTexts();
  const direction = query.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => {
          const here = query.sort === column.sort;
          const Arrow = query.descending ? ArrowDownRegular : ArrowUpRegular;
          return (
            <th
              key={column.sort}
              scope="col"
              className={styles.head}
              style={{ width: column.width }}
              aria-sort={here ? direction : undefined}
            >
              <button
                type="button"
                className={mergeClasses(styles.button, 'right' in column && styles.right)}
                onClick={() => onSort(sortedBy(query, column.sort))}
              >
                {t(`portfolio:column.${column.sort}`)}
                {here && <Arrow aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
