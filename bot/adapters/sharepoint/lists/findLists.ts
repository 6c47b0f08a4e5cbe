import { z } from 'zod';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import type { Graph, Patience } from '../graph/graph.ts';
import { readPages } from '../graph/readPages.ts';
import type { Meta } from '../mirror/database.ts';

const listSchema = z.object({ id: z.string(), displayName: z.string().nullish() });

/**
 * Ids of a site's lists by their titles; system lists are left out.
 * @throws GraphRefused when the site may not be read. Source: Microsoft Graph v1.0, "Get lists in a site".
 */
export async function findLists(
  graph: Graph,
  site: string,
  patience: Patience,
): Promise<ReadonlyMap<string, string>> {
  const path = `/sites/${encodeURIComponent(site)}/lists`;
  const what = `lists of the site ${site}`;
  const lists = await readPages(graph, { path, units: 2, entry: listSchema, what }, patience);
  return new Map(lists.flatMap(({ id, displayName }) => (displayName ? [[displayName, id]] : [])));
}

/** Ids of the lists with these titles, kept in `meta` so that a restart need not ask. @throws StoreUnavailable */
export async function rememberedLists(
  meta: Meta,
  titles: readonly string[],
  find: () => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map(JSON.parse(meta.get(REMEMBERED) ?? '[]') as (readonly [string, string])[]);
  if (titles.every((title) => kept.has(title))) return kept;
  const found = await find();
  const named = titles.map((title) => [title, idOf(found, title)] as const);
  meta.set(REMEMBERED, JSON.stringify(named));
  return new Map(named);
}

/** A list that has been made anew has another id. */
export const forgetLists = (meta: Meta): void => meta.set(REMEMBERED, undefined);

const REMEMBERED = 'listIds';

/** The list's id, or an error that says how to make the list. */
export function idOf(ids: ReadonlyMap<string, string>, title: string): string {
  const id = ids.get(title);
  if (id === undefined) throw new StoreUnavailable(`the site has no list "${title}": run npm run provision`);
  return id;
}
