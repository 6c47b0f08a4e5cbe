import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import type { Columns } from '../../../domain/portfolio/views.ts';

type Name = keyof PortfolioRow;

/**
 * The portfolio as it travels: column by column. Sorting and filtering read the columns they need; a row is made
 * only when it is shown, so that 10,000 of them cost as little as 30.
 */
export type Portfolio = {
  readonly size: number;
  readonly column: <Column extends Name>(name: Column) => readonly PortfolioRow[Column][];
  /** The same object every time, so that a row that has not changed is not drawn again. */
  readonly row: (index: number) => PortfolioRow;
};

/** @param insight protected rows the viewer may see in full; laid over the open ones with the same id. */
export function createPortfolio({ columns }: Columns, insight: readonly PortfolioRow[]): Portfolio {
  const names = Object.keys(columns) as Name[];
  const laidOver = overlay(columns.id, insight);
  const patched = new Map<Name, readonly unknown[]>();
  const rows = new Map<number, PortfolioRow>();

  function column<Column extends Name>(name: Column): readonly PortfolioRow[Column][] {
    if (laidOver.size === 0) return columns[name];
    const found =
      patched.get(name) ?? columns[name].map((open, index) => laidOver.get(index)?.[name] ?? open);
    patched.set(name, found);
    return found as readonly PortfolioRow[Column][];
  }

  function row(index: number): PortfolioRow {
    const found =
      rows.get(index) ??
      laidOver.get(index) ??
      (Object.fromEntries(names.map((name) => [name, columns[name][index]])) as unknown as PortfolioRow);
    rows.set(index, found);
    return found;
  }

  return { size: columns.id.length, column, row };
}

function overlay(ids: readonly string[], insight: readonly PortfolioRow[]): Map<number, PortfolioRow> {
  if (insight.length === 0) return new Map();
  const byId = new Map(insight.map((row) => [row.id, row]));
  const laidOver = new Map<number, PortfolioRow>();
  ids.forEach((id, index) => {
    const row = byId.get(id);
    if (row) laidOver.set(index, row);
  });
  return laidOver;
}

/** The next day something shall have happened: a state's deadline or a follow-up, whichever comes first. */
export function nextDay({
  deadline,
  nextFollowUp,
}: Pick<PortfolioRow, 'deadline' | 'nextFollowUp'>): string | null {
  if (deadline === null || nextFollowUp === null) return deadline ?? nextFollowUp;
  return deadline < nextFollowUp ? deadline : nextFollowUp;
}

/** Is it a protected case whose details this viewer was not given? */
export const isHidden = (row: Pick<PortfolioRow, 'protected' | 'title'>): boolean =>
  row.protected && row.title === '';
