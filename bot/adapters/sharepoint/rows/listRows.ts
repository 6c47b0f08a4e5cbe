import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { atMost } from '../../../app/atMost.ts';
import type { Graph } from '../graph/graph.ts';
import { currentLists, idOf, rememberLists } from '../lists/findLists.ts';
import { createMeta, openCopy } from '../mirror/database.ts';
import { PORTFOLIO_SITE_LISTS } from '../schema/portfolioSite.ts';
import type { WantedRow } from './project.ts';
import {
  type Against,
  addDone,
  type ByHand,
  createReadableList,
  NO_WORK,
  type ReadableList,
  type RowsDone,
} from './readableList.ts';

export type ListRows = {
  /** Something happened to an initiative: its rows are seen to soon, in the background. */
  readonly changed: (initiative: string) => void;
  /** Sees to what has changed now. Never rejects: what fails is tried again with the next, or after a while. */
  readonly flush: () => Promise<void>;
  /**
   * Compares all initiatives with the lists and writes what differs. @throws StoreUnavailable; asking again goes on.
   * @param against the lists, or the copy from last time: that asks nothing of SharePoint while nothing differs.
   */
  readonly catchUp: (onDone?: (list: string, done: RowsDone) => void, against?: Against) => Promise<RowsDone>;
  /** Waits a little for what is under way; what is not written is caught up with another time. */
  readonly close: () => Promise<void>;
};

export type ListRowsSettings = {
  readonly graph: Graph;
  /** Id of the portfolio site. */
  readonly site: string;
  /** Folder for this instance's copy; in memory without one. */
  readonly folder?: string;
  /** Ids of all initiatives. */
  readonly all: () => Iterable<string>;
  /** How the rows of an initiative should be, and at which version of it; undefined when there is none. */
  readonly rowsOf: (
    initiative: string,
  ) => { readonly version: number; readonly rows: readonly WantedRow[] } | undefined;
  /** How often a list is asked for what people did in it. */
  readonly everyMs?: number;
  /** Changes of a case that come close together are written together. */
  readonly delayMs?: number;
  /** What SharePoint did not take is tried again after this time. */
  readonly againMs?: number;
  readonly newId?: () => string;
  readonly onByHand?: (what: ByHand) => void;
  readonly onError?: (error: unknown) => void;
};

const EVERY_MS = 10 * 60_000;
const DELAY_MS = 2_000;
const AGAIN_MS = 15_000;
const AT_ONCE = 50;
/** Background work may be waiting for its turn for minutes. */
const CLOSING_MS = 1_500;

/**
 * Readable lists in the portfolio site, written after the log and never read back. Losing all of it loses nothing:
 * `catchUp` writes what is missing, whatever the reason.
 * @throws StoreUnavailable when the site cannot be reached or its lists have not been made.
 */
export async function openListRows(settings: ListRowsSettings): Promise<ListRows> {
  const { graph, site, folder } = settings;
  const db = openCopy(folder && path.join(folder, 'portfolio'), site);
  const meta = createMeta(db);
  const titles = PORTFOLIO_SITE_LISTS.map(({ title }) => title);
  const current = await currentLists(graph, site, meta, titles).catch((error: unknown) => {
    db.close();
    throw error;
  });
  rememberLists(meta, current);
  const { ids } = current;
  const lists: readonly ReadableList[] = PORTFOLIO_SITE_LISTS.map((spec) =>
    createReadableList({
      graph,
      db,
      site,
      list: idOf(ids, spec.title),
      spec,
      newId: settings.newId ?? randomUUID,
      everyMs: settings.everyMs ?? EVERY_MS,
      onByHand: settings.onByHand ?? (() => undefined),
    }),
  );
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** A few cases at a time, so that people who ask for something meanwhile are answered. */
  async function settle(
    initiatives: Iterable<string>,
    against: Against,
  ): Promise<ReadonlyMap<string, RowsDone>> {
    const sums = new Map(lists.map(({ title }) => [title, NO_WORK]));
    for (const some of chunksOf(initiatives, AT_ONCE)) {
      if (closed) break;
      const wanted = some.flatMap((id) => {
        const found = settings.rowsOf(id);
        return found ? [{ id, ...found }] : [];
      });
      for (const list of lists) {
        const done = await list.settle(
          wanted.map(({ id, version, rows }) => ({
            initiative: id,
            version,
            rows: rowsFor(rows, list.title),
          })),
          graph.patience('background'),
          against,
        );
        sums.set(list.title, addDone(sums.get(list.title) ?? NO_WORK, done));
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return sums;
  }

  function flushIn(ms: number): void {
    timer ??= setTimeout(() => void flush(), ms);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const taken = [...waiting];
    waiting.clear();
    if (taken.length === 0 || closed) return;
    try {
      await inTurn(() => settle(taken, 'list'));
    } catch (error) {
      for (const id of taken) waiting.add(id);
      if (closed) return;
      flushIn(settings.againMs ?? AGAIN_MS);
      settings.onError?.(error);
    }
  }

  /** One after the other: two comparisons at once would both write what is missing. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = working.then(work, work);
    working = result.catch(() => undefined);
    return result;
  }

  return {
    changed: (initiative) => {
      if (closed) return;
      waiting.add(initiative);
      flushIn(settings.delayMs ?? DELAY_MS);
    },
    flush,
    catchUp: async (onDone, against = 'list') => {
      const sums = await inTurn(() => settle(settings.all(), against));
      for (const list of lists) list.tellOfForeign();
      for (const [list, done] of sums) onDone?.(list, done);
      return [...sums.values()].reduce(addDone, NO_WORK);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await atMost(CLOSING_MS, Promise.allSettled([working, ...lists.map((list) => list.close())]));
      if (db.isOpen) db.close();
    },
  };
}

const rowsFor = (rows: readonly WantedRow[], title: string) =>
  new Map(rows.filter(({ list }) => list.title === title).map(({ key, cells }) => [key, cells]));

function* chunksOf<T>(things: Iterable<T>, size: number): Generator<readonly T[]> {
  const all = [...things];
  for (let first = 0; first < all.length; first += size) yield all.slice(first, first + size);
}
