import type { StoredRow } from '../../chain/checkChains.ts';
import type { LogSource } from '../../chain/logSource.ts';
import type { Graph } from '../graph/graph.ts';
import { findLists, idOf } from '../lists/findLists.ts';
import type { Fields } from '../lists/item.ts';
import { createList } from '../lists/list.ts';
import { openCopy } from '../mirror/database.ts';
import type { CopiedRow } from '../mirror/mirror.ts';
import { createSync } from '../mirror/sync.ts';
import { logMirror } from '../mirrors.ts';
import { LOG_LIST } from '../schema/closedSite.ts';
import { storedFields } from './row.ts';

const READING_MS = 60 * 60_000;
const PAGE = 500;

export type LogSourceSettings = {
  readonly graph: Graph;
  /** Id of the closed site: `host,guid,guid`. */
  readonly site: string;
  /** Rows read so far. */
  readonly onProgress?: (rows: number) => void;
};

/**
 * Reads the whole log list as it is now, into memory, to look into it. Rows after the first with the same key do not
 * count and are left out; `walk` says how many they are. Gaps between item ids mean nothing in SharePoint: rows cut off
 * the end of a stream show only against an anchor.
 * @throws StoreUnavailable when the site cannot be reached or has no log.
 */
export async function openSharePointLogSource(settings: LogSourceSettings): Promise<LogSource> {
  const { graph, site } = settings;
  const lists = await findLists(graph, site, graph.patience('background'));
  const list = createList(graph, { site, list: idOf(lists, LOG_LIST.title), spec: LOG_LIST });
  const db = openCopy(undefined, site);
  const mirror = logMirror(db, (id) => id);
  const sync = createSync({
    graph,
    list,
    mirror,
    every: { busyMs: READING_MS, idleMs: READING_MS },
    onApplied: () => undefined,
    onProgress: (rows) => settings.onProgress?.(rows),
  });
  const close = async (): Promise<void> => {
    await sync.stop();
    if (db.isOpen) db.close();
  };
  try {
    await sync.fresh(graph.patience('background', READING_MS));
  } catch (error) {
    await close();
    throw error;
  }
  const after = mirror.select('id > ?', `ORDER BY id LIMIT ${PAGE}`);
  const ofStream = mirror.select('stream = ?', 'ORDER BY sequence, id');
  const withText = mirror.select(`instr(fields ->> '$.Record', ?)`, 'ORDER BY id');

  function* rows(): Generator<StoredRow> {
    for (let last = 0; ; ) {
      const page = after(last);
      for (const row of page) yield stored(row);
      if (page.length < PAGE) return;
      last = page.at(-1)?.id ?? last;
    }
  }

  return {
    walk: async (take) => {
      let counted = 0;
      for (const row of rows()) {
        take(row);
        counted += 1;
      }
      const others = mirror.size() - counted;
      return others > 0 ? [`${others} rows have the key of an earlier row and do not count`] : [];
    },
    rows,
    ofStream: (stream) => ofStream(stream).map(stored),
    withText: (text) => withText(text).map(stored),
    close,
  };
}

function stored({ id, fields }: CopiedRow): StoredRow {
  const { key, stream, sequence, operationId, previousHash, hash, record } = storedFields(fields);
  const [actor, at] = [textOf(fields, 'Actor'), textOf(fields, 'EventTime')];
  return { position: id, key, stream, sequence, operationId, actor, at, previousHash, hash, record };
}

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
