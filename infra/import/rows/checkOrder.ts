import { LIMITS } from '../../../domain/initiatives/content.ts';
import { decide } from '../../../domain/initiatives/decide.ts';
import type { Context, Refusal } from '../../../domain/initiatives/decision.ts';
import { type ImportOrder, importSchema } from '../../../domain/initiatives/importing.ts';
import type { ColumnKey } from '../columns.ts';
import type { RowProblem } from './rowProblem.ts';

export type Asking = { readonly actor: string; readonly at: string; readonly day: string };
export type Checked = { readonly order: ImportOrder } | { readonly problems: readonly RowProblem[] };

/** Where a field of the order stands in the file. */
const COLUMN_OF: Readonly<Record<string, ColumnKey>> = {
  'content.title': 'title',
  'content.problem': 'problem',
  'content.solution': 'solution',
  'content.effect': 'effect',
  'content.unit': 'unit',
  'content.changeType': 'changeType',
  'content.category': 'category',
  'content.affectedGroups': 'groups',
  'content.estimate.volumePerYear': 'volume',
  'content.estimate.minutesPerItem': 'minutes',
  'content.estimate.otherFinancialPerYear': 'moneyPerYear',
  'content.estimate.oneTimeCost': 'oneTimeCost',
  'content.estimate.yearlyCost': 'yearlyCost',
  'status.text': 'statusText',
  reason: 'statusText',
  reference: 'reference',
  startedOn: 'startedOn',
  liveOn: 'liveOn',
  unit: 'unit',
  title: 'title',
  problem: 'problem',
};

const LIMIT_OF: Readonly<Partial<Record<ColumnKey, number>>> = {
  title: LIMITS.title,
  problem: LIMITS.problem,
  solution: LIMITS.solution,
  effect: LIMITS.effect,
  statusText: LIMITS.reason,
  reference: 100,
};

/** What the rules say of a row before anything is written: the same questions as when it is. */
export function checkOrder(row: number, read: ImportOrder, asking: Asking, context: Context): Checked {
  const parsed = importSchema.safeParse(read);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path, message }) => problem(row, message, path.join('.'))),
    };
  const order = parsed.data;
  const decided = decide({ ...order, ...asking, number: 'X', similar: [] }, undefined, context);
  if (decided.ok) return { order };
  const { code, about = [''] } = decided.refusal;
  return { problems: about.map((field) => problem(row, code, field)) };
}

function problem(row: number, code: string, field: string): RowProblem {
  const column = COLUMN_OF[field];
  const limit = column && LIMIT_OF[column];
  const text = WHAT_TO_WRITE[code as Refusal['code']] ?? `Går inte att läsa in (${code}).`;
  return {
    row,
    ...(column && { column }),
    text: text.replace('{limit}', limit ? `Högst ${limit} tecken. ` : ''),
  };
}

const WHAT_TO_WRITE: Readonly<Record<string, string>> = {
  'too-long': 'Texten är för lång. {limit}Korta den.',
  'too-many': 'För många val. Högst 10 får plats.',
  'personal-number':
    'Texten innehåller ett personnummer. Ta bort det och beskriv personen allmänt, till exempel ”en brukare”.',
  incomplete: 'Skriv några ord.',
  'unknown-unit': 'Enheten finns inte i organisationen.',
  'future-date':
    'Datumet ligger framåt i tiden. Skriv dagens datum eller ett tidigare, eller lämna cellen tom.',
  'bad-date': 'Skriv datumet som år-månad-dag, till exempel 2025-03-01.',
  'text-needed': 'Skriv några ord.',
  'reason-needed': 'Skriv några ord.',
  'number-too-large': 'Talet är orimligt stort. Kontrollera antalet nollor.',
  'not-allowed': 'Den som läser in ska vara Administratör för Färdplan.',
};
