import { createInTurn } from '../../../app/inTurn.ts';
import {
  type AppendResult,
  type EventLog,
  type LogEntry,
  type LogRow,
  rowKey,
  StoreUnavailable,
} from '../../../app/ports/eventLog.ts';
import { checkStream, type Recorded, writeRecord } from '../../chain/record.ts';
import type { Graph } from '../graph/graph.ts';
import { insertOnce } from '../lists/insertOnce.ts';
import type { List } from '../lists/list.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { Sync } from '../mirror/sync.ts';
import type { createLogHeads, Head } from './heads.ts';
import { logFields, toLogRow } from './row.ts';
import type { Settled } from './settled.ts';

export type EventLogParts = {
  readonly graph: Graph;
  readonly list: List;
  readonly mirror: Mirror;
  readonly sync: Sync;
  readonly heads: ReturnType<typeof createLogHeads>;
  readonly settled: Settled;
  /** Names each attempt to write. */
  readonly newId: () => string;
  readonly onGap: (key: string) => void;
};

/**
 * The event log on a SharePoint list. A command costs two round trips: the write, whose unique key is the lock, and a
 * look at the key. Reading goes over this instance's copy of the list, kept by delta.
 * Source: docs/adr/0005-event-log.md and docs/adr/0012-sharepoint-store.md
 */
export function createSharePointLog(parts: EventLogParts): EventLog {
  const { graph, list, mirror, sync, heads, settled } = parts;
  const inTurn = createInTurn();
  const underWay = new Set<Promise<unknown>>();
  const after = mirror.select('position > ? AND position <= ?', 'ORDER BY position LIMIT ?');
  let closed = false;

  /** Counts work, so that closing waits for it. */
  function working<T>(work: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    const running = work();
    underWay.add(running);
    const done = (): void => void underWay.delete(running);
    running.then(done, done);
    return running;
  }

  /** The copy must hold the log before anything is decided on it; later news is looked for where it matters. */
  async function known(): Promise<void> {
    sync.touch();
    if (!sync.state().complete) await sync.fresh(graph.patience('person'));
  }

  /**
   * Asks the list itself for rows beyond the copy's, one key after the other: news may be seconds late. Where many
   * have come, news is asked for once, which brings most of them together.
   */
  async function lookBeyond(stream: string): Promise<Head> {
    const patience = graph.patience('person');
    for (let found = 1; ; found += 1) {
      const next = heads.of(stream).sequence + 1;
      const rows = await list.find('EventKey', rowKey(stream, next), patience);
      sync.take(rows);
      if (rows.length === 0 || heads.of(stream).sequence < next) return heads.of(stream);
      if (found === 2) await sync.news(patience);
    }
  }

  function rowAt(stream: string, sequence: number): LogRow {
    const row = heads.rows(stream)[sequence - 1];
    if (!row) throw new StoreUnavailable(`${rowKey(stream, sequence)} is missing in the event log`);
    return toLogRow(row);
  }

  async function append(
    stream: string,
    expectedVersion: number,
    entry: LogEntry,
    recorded: Recorded,
  ): Promise<AppendResult> {
    await known();
    let head = heads.of(stream);
    const replayed = (): AppendResult | undefined => {
      const sequence = head.operations.get(entry.operationId);
      return sequence === undefined ? undefined : { outcome: 'replayed', row: rowAt(stream, sequence) };
    };
    // The caller has seen more than the copy holds. One who has seen less decides again, and then is told.
    if (head.sequence < expectedVersion && !head.operations.has(entry.operationId))
      head = await lookBeyond(stream);
    const before = replayed();
    if (before) return before;
    if (head.sequence !== expectedVersion) return { outcome: 'conflict', actualVersion: head.sequence };

    const fields = logFields(recorded, entry, { previousHash: head.hash, attempt: parts.newId() });
    const row = { column: 'EventKey', key: recorded.key, fields };
    const answer = await insertOnce(list, row, graph.patience('person'), { verify: true });
    sync.take(answer.outcome === 'written' ? [answer.item] : answer.rows);
    head = answer.outcome === 'written' ? heads.of(stream) : await lookBeyond(stream);
    if (answer.outcome === 'written') return { outcome: 'appended', row: rowAt(stream, expectedVersion + 1) };
    return replayed() ?? { outcome: 'conflict', actualVersion: head.sequence };
  }

  return {
    async append(stream, expectedVersion, entry) {
      const recorded = writeRecord(stream, expectedVersion + 1, entry);
      const kept = structuredClone({ ...entry, events: entry.events.map(({ type }) => ({ type })) });
      return working(() => inTurn(stream, () => append(stream, expectedVersion, kept, recorded)));
    },
    async read(stream) {
      checkStream(stream);
      return working(async () => {
        await known();
        const head = await lookBeyond(stream);
        if (head.hasGap) {
          const key = rowKey(stream, head.sequence + 1);
          parts.onGap(key);
          throw new StoreUnavailable(`row ${key} is missing in the event log: restore it in SharePoint`);
        }
        return heads.rows(stream).map(toLogRow);
      });
    },
    async readAfter(position, limit) {
      return working(async () => {
        await sync.fresh(graph.patience('person'));
        await settled.advance();
        return after(position, settled.position(), limit).map(toLogRow);
      });
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
