import { type ColumnSpec, columnDefinition, type ListSpec } from '../../bot/adapters/sharepoint/index.ts';
import type { FoundColumn, FoundList } from './found.ts';

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
 * What separates a site from the schema. Lists and columns that are missing are made, indexes and titles are put
 * right; nothing is ever removed and no column changes its type, so the rows stay as they are.
 */
export function planLists(specs: readonly ListSpec[], found: readonly FoundList[]): Plan {
  const steps: Step[] = [];
  const problems: string[] = [];
  for (const spec of specs) {
    const list = found.find(({ title }) => title === spec.title);
    if (!list) steps.push(createList(spec));
    else for (const column of spec.columns) planColumn(list, column, steps, problems);
  }
  return { steps, problems };
}

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
  if (column.type.kind === 'choice') {
    const missing = column.type.choices.filter((choice) => !there.choices.includes(choice));
    if (missing.length > 0) {
      says.push(`lägg till valen ${missing.join(', ')}`);
      body.choice = { choices: [...there.choices, ...missing] };
    }
  }
  return says.length > 0 ? { says: says.join(', '), body } : undefined;
}
