import type { PortfolioRow } from './row.ts';
import type { Columns } from './views.ts';

const NAMES = [
  'id',
  'number',
  'version',
  'title',
  'department',
  'unit',
  'state',
  'track',
  'category',
  'changeType',
  'protected',
  'status',
  'submittedAt',
  'since',
  'changedAt',
  'deadline',
  'nextFollowUp',
  'overdueDays',
  'coach',
  'valuePerYear',
  'oneTimeCost',
  'yearlyCost',
  'npv',
  'paybackYears',
  'similar',
] as const satisfies readonly (keyof PortfolioRow)[];

/** @param position log position the rows were made at. */
export function toColumns(rows: readonly PortfolioRow[], position: number): Columns {
  const columns = Object.fromEntries(NAMES.map((name) => [name, rows.map((row) => row[name])]));
  return { position, columns: columns as unknown as Columns['columns'] };
}
