import { STATES } from '../../../domain/initiatives/states.ts';
import { TRACKS } from '../../../domain/initiatives/tracks.ts';
import { toColumns } from '../../../domain/portfolio/columns.ts';
import type { PortfolioRow } from '../../../domain/portfolio/row.ts';
import type { Columns } from '../../../domain/portfolio/views.ts';

/** A row where only what a test is about needs to be said. */
export const row = (part: Partial<PortfolioRow>): PortfolioRow => ({
  id: `I-${part.number ?? 'VOF-2026-0001'}`,
  number: 'VOF-2026-0001',
  version: 1,
  title: 'Ett ärende',
  department: 'vof',
  unit: 'hemtjanst-norr',
  state: 'PREPARATION',
  track: 'full',
  category: 'other',
  changeType: 'improvement',
  protected: false,
  status: null,
  submittedAt: '2026-01-10T08:00:00.000Z',
  since: '2026-01-12T08:00:00.000Z',
  changedAt: '2026-01-12T08:00:00.000Z',
  deadline: null,
  nextFollowUp: null,
  overdueDays: 0,
  coach: null,
  valuePerYear: null,
  oneTimeCost: null,
  yearlyCost: null,
  npv: null,
  paybackYears: null,
  similar: 0,
  ...part,
});

/** As it comes over the wire. */
export const wire = (rows: readonly PortfolioRow[]): Columns =>
  JSON.parse(JSON.stringify(toColumns(rows, 1)));

const WORDS = [
  'Digitala lås',
  'Årsräkning',
  'E-tjänst för bygglov',
  'Överrapportering',
  'Schema',
  'Ärendehantering',
  'Läromedel',
  'Halksensorer',
];
const DEPARTMENTS = ['vof', 'sof', 'sbf', 'buf', 'klk'];

/** Many different rows, the same every time. */
export const manyRows = (count: number): PortfolioRow[] =>
  Array.from({ length: count }, (_, at) =>
    row({
      number: `VOF-2026-${String(at + 1).padStart(5, '0')}`,
      title: `${WORDS[at % WORDS.length]} i enhet ${(at * 7919) % count}`,
      department: DEPARTMENTS[at % DEPARTMENTS.length] ?? 'vof',
      state: STATES[1 + (at % (STATES.length - 1))] ?? 'PREPARATION',
      track: TRACKS[at % TRACKS.length] ?? 'full',
      status: ([null, 'green', 'yellow', 'red'] as const)[at % 4] ?? null,
      changedAt: `2026-01-${String(1 + (at % 28)).padStart(2, '0')}T08:00:00.000Z`,
      deadline: at % 3 === 0 ? `2026-04-${String(1 + (at % 28)).padStart(2, '0')}` : null,
      valuePerYear: at % 5 === 0 ? null : (at * 104_729) % 4_000_000,
      paybackYears: at % 5 === 0 ? null : (at % 50) / 10,
    }),
  );
