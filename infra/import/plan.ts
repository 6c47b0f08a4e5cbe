import { isDeepStrictEqual } from 'node:util';
import type { House } from '../../bot/app/house.ts';
import { initiativeStream } from '../../bot/app/streams.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { ImportOrder } from '../../domain/initiatives/importing.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { isProtected } from '../../domain/portfolio/visibility.ts';
import { createSimilarityIndex, type SimilarityOptions } from '../../domain/similarity/similarityIndex.ts';
import { type Cell, EMPTY } from './cells/cell.ts';
import { readText } from './cells/text.ts';
import { EXAMPLE } from './columns.ts';
import { type Asking, checkOrder } from './rows/checkOrder.ts';
import type { Headings } from './rows/headings.ts';
import { operationOf } from './rows/identity.ts';
import { ADDRESS, type ReadRow, readRow } from './rows/readRow.ts';
import type { RowNote, RowProblem } from './rows/rowProblem.ts';
import type { Vocabulary } from './rows/vocabulary.ts';
import { tooLong } from './workbook/book.ts';
import { LIMIT, type Sheet, type SheetRow } from './workbook/readWorkbook.ts';

export type PlannedRow = {
  readonly row: number;
  readonly order: ImportOrder;
  readonly operationId: string;
  /** Its number, when an earlier run has brought it in. */
  readonly already: string | undefined;
  /** Like other rows of the file, or cases that are there already. */
  readonly similar: readonly string[];
};

export type Plan = {
  readonly headings: Headings;
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
};

export type Planning = {
  readonly sheet: Sheet;
  readonly headings: Headings;
  readonly words: Vocabulary;
  readonly asking: Asking;
  readonly context: Context;
  readonly casebook: House['casebook'];
  readonly similarTo: House['similar']['similarTo'];
  readonly similarity: SimilarityOptions;
  /** The Entra id behind an address. */
  readonly findPerson: (address: string) => Promise<string | undefined>;
};

/** What the file would make, and everything that stands in the way. Writes nothing. @throws StoreUnavailable, UnreadableFile */
export async function planImport(planning: Planning): Promise<Plan> {
  const { sheet, headings, words, asking, context, casebook } = planning;
  if (headings.problems.length > 0) return { headings, rows: [], problems: [], notes: [] };
  const people = await findPeople(planning);
  const cellsOf = ({ cells }: SheetRow) => ({
    cell: (key: Parameters<Headings['places']['get']>[0]) => cells[headings.places.get(key) ?? -1] ?? EMPTY,
  });
  const examples = sheet.rows.filter((each) => isExample(cellsOf(each).cell('title')));
  const written = sheet.rows.filter((each) => !examples.includes(each));
  if (written.length > LIMIT.rows) throw tooLong(sheet.name, LIMIT);
  const read = written.map((each) =>
    readRow({
      row: each.row,
      ...cellsOf(each),
      fileName: sheet.fileName,
      words,
      personOf: (address) => people.get(address),
    }),
  );
  const problems: RowProblem[] = read.flatMap((each) => each.problems);
  const notes: RowNote[] = [...examples.map(skipped), ...read.flatMap((each) => each.notes)];
  const rows: PlannedRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, order: asked } of read.filter((each): each is Readable => each.order !== undefined)) {
    const checked = checkOrder(row, asked, asking, context);
    if ('problems' in checked) {
      problems.push(...checked.problems);
      continue;
    }
    const { order } = checked;
    const operationId = operationOf(order);
    const same = seen.get(operationId);
    seen.set(operationId, same ?? row);
    if (same !== undefined)
      problems.push({
        row,
        column: 'title',
        text: `Samma rubrik, enhet och ärendebeteckning som rad ${same}. Ta bort den ena, eller ge dem olika rubriker.`,
      });
    const stream = initiativeStream(operationId);
    const known = casebook.initiative(stream);
    if (isOtherwise(order, casebook.provisional(stream))) notes.push(asItWas(row));
    rows.push({ row, order, operationId, already: known?.number, similar: [] });
  }
  const inOrder = problems.toSorted((a, b) => a.row - b.row);
  return {
    headings,
    rows: withSimilar(rows, planning),
    problems: inOrder,
    notes,
  };
}

const isExample = (title: Cell): boolean => title.kind === 'text' && title.text.startsWith(EXAMPLE);

const skipped = ({ row }: SheetRow): RowNote => ({
  row,
  column: 'title',
  text: 'mallens exempelrad hoppas över',
});

/** Whether a run that was broken off wrote the row down with other words. */
const isOtherwise = ({ content, state }: ImportOrder, written: Initiative | undefined): boolean =>
  written !== undefined && !isDeepStrictEqual([content, state], [written.content, written.state]);

const asItWas = (row: number): RowNote => ({
  row,
  column: 'title',
  text: 'läses in som raden stod när förra inläsningen bröts; ändra ärendet i Färdplan efteråt',
});

type Readable = ReadRow & { readonly order: ImportOrder };

/** Each address of the file is asked for once. */
async function findPeople({ sheet, headings, findPerson }: Planning): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const asked = new Set<string>();
  for (const { cells } of sheet.rows)
    for (const key of ['proposer', 'projectManager'] as const) {
      const read = readText(cells[headings.places.get(key) ?? -1] ?? EMPTY);
      if (read && 'value' in read && ADDRESS.test(read.value.text)) asked.add(read.value.text.toLowerCase());
    }
  for (const address of asked) {
    const id = await findPerson(address);
    if (id !== undefined) found.set(address, id);
  }
  return found;
}

const MOST_SIMILAR = 3;

/** Said beforehand, so that duplicates can be taken out of the file. A protected case is told by its number only. */
function withSimilar(
  rows: readonly PlannedRow[],
  { similarity, similarTo, casebook, context }: Planning,
): PlannedRow[] {
  const index = createSimilarityIndex({ ...similarity, limit: context.model.similarLimit });
  const described = ({ content: { title = '', problem = '', solution, category } }: ImportOrder) => ({
    title,
    problem,
    ...(solution && { solution }),
    ...(category && { category }),
  });
  for (const { row, order } of rows) index.put({ id: String(row), ...described(order) });
  return rows.map((planned) => {
    if (planned.already) return planned;
    const inFile = index
      .similar(described(planned.order), { top: MOST_SIMILAR, exclude: [String(planned.row)] })
      .map(({ id }) => `rad ${id}`);
    const there = similarTo(planned.order.content, () => true)
      .slice(0, MOST_SIMILAR)
      .flatMap(({ id }) => {
        const found = casebook.initiative(id);
        if (!found || !isSubmitted(found)) return [];
        return [isProtected(found, context) ? found.number : `${found.number} ${found.content.title}`];
      });
    return { ...planned, similar: [...inFile, ...there] };
  });
}
