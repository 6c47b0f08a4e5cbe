import { insertOnce } from '../lists/insertOnce.ts';
import type { KeyedRows } from '../lists/keyedRows.ts';
import type { List } from '../lists/list.ts';
import type { Sync } from '../mirror/sync.ts';
import { digestKey } from '../rowKey.ts';

/** No message has this key: theirs hold a stream's name. */
const KEY = 'checkpoint';

/** How far the log has been turned into messages: a row of its own in the same list. */
export function createCheckpoint(
  { list, rows, sync }: { list: List; rows: KeyedRows; sync: Sync },
  newId: () => string,
) {
  const positionOf = (row: { readonly fields: Readonly<Record<string, unknown>> } | undefined): number =>
    Number(row?.fields.LogPosition ?? 0);

  return {
    read: async (): Promise<number> => {
      const patience = rows.patience('background');
      await rows.fresh(patience);
      return positionOf(await rows.find(KEY, patience));
    },
    move: async (position: number): Promise<void> => {
      const patience = rows.patience('background');
      if (!(await rows.find(KEY, patience))) {
        const RowKey = digestKey(KEY);
        const fields = { Title: KEY, RowKey, DeliveryStatus: KEY, LogPosition: 0, Attempt: newId() };
        const answer = await insertOnce(list, { column: 'RowKey', key: RowKey, fields }, patience, {
          verify: false,
        });
        sync.take(answer.outcome === 'written' ? [answer.item] : answer.rows);
      }
      await rows.change(
        KEY,
        (row) => (positionOf(row) < position ? { LogPosition: position } : undefined),
        patience,
      );
    },
  };
}
