import type { Delivery } from '../../../app/ports/deliveries.ts';
import type { Patience } from '../graph/graph.ts';
import { insertOnce } from '../lists/insertOnce.ts';
import type { Item } from '../lists/item.ts';
import type { List } from '../lists/list.ts';
import type { Sync } from '../mirror/sync.ts';
import { type Making, newFields } from './fields.ts';

type NewRow = { readonly key: string; readonly fields: ReturnType<typeof newFields> };

/**
 * Writes new messages, twenty in a round trip. Those whose answer is unclear are looked for and written one by one.
 * @returns keys of the messages that were new.
 * @throws StoreUnavailable when it cannot be said of some; asking again does no harm.
 */
export async function addRows(
  { list, sync }: { list: List; sync: Sync },
  rows: readonly NewRow[],
  patience: Patience,
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const alone = rows.length === 1;
  const answers = alone
    ? []
    : await list.insertAll(
        rows.map(({ fields }) => fields),
        patience,
      );
  const added: string[] = [];
  const keep = (key: string, item: Item): void => {
    sync.take([item]);
    added.push(key);
  };
  for (const [i, row] of rows.entries()) {
    const answer = answers[i];
    if (answer && !(answer instanceof Error)) {
      if (answer.outcome === 'written') keep(row.key, answer.item);
      continue;
    }
    const once = await insertOnce(
      list,
      { column: 'RowKey', key: row.fields.RowKey, fields: row.fields },
      patience,
    );
    if (once.outcome === 'written') keep(row.key, once.item);
    else sync.take(once.rows);
  }
  return added;
}

/** Messages of one call keep their order, whatever order SharePoint gives them ids in. */
export function createOrder(wallClock: () => number): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, wallClock() * 1_000);
    return last;
  };
}

export const toNewRow = (delivery: Delivery, making: Making): NewRow => ({
  key: delivery.key,
  fields: newFields(delivery, making),
});
