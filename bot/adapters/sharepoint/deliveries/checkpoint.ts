import type { Graph } from '../graph/graph.ts';
import { insertOnce } from '../lists/insertOnce.ts';
import type { KeyedRows } from '../lists/keyedRows.ts';
import type { List } from '../lists/list.ts';
import type { Sync } from '../mirror/sync.ts';
import { digestKey } from '../rowKey.ts';

/** No message has this key: theirs hold a stream's name. */
const KEY = 'checkpoint';

export type CheckpointParts = {
  readonly graph: Graph;
  readonly list: List;
  readonly rows: KeyedRows;
  readonly sync: Sync;
  readonly newId: () => string;
  /** Written no more often than this. Who starts from an older one only asks again for messages that are there. */
  readonly everyMs: number;
};

/** How far the log has been turned into messages: a row of its own in the same list, and what this instance knows. */
export function createCheckpoint({ graph, list, rows, sync, newId, everyMs }: CheckpointParts) {
  const { now } = graph.timing;
  let reached = 0;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const positionOf = (row: { readonly fields: Readonly<Record<string, unknown>> } | undefined): number =>
    Number(row?.fields.LogPosition ?? 0);

  return {
    read: async (): Promise<number> => {
      const patience = rows.patience('background');
      await rows.fresh(patience);
      return Math.max(reached, positionOf(await rows.find(KEY, patience)));
    },
    move: async (position: number): Promise<void> => {
      reached = Math.max(reached, position);
      if (now() - writtenAt < everyMs) return;
      writtenAt = now();
      const patience = rows.patience('background');
      if (!(await rows.find(KEY, patience))) {
        const RowKey = digestKey(KEY);
        const fields = { Title: KEY, RowKey, DeliveryStatus: KEY, LogPosition: 0, Attempt: newId() };
        const answer = await insertOnce(list, { column: 'RowKey', key: RowKey, fields }, patience);
        sync.take(answer.outcome === 'written' ? [answer.item] : answer.rows);
      }
      await rows.change(
        KEY,
        (row) => (positionOf(row) < reached ? { LogPosition: reached } : undefined),
        patience,
      );
    },
  };
}
