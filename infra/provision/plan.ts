import {
  type ColumnSpec,
  columnDefinition,
  facetOf,
  type ListSpec,
  LONGEST_TEXT,
} from '../../bot/adapters/sharepoint/index.ts';
import type { FoundColumn, FoundList, FoundSite } from './found.ts';

/** One thing to do, as a call to Graph; `says` tells a person in Swedish what it does. */
export type Step = {
  readonly says: string;
  readonly method: 'POST' | 'PATCH';
  /** Below `/sites/{site}`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Plan = {
  readonly steps: readonly Step[];
  /** What nobody but a person can put right, in Swedish, with what to do. */
  readonly problems: readonly string[];
  /** What there is to know and nothing to do about, in Swedish. */
  readonly facts?: readonly string[];
};

/**
 * What separates a site from the schema. Lists and columns that are missing are made, indexes, titles and settings are
 * put right; nothing is ever removed and no column changes its type, so the rows stay as they are.
 * @param replacing makes a new list also where a renamed one seems to be the old one: its rows are not moved.
 */
export function planLists(
  specs: readonly ListSpec[],
  { lists, renamed }: FoundSite,
  replacing = false,
): Plan {
  const steps: Step[] = [];
  const problems: string[] = [];
  for (const spec of specs) {
    const list = lists.find(({ title }) => title === spec.title);
    const old = replacing ? undefined : renamed.find(({ from }) => from === spec.title);
    if (list) for (const column of columnsOf(spec, list)) planColumn(list, column, steps, problems);
    else if (old) problems.push(saysRenamed(spec.title, old.title));
    else steps.push(createList(spec));
  }
  return { steps, problems };
}

const saysRenamed = (title: string, now: string): string =>
  `Listan ${title} saknas, men ${now} ser ut att vara den med ett annat namn. Byt tillbaka namnet i SharePoint. ` +
  'Ska den ersättas av en ny och tom lista: kör igen med --replace.';

/** `Title` comes with the list, under a heading of the site's. */
const columnsOf = ({ heading, columns }: ListSpec, list: FoundList): readonly ColumnSpec[] =>
  list.columns.some(({ name }) => name === TITLE)
    ? [{ name: TITLE, title: heading, type: { kind: 'text' } }, ...columns]
    : columns;

const TITLE = 'Title';

const createList = ({ title, description, columns }: ListSpec): Step => ({
  says: `skapa listan ${title} med ${columns.length} kolumner`,
  method: 'POST',
  path: '/lists',
  body: {
    displayName: title,
    description,
    columns: columns.map(columnDefinition),
    list: { template: 'genericList' },
  },
});

function planColumn(list: FoundList, column: ColumnSpec, steps: Step[], problems: string[]): void {
  const columns = `/lists/${list.id}/columns`;
  const where = `${list.title}, kolumnen ${column.title}`;
  const there = list.columns.find(({ name }) => name === column.name);
  if (!there) {
    const body = columnDefinition(column);
    steps.push({ says: `${where}: lägg till`, method: 'POST', path: columns, body });
    return;
  }
  if (there.type !== column.type.kind) {
    problems.push(
      `${where} har fel typ (${there.type ?? 'okänd'} i stället för ${column.type.kind}). Kolumnen har gjorts om för hand. ` +
        'Byt namn på den i SharePoint, kör kommandot igen och flytta sedan över innehållet.',
    );
    return;
  }
  if (there.hasDefault)
    problems.push(
      `${where} har fått ett standardvärde. Ta bort det i SharePoint (Listinställningar, kolumnen).`,
    );
  const change = changeOf(column, there);
  if (change)
    steps.push({
      says: `${where}: ${change.says}`,
      method: 'PATCH',
      path: `${columns}/${there.id}`,
      body: change.body,
    });
}

function changeOf(column: ColumnSpec, there: FoundColumn) {
  const says: string[] = [];
  const body: Record<string, unknown> = {};
  if (there.title !== column.title) {
    says.push('rätta rubriken');
    body.displayName = column.title;
  }
  const wantsIndex = column.indexed === true || column.unique === true;
  if ((wantsIndex && !there.indexed) || (column.unique && !there.unique)) {
    says.push(column.unique ? 'kräv unika värden' : 'indexera');
    body.indexed = true;
    if (column.unique) body.enforceUniqueValues = true;
  }
  if (there.required && column.name !== TITLE) {
    says.push('gör frivillig');
    body.required = false;
  }
  if (there.readOnly) {
    says.push('gör skrivbar');
    body.readOnly = false;
  }
  if (!there.isPlain || (there.mostCharacters ?? LONGEST_TEXT) < LONGEST_TEXT) {
    says.push(there.isPlain ? `ta ${LONGEST_TEXT} tecken` : 'ta text utan formatering');
    Object.assign(body, facetOf(column.type));
  }
  if (column.type.kind === 'choice') {
    const missing = column.type.choices.filter((choice) => !there.choices.includes(choice));
    if (missing.length > 0) {
      says.push(`lägg till valen ${missing.join(', ')}`);
      body.choice = { choices: [...there.choices, ...missing] };
    }
  }
  return says.length > 0 ? { says: says.join(', '), body } : undefined;
}
