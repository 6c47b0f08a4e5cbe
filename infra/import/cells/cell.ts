/** A cell as it stands on the sheet; a formula is its value. Days are local, `YYYY-MM-DD`. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'yesOrNo'; readonly value: boolean }
  /** `#REF!` and the like, or a formula that has not been calculated. */
  | { readonly kind: 'broken' };

export const EMPTY: Cell = { kind: 'empty' };

/** What was read, or what to write instead (in Swedish). Nothing when the cell is empty. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string } | undefined;

const BROKEN = 'Cellen har ett fel i sin formel. Skriv värdet i stället.';

/** What every reader does first. */
export const reading =
  <Value>(read: (cell: Exclude<Cell, { kind: 'empty' | 'broken' }>) => Reading<Value>) =>
  (cell: Cell): Reading<Value> => {
    if (cell.kind === 'empty') return undefined;
    return cell.kind === 'broken' ? { problem: BROKEN } : read(cell);
  };
