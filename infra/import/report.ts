import { columnOf } from './columns.ts';
import type { Plan, PlannedRow } from './plan.ts';
import type { RowNote, RowProblem } from './rows/rowProblem.ts';
import type { Say } from './rows/vocabulary.ts';

type Tell = (line: string) => void;

const MOST_SHOWN = 200;

/** `3 ärenden`, `1 ärende`. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** What stands in the way, row by row, and how to put it right. */
export function tellProblems({ headings, problems }: Plan, tell: Tell): void {
  for (const text of headings.problems) tell(`  ${text}`);
  for (const problem of problems.slice(0, MOST_SHOWN)) tell(`  ${lineOf(problem)}`);
  if (problems.length > MOST_SHOWN) tell(`  … och ${problems.length - MOST_SHOWN} till.`);
  const rows = new Set(problems.map(({ row }) => row)).size;
  tell(
    rows > 0
      ? `${counted(rows, 'rad behöver', 'rader behöver')} rättas. Inget har lästs in.`
      : 'Rubrikerna behöver rättas. Inget har lästs in.',
  );
}

/** What the file would make, exactly. */
export function tellPlan(
  { headings, rows, notes }: Plan,
  unitName: (id: string) => string,
  say: Say,
  tell: Tell,
): void {
  for (const text of headings.following) tell(`  Läses inte in: ${text}.`);
  if (headings.unknown.length > 0)
    tell(`  Okända kolumner som inte läses in: ${headings.unknown.join(', ')}.`);
  for (const planned of rows) tell(`  ${planLine(planned, unitName, say)}`);
  tellNotes(notes, tell);
  const alike = rows.filter(({ similar }) => similar.length > 0);
  if (alike.length === 0) return;
  tell('Liknande ärenden. Är det samma sak, så ta bort den ena raden:');
  for (const { row, similar } of alike) tell(`  Rad ${row} liknar ${similar.join(', ')}.`);
}

function planLine({ row, order, already }: PlannedRow, unitName: (id: string) => string, say: Say): string {
  const { content, state } = order;
  const title = `Rad ${row}: ${content.title}`;
  return already
    ? `${title} – finns redan som ${already}, hoppas över`
    : `${title} – ${unitName(content.unit ?? '')}, ${say(`states.${state}`)}`;
}

/** The same note on many rows is one line. */
function tellNotes(notes: readonly RowNote[], tell: Tell): void {
  const groups = Map.groupBy(notes, ({ column, text }) => `${columnOf(column).heading}: ${text}`);
  for (const [text, where] of groups) tell(`  ${text} (rad ${where.map(({ row }) => row).join(', ')})`);
}

const lineOf = ({ row, column, text }: RowProblem): string =>
  column ? `Rad ${row}, ${columnOf(column).heading}: ${text}` : `Rad ${row}: ${text}`;
