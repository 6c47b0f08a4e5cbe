import { createInTurn } from '../../../app/inTurn.ts';
import {
  type AppendResult,
  DamagedStream,
  type EventLog,
  type LogEntry,
  type LogRow,
  rowKey,
  StoreUnavailable,
  type WantedRow,
} from '../../../app/ports/eventLog.ts';
import { intactAfter } from '../../chain/intactAfter.ts';
import { checkStream, type Recorded, writeRecords } from '../../chain/record.ts';
import type { Graph } from '../graph/graph.ts';
import { insertInTurn } from '../lists/insertInTurn.ts';
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

type Prepared = WantedRow & { readonly recorded: Recorded };

/**
 * The event log on a SharePoint list. A command costs two round trips, however many rows it has: the write, whose
 * unique keys are the locks, and a look at the keys. Reading goes over this instance's copy of the list, kept by delta.
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

  /** What the copy knows of a wanted row; undefined when nothing is in its way. */
  async function alreadySo({ stream, expectedVersion, entry }: WantedRow): Promise<AppendResult | undefined> {
    // The caller has seen more than the copy holds. One who has seen less decides again, and then is told.
    if (heads.of(stream).sequence < expectedVersion && !heads.of(stream).operations.has(entry.operationId))
      await lookBeyond(stream);
    if (heads.of(stream).hasGap) await wholeHead(stream);
    return replayed(stream, entry) ?? conflictUnless(stream, expectedVersion);
  }

  /**
   * Where the stream ends in the list itself. The row that is missing in the copy may only be late; the key of one that
   * has been deleted is free, and another history would be written in its place. @throws DamagedStream
   */
  async function wholeHead(stream: string): Promise<void> {
    const head = await lookBeyond(stream);
    if (!head.hasGap) return;
    const key = rowKey(stream, head.sequence + 1);
    parts.onGap(key);
    throw new DamagedStream(`row ${key} is missing in the event log: restore it in SharePoint`);
  }

  function replayed(stream: string, { operationId }: LogEntry): AppendResult | undefined {
    const sequence = heads.of(stream).operations.get(operationId);
    return sequence === undefined ? undefined : { outcome: 'replayed', row: rowAt(stream, sequence) };
  }

  function conflictUnless(stream: string, version: number): AppendResult | undefined {
    const { sequence } = heads.of(stream);
    return sequence === version ? undefined : { outcome: 'conflict', actualVersion: sequence };
  }

  async function appendAll(wanted: readonly Prepared[]): Promise<readonly AppendResult[]> {
    await known();
    let stopped: AppendResult | undefined;
    const free: Prepared[] = [];
    for (const row of wanted) {
      stopped = await alreadySo(row);
      if (stopped) break;
      free.push(row);
    }
    const results = free.length > 0 ? await write(free) : [];
    const isFirstWritten = results.every(({ outcome }) => outcome === 'appended');
    return stopped && isFirstWritten ? [...results, stopped] : results;
  }

  async function write(wanted: readonly Prepared[]): Promise<AppendResult[]> {
    const rows = wanted.map(({ stream, entry, recorded }) => {
      const chained = { previousHash: heads.of(stream).hash, attempt: parts.newId() };
      return { column: 'EventKey', key: recorded.key, fields: logFields(recorded, entry, chained) };
    });
    const answers = await insertInTurn(list, rows, graph.patience('person'));
    sync.take(answers.flatMap((answer) => (answer.outcome === 'written' ? [answer.item] : answer.rows)));
    const results: AppendResult[] = [];
    for (const [i, { outcome }] of answers.entries()) {
      const { stream, expectedVersion, entry } = wanted[i] as Prepared;
      if (outcome === 'written')
        results.push({ outcome: 'appended', row: rowAt(stream, expectedVersion + 1) });
      else {
        const { sequence } = await lookBeyond(stream);
        results.push(replayed(stream, entry) ?? { outcome: 'conflict', actualVersion: sequence });
      }
    }
    return results;
  }

  /** All streams in turn, always in the order of their names, so that two never wait for each other. */
  function inTurns<T>(streams: readonly string[], work: () => Promise<T>): Promise<T> {
    return streams.toSorted().reduce<() => Promise<T>>((then, stream) => () => inTurn(stream, then), work)();
  }

  async function appendRows(rows: readonly WantedRow[]): Promise<readonly AppendResult[]> {
    const prepared = writeRecords(rows).map(({ entry, ...row }) => ({
      ...row,
      entry: structuredClone({ ...entry, events: entry.events.map(({ type }) => ({ type })) }),
    }));
    const streams = prepared.map(({ stream }) => stream);
    return working(() => inTurns(streams, () => appendAll(prepared)));
  }

  return {
    async append(stream, expectedVersion, entry) {
      const [result] = await appendRows([{ stream, expectedVersion, entry }]);
      if (!result) throw new StoreUnavailable(`nobody can say whether ${stream} was written to`);
      return result;
    },
    appendAll: appendRows,
    async read(stream) {
      checkStream(stream);
      return working(async () => {
        await known();
        await wholeHead(stream);
        return heads.rows(stream).map(toLogRow);
      });
    },
    async readAfter(position, limit, isAsked = false) {
      return working(async () => {
        const patience = graph.patience('person');
        await (isAsked && sync.state().complete ? sync.news(patience) : sync.fresh(patience));
        await settled.advance();
        const next = (from: number, most: number) => after(from, settled.position(), most);
        return intactAfter(position, limit, next, toLogRow);
      });
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
