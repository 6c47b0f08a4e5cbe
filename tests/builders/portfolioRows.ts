import type { PortfolioRow } from '../../domain/portfolio/row.ts';
import type { Columns } from '../../domain/portfolio/views.ts';

/** The portfolio as rows again, the way a reader sees it. */
export function rowsIn({ columns }: Columns): PortfolioRow[] {
  const names = Object.keys(columns) as (keyof PortfolioRow)[];
  return columns.id.map(
    (_id, index) =>
      Object.fromEntries(names.map((name) => [name, columns[name][index]])) as unknown as PortfolioRow,
  );
}
