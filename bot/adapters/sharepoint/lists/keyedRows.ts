import { GraphUnclear } from '../graph/errors.ts';
import type { Graph, Patience } from '../graph/graph.ts';
import type { CopiedRow, Mirror } from '../mirror/mirror.ts';
import type { Sync } from '../mirror/sync.ts';
import { digestKey } from '../rowKey.ts';
import type { FieldValue } from './item.ts';
import type { Changed, FieldChange, List } from './list.ts';

/** Somebody else was first this many times in a row: something is wrong. */
const MOST_ATTEMPTS = 12;

export type KeyedRowsParts = {
  readonly graph: Graph;
  readonly list: List;
  readonly mirror: Mirror;
  readonly sync: Sync;
};

export type ChangeRow = { readonly row: CopiedRow; readonly fields: FieldChange };

/** Rows found by a key and changed with their tag: nobody overwrites what they have not seen. */
export type KeyedRows = ReturnType<typeof createKeyedRows>;

export function createKeyedRows({ graph, list, mirror, sync }: KeyedRowsParts) {
  const byKey = mirror.select('key = ?', 'LIMIT 1');

  /** From the copy, else from the list itself. */
  async function find(key: string, patience: Patience): Promise<CopiedRow | undefined> {
    const digest = digestKey(key);
    const known = byKey(digest)[0];
    if (known) return known;
    sync.take(await list.find('RowKey', digest, patience));
    return byKey(digest)[0];
  }

  /** What the row is now; undefined when it is gone. */
  async function refresh(id: number, patience: Patience): Promise<CopiedRow | undefined> {
    const item = await list.get(id, patience);
    sync.take(item ? [item] : [{ id, deleted: true }]);
    return item && byKey(String(item.fields.RowKey))[0];
  }

  function keep({ row, fields }: ChangeRow, etag: string): CopiedRow {
    const values: Record<string, FieldValue> = { ...row.fields };
    for (const [name, value] of Object.entries(fields)) {
      if (value === null || value === '') delete values[name];
      else values[name] = value;
    }
    sync.take([{ id: row.id, etag, fields: values }]);
    return { ...row, etag, fields: values };
  }

  /**
   * Changes a row to what `decide` makes of it; decides again when somebody else was first or the answer was lost.
   * @param decide undefined: leave it. Must see from the row when its change has been made.
   * @returns the row after the change; undefined when there was nothing to change.
   */
  async function change(
    key: string,
    decide: (row: CopiedRow) => FieldChange | undefined,
    patience: Patience,
  ): Promise<CopiedRow | undefined> {
    let row = await find(key, patience);
    for (let attempt = 1; row && attempt <= MOST_ATTEMPTS; attempt += 1) {
      const fields = decide(row);
      if (!fields) return undefined;
      const changed = await orUnclear(list.change(row.id, fields, row.etag, patience));
      if (changed?.outcome === 'changed' && changed.etag) return keep({ row, fields }, changed.etag);
      if (changed?.outcome === 'changed') return refresh(row.id, patience);
      row = await refresh(row.id, patience);
    }
    if (row) throw new GraphUnclear(`a row of ${list.title} changed ${MOST_ATTEMPTS} times in a row`);
    return undefined;
  }

  /** Many at once, each only if nobody has written since. Gives the rows that were changed, and refreshes the others. */
  async function changeAll(
    changes: readonly ChangeRow[],
    isOurs: (row: CopiedRow) => boolean,
    patience: Patience,
  ): Promise<readonly CopiedRow[]> {
    const answers = await list.changeAll(
      changes.map(({ row, fields }) => ({ id: row.id, fields, etag: row.etag })),
      patience,
    );
    const done: CopiedRow[] = [];
    for (const [i, answer] of answers.entries()) {
      const wanted = changes[i];
      if (!wanted) continue;
      if (!(answer instanceof Error) && answer.outcome === 'changed' && answer.etag)
        done.push(keep(wanted, answer.etag));
      else {
        const row = await refresh(wanted.row.id, patience);
        if (row && isOurs(row)) done.push(row);
      }
    }
    return done;
  }

  return {
    find,
    /** From the copy alone. */
    known: (key: string): CopiedRow | undefined => byKey(digestKey(key))[0],
    refresh,
    change,
    changeAll,
    fresh: (patience: Patience) => sync.fresh(patience),
    patience: graph.patience,
  };
}

async function orUnclear(change: Promise<Changed>): Promise<Changed | undefined> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof GraphUnclear) return undefined;
    throw error;
  }
}
