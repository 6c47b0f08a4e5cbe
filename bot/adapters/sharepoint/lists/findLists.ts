import { z } from 'zod';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import type { Graph, Patience } from '../graph/graph.ts';
import { refusalOf } from '../graph/refusal.ts';

const listsSchema = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string().nullish() })),
  '@odata.nextLink': z.string().nullish(),
});

/**
 * Ids of a site's lists by their titles; system lists are left out.
 * @throws GraphRefused when the site may not be read. Source: Microsoft Graph v1.0, "Get lists in a site".
 */
export async function findLists(
  graph: Graph,
  site: string,
  patience: Patience,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  let path: string | undefined = `/sites/${encodeURIComponent(site)}/lists`;
  while (path) {
    const answer = await graph.call({ method: 'GET', path, units: 2 }, patience);
    if (answer.status !== 200) throw refusalOf(`lists of the site ${site}`, answer);
    const page: z.infer<typeof listsSchema> = listsSchema.parse(answer.body);
    for (const { id, displayName } of page.value) if (displayName) ids.set(displayName, id);
    path = page['@odata.nextLink'] ?? undefined;
  }
  return ids;
}

/** The list's id, or an error that says how to make the list. */
export function idOf(ids: ReadonlyMap<string, string>, title: string): string {
  const id = ids.get(title);
  if (id === undefined) throw new StoreUnavailable(`the site has no list "${title}": run npm run provision`);
  return id;
}
