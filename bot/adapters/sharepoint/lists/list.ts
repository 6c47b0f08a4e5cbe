import { z } from 'zod';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import { callAll, callInTurn, isAnswer, type PartAnswer } from '../graph/batch.ts';
import { GraphUnclear } from '../graph/errors.ts';
import { type Graph, type GraphAnswer, type GraphCall, literal, type Patience } from '../graph/graph.ts';
import { isDuplicate, refusalOf } from '../graph/refusal.ts';
import type { ListSpec } from '../schema/list.ts';
import { type Change, type Fields, type Item, knownFields, type Page, readItem, readPage } from './item.ts';

/** Rows fetched at once when a whole list is read; SharePoint takes up to 5,000. */
const PAGE = 1_000;

/** Undefined fields are emptied, which a plain absence would not do. */
export type FieldChange = Readonly<Record<string, string | number | boolean | null>>;

export type Inserted =
  | { readonly outcome: 'written'; readonly item: Item }
  /** A unique column has this value already: another row, or an earlier attempt of our own. */
  | { readonly outcome: 'duplicate' };

export type Changed =
  | { readonly outcome: 'changed'; readonly etag: string | undefined }
  /** Somebody else has written since. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'gone' };

/** One list of a site. Every call may throw GraphUnclear, GraphBusy or GraphRefused, all of them StoreUnavailable. */
export type List = ReturnType<typeof createList>;

/** Calls on one list, in our words. Source: Microsoft Graph v1.0, "listItem". */
export function createList(
  graph: Graph,
  { site, list, spec }: { site: string; list: string; spec: ListSpec },
) {
  const base = `/sites/${encodeURIComponent(site)}/lists/${encodeURIComponent(list)}/items`;
  const columns: ReadonlySet<string> = new Set(['Title', ...spec.columns.map(({ name }) => name)]);
  const expand = `$expand=fields($select=${[...columns].join(',')})`;
  const what = `list ${spec.title}`;

  const posting = (fields: Fields): GraphCall => ({ method: 'POST', path: base, body: { fields }, units: 2 });
  const getting = (id: number): GraphCall => ({ method: 'GET', path: `${base}/${id}?${expand}`, units: 1 });
  const patching = (id: number, fields: FieldChange, etag?: string): GraphCall => ({
    method: 'PATCH',
    path: `${base}/${id}/fields`,
    body: fields,
    ...(etag && { headers: { 'If-Match': etag } }),
    units: 2,
  });

  const inserted = (answer: GraphAnswer, fields: Fields): Inserted => {
    if (isDuplicate(answer)) return { outcome: 'duplicate' };
    if (answer.status !== 201) throw refusalOf(`${what}, new row`, answer);
    const { id, etag } = readCreated(answer.body);
    return { outcome: 'written', item: { id, etag, fields: knownFields(fields, columns) } };
  };
  const found = (answer: GraphAnswer): Item | undefined => {
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refusalOf(`${what}, one row`, answer);
    return readItem(answer.body, columns);
  };
  const changed = (answer: GraphAnswer): Changed => {
    if (answer.status === 412) return { outcome: 'stale' };
    if (answer.status === 404) return { outcome: 'gone' };
    if (answer.status !== 200) throw refusalOf(`${what}, change of a row`, answer);
    return { outcome: 'changed', etag: etagSchema.safeParse(answer.body).data?.['@odata.etag'] ?? undefined };
  };

  const getPage = (path: string, units = 2): GraphCall => ({ method: 'GET', path, units });
  const readAnswer = (answer: GraphAnswer): Page | 'expired' => {
    if (answer.status === 410) return 'expired';
    if (answer.status !== 200) throw refusalOf(`${what}, rows`, answer);
    return readPage(answer.body, columns);
  };
  const page = async (path: string, units: number, patience: Patience) =>
    readAnswer(await graph.call(getPage(path, units), patience));

  const firstFound = (column: string, value: string): string =>
    `${base}?${expand}&$filter=fields/${column}%20eq%20${literal(value)}&$top=${PAGE}`;

  /** Rows whose indexed column has exactly this value, lowest id first. Seen at once, unlike delta. */
  async function find(column: string, value: string, patience: Patience): Promise<readonly Item[]> {
    const changes: Change[] = [];
    let path: string | undefined = firstFound(column, value);
    while (path) {
      const rows: Page | 'expired' = await page(path, 2, patience);
      if (rows === 'expired') throw new GraphUnclear(`${what}: a page link expired`);
      changes.push(...rows.changes);
      path = rows.next;
    }
    return only(changes, column, value);
  }

  return {
    title: spec.title,
    insert: async (fields: Fields, patience: Patience) =>
      inserted(await graph.call(posting(fields), patience), fields),
    /** Many at once, in no particular order; an error stands in the place of each unclear one. */
    insertAll: async (rows: readonly Fields[], patience: Patience) =>
      (await callAll(graph, rows.map(posting), patience)).map((part, i) =>
        each(part, (answer) => inserted(answer, rows[i] ?? {})),
      ),
    /**
     * One after the other in a single round trip, each only when the one before it was written. Ends with the first
     * that was not; an error stands in the place of an unclear one.
     */
    insertInTurn: async (
      rows: readonly Fields[],
      patience: Patience,
    ): Promise<readonly (Inserted | Error)[]> => {
      const parts = await callInTurn(graph, rows.map(posting), patience);
      return parts.map((part, i) => each(part, (answer) => inserted(answer, rows[i] ?? {})));
    },
    get: async (id: number, patience: Patience) => found(await graph.call(getting(id), patience)),
    getAll: async (ids: readonly number[], patience: Patience) =>
      (await callAll(graph, ids.map(getting), patience)).map((part) => each(part, found)),
    change: async (id: number, fields: FieldChange, etag: string | undefined, patience: Patience) =>
      changed(await graph.call(patching(id, fields, etag), patience)),
    changeAll: async (
      rows: readonly { readonly id: number; readonly fields: FieldChange; readonly etag: string }[],
      patience: Patience,
    ) =>
      (
        await callAll(
          graph,
          rows.map(({ id, fields, etag }) => patching(id, fields, etag)),
          patience,
        )
      ).map((part) => each(part, changed)),
    remove: async (id: number, patience: Patience): Promise<void> => {
      const answer = await graph.call({ method: 'DELETE', path: `${base}/${id}`, units: 2 }, patience);
      if (answer.status !== 204 && answer.status !== 404) throw refusalOf(`${what}, removal`, answer);
    },
    find,
    /** The same for several values in one round trip; an error stands in the place of what cannot be said. */
    findAll: async (column: string, values: readonly string[], patience: Patience) => {
      const calls = values.map((value) => getPage(firstFound(column, value)));
      const parts = values.length > 1 ? await callAll(graph, calls, patience) : [];
      return Promise.all(
        values.map((value, i) => {
          const page = parts[i] && each(parts[i], readAnswer);
          if (page instanceof Error) return page;
          return page && page !== 'expired' && !page.next
            ? only(page.changes, column, value)
            : find(column, value, patience).catch(asStoreError);
        }),
      );
    },
    /** A link for everything that changes from now on. */
    latest: (patience: Patience) => page(`${base}/delta?token=latest&${expand}`, 2, patience),
    /** Where reading the whole list in order of ids begins. */
    firstPage: `${base}?${expand}&$top=${PAGE}`,
    page: (path: string, patience: Patience) => page(path, 2, patience),
    changes: (link: string, patience: Patience) => page(link, 1, patience),
  };
}

/** SharePoint compares without case; we do not. */
const only = (changes: readonly Change[], column: string, value: string): readonly Item[] =>
  changes
    .filter((change) => 'fields' in change)
    .filter(({ fields }) => fields[column] === value)
    .sort((a, b) => a.id - b.id);

const createdSchema = z.object({
  id: z.coerce.number().int().positive(),
  '@odata.etag': z.string().nullish(),
  eTag: z.string().nullish(),
});
const etagSchema = z.object({ '@odata.etag': z.string().nullish() });

/** A new row was written whatever its answer looks like; without an id it must be looked for. */
function readCreated(body: unknown): { readonly id: number; readonly etag: string } {
  const parsed = createdSchema.safeParse(body);
  const etag = parsed.data?.['@odata.etag'] ?? parsed.data?.eTag;
  if (!parsed.success || !etag) throw new GraphUnclear('the answer to a new row says nothing of it');
  return { id: parsed.data.id, etag };
}

function asStoreError(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  throw error;
}

/** The meaning of a part, or the error that stands in its place. */
function each<T>(part: PartAnswer, read: (answer: GraphAnswer) => T): T | Error {
  if (!isAnswer(part)) return part;
  try {
    return read(part);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
