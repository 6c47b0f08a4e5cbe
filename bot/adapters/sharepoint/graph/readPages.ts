import { z } from 'zod';
import type { Graph, Patience } from './graph.ts';
import { refusalOf } from './refusal.ts';

const pageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

export type Listing<Entry> = {
  /** Below the root of Graph, encoded. */
  readonly path: string;
  /** Resource units of a page. */
  readonly units: number;
  readonly entry: z.ZodType<Entry>;
  /** What is listed, in our words, for the error. */
  readonly what: string;
};

/**
 * Everything a listing holds, page by page, however short Graph makes the pages.
 * @throws GraphRefused, with 404 when there is nothing at the address; StoreUnavailable
 * Source: Microsoft Graph, "Paging Microsoft Graph data in your app".
 */
export async function readPages<Entry>(
  graph: Graph,
  { path, units, entry, what }: Listing<Entry>,
  patience: Patience,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let next: string | undefined = path; next; ) {
    const answer = await graph.call({ method: 'GET', path: next, units }, patience);
    if (answer.status !== 200) throw refusalOf(what, answer);
    const page: z.infer<typeof pageSchema> = pageSchema.parse(answer.body);
    for (const one of page.value) entries.push(entry.parse(one));
    next = page['@odata.nextLink'] ?? undefined;
  }
  return entries;
}
