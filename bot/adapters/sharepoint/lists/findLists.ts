import { z } from 'zod';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import { NotProvisioned } from '../graph/errors.ts';
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

export type CurrentLists = {
  readonly ids: ReadonlyMap<string, string>;
  /** A list was made anew since last time: what has been copied is of another one. */
  readonly isReplaced: boolean;
};

/**
 * Ids of the lists with these titles, as the site has them now. One that somebody has given another name is still the
 * same; one whose title another list has got is not. While the site does not answer, the ids from last time hold.
 * @throws StoreUnavailable when they are not known from last time either.
 */
export async function currentLists(
  graph: Graph,
  site: string,
  meta: Meta,
  titles: readonly string[],
): Promise<CurrentLists> {
  const kept = new Map(JSON.parse(meta.get(REMEMBERED) ?? '[]') as (readonly [string, string])[]);
  const isKnown = titles.every((title) => kept.has(title));
  const found = await findLists(graph, site, graph.patience(isKnown ? 'person' : 'background')).catch(
    (error: unknown) => {
      if (!isKnown || !(error instanceof StoreUnavailable)) throw error;
      return kept;
    },
  );
  const ids = new Map(titles.map((title) => [title, found.get(title) ?? idOf(kept, title)]));
  const isReplaced = titles.some((title) => kept.has(title) && kept.get(title) !== ids.get(title));
  return { ids, isReplaced };
}

/** To be held when the site does not answer. */
export const rememberLists = (meta: Meta, { ids }: CurrentLists): void =>
  meta.set(REMEMBERED, JSON.stringify([...ids]));

const REMEMBERED = 'listIds';

/** The list's id, or an error that says how to make the list. */
export function idOf(ids: ReadonlyMap<string, string>, title: string): string {
  const id = ids.get(title);
  if (id === undefined) throw new NotProvisioned(`the site has no list "${title}": run npm run provision`);
  return id;
}
