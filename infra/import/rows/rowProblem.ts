import type { ColumnKey } from '../columns.ts';

/** What is wrong with a row, and what to write instead (in Swedish, without what the cell holds). */
export type RowProblem = { readonly row: number; readonly column?: ColumnKey; readonly text: string };

/** Something a row gets that does not stand in the file as it is. */
export type RowNote = { readonly row: number; readonly column: ColumnKey; readonly text: string };
