import { z } from 'zod';
import { findLists, type Graph, type ListSpec, readPages } from '../../bot/adapters/sharepoint/index.ts';

/** A column as it is in SharePoint; `type` is our word for what it can hold, undefined for types we never use. */
export type FoundColumn = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly type: string | undefined;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly choices: readonly string[];
  /** What a person has set on it that the program's rows would stumble over. */
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly hasDefault: boolean;
  /** Rich text is rewritten as HTML, and changes appended to what stood there make another text. */
  readonly isPlain: boolean;
  readonly mostCharacters: number | undefined;
};

export type FoundList = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FoundColumn[];
};

export type FoundSite = {
  readonly lists: readonly FoundList[];
  /** Lists that look like one that is missing, with another title: somebody has renamed it. */
  readonly renamed: readonly Renamed[];
};

export type Renamed = { readonly title: string; readonly from: string };

const columnSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  required: z.boolean().nullish(),
  readOnly: z.boolean().nullish(),
  defaultValue: z.unknown().optional(),
  text: z
    .object({
      allowMultipleLines: z.boolean().nullish(),
      appendChangesToExistingText: z.boolean().nullish(),
      maxLength: z.number().nullish(),
      textType: z.string().nullish(),
    })
    .nullish(),
  number: z.unknown().optional(),
  boolean: z.unknown().optional(),
  dateTime: z.object({ format: z.string().nullish() }).nullish(),
  choice: z.object({ choices: z.array(z.string()).nullish() }).nullish(),
});
type ColumnJson = z.infer<typeof columnSchema>;

/** The lists of a site that the schema knows, with their columns. @throws StoreUnavailable */
export async function readSite(graph: Graph, site: string, specs: readonly ListSpec[]): Promise<FoundSite> {
  const ids = await findLists(graph, site, graph.patience('background'));
  const lists: FoundList[] = [];
  for (const { title } of specs) {
    const id = ids.get(title);
    if (id) lists.push({ id, title, columns: await readColumns(graph, site, id) });
  }
  const renamed: Renamed[] = [];
  for (const [title, id] of lists.length < specs.length ? ids : []) {
    if (lists.some((list) => list.id === id)) continue;
    const from = likest(specs, await readColumns(graph, site, id));
    if (from && !ids.has(from)) renamed.push({ title, from });
  }
  return { lists, renamed };
}

/** Most of the columns of a list are there: an older version of it may lack some. */
const ALIKE = 0.75;

/** The list that has most of these columns, as a part of its own. */
function likest(specs: readonly ListSpec[], found: readonly FoundColumn[]): string | undefined {
  const names = new Set(found.map(({ name }) => name));
  const [best] = specs
    .map(({ title, columns }) => ({
      title,
      share: columns.filter(({ name }) => names.has(name)).length / columns.length,
    }))
    .sort((one, other) => other.share - one.share);
  return best && best.share >= ALIKE ? best.title : undefined;
}

async function readColumns(graph: Graph, site: string, list: string): Promise<readonly FoundColumn[]> {
  const path = `/sites/${encodeURIComponent(site)}/lists/${list}/columns`;
  const listing = { path, units: 2, entry: columnSchema, what: 'columns of a list' };
  return (await readPages(graph, listing, graph.patience('background'))).map(toColumn);
}

const toColumn = (json: ColumnJson): FoundColumn => ({
  id: json.id,
  name: json.name,
  title: json.displayName ?? json.name,
  type: typeOf(json),
  indexed: json.indexed === true,
  unique: json.enforceUniqueValues === true,
  choices: json.choice?.choices ?? [],
  required: json.required === true,
  readOnly: json.readOnly === true,
  hasDefault: isThere(json.defaultValue),
  isPlain: json.text?.textType !== 'richText' && json.text?.appendChangesToExistingText !== true,
  mostCharacters: json.text?.maxLength ?? undefined,
});

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

function typeOf({ text, number, boolean, dateTime, choice }: ColumnJson): string | undefined {
  if (text) return text.allowMultipleLines ? 'note' : 'text';
  if (dateTime) return dateTime.format === 'dateOnly' ? 'date' : 'moment';
  if (choice) return 'choice';
  if (isThere(number)) return 'number';
  return isThere(boolean) ? 'yesNo' : undefined;
}
