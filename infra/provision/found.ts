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
};

export type FoundList = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FoundColumn[];
};

const columnSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  text: z.object({ allowMultipleLines: z.boolean().nullish() }).nullish(),
  number: z.unknown().optional(),
  boolean: z.unknown().optional(),
  dateTime: z.object({ format: z.string().nullish() }).nullish(),
  choice: z.object({ choices: z.array(z.string()).nullish() }).nullish(),
});
type ColumnJson = z.infer<typeof columnSchema>;

/** The lists of a site that the schema knows, with their columns. @throws StoreUnavailable */
export async function readSite(
  graph: Graph,
  site: string,
  specs: readonly ListSpec[],
): Promise<readonly FoundList[]> {
  const ids = await findLists(graph, site, graph.patience('background'));
  const found: FoundList[] = [];
  for (const { title } of specs) {
    const id = ids.get(title);
    if (id) found.push({ id, title, columns: await readColumns(graph, site, id) });
  }
  return found;
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
});

function typeOf({ text, number, boolean, dateTime, choice }: ColumnJson): string | undefined {
  if (text) return text.allowMultipleLines ? 'note' : 'text';
  if (dateTime) return dateTime.format === 'dateOnly' ? 'date' : 'moment';
  if (choice) return 'choice';
  if (number !== undefined && number !== null) return 'number';
  return boolean !== undefined && boolean !== null ? 'yesNo' : undefined;
}
