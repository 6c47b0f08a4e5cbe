import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Change, Fields, Item } from '../lists/item.ts';
import { createMeta, type Meta, together } from './database.ts';

/** A row of the copy. `position` is the item's id, or a place after what readers had seen when it came late. */
export type CopiedRow = Item & { readonly position: number };

export type MirrorSpec = {
  /** Table in the copy. */
  readonly name: string;
  /** Column of the list that holds the unique key. */
  readonly key: string;
  /** Columns of the list to search by: name in SQL → name in the list. */
  readonly columns: Readonly<Record<string, string>>;
  /** Lists of SQL columns to index. */
  readonly indexes: readonly string[];
  /** Rows are never changed or removed: what was seen first stays, and differences are told. */
  readonly immutable: boolean;
};

/** What a piece of news changed. Edited and removed rows are told with what the copy held before. */
export type Applied = {
  readonly added: readonly CopiedRow[];
  readonly edited: readonly { readonly before: CopiedRow; readonly after: Item }[];
  readonly removed: readonly CopiedRow[];
};

export type Mirror = ReturnType<typeof createMirror>;

const GENERATION = 'generation';

/** This instance's copy of a list. Rows that share a key with an earlier row are kept, but never given out. */
export function createMirror(
  db: DatabaseSync,
  spec: MirrorSpec,
  placeLate: (id: number) => number = (id) => id,
) {
  const { name, key, columns, indexes, immutable } = spec;
  const generated = Object.entries({ key, ...columns }).map(
    ([sql, field]) => `, ${sql} GENERATED ALWAYS AS (fields ->> '$.${field}') STORED`,
  );
  db.exec(`
    CREATE TABLE IF NOT EXISTS ${name} (
      id INTEGER PRIMARY KEY, position REAL NOT NULL, etag TEXT NOT NULL, fields TEXT NOT NULL,
      gone INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL DEFAULT 0 ${generated.join('')});
    CREATE INDEX IF NOT EXISTS ${name}_key ON ${name} (key, id);
    CREATE INDEX IF NOT EXISTS ${name}_position ON ${name} (position);
    ${indexes.map((list, i) => `CREATE INDEX IF NOT EXISTS ${name}_${i} ON ${name} (${list});`).join('\n')}`);

  const all = createMeta(db);
  const meta: Meta = { get: (n) => all.get(`${name}.${n}`), set: (n, v) => all.set(`${name}.${n}`, v) };
  const generation = (): number => Number(meta.get(GENERATION) ?? 0);

  const ofId = db.prepare(`SELECT id, position, etag, fields FROM ${name} WHERE id = ?`);
  const insert = db.prepare(`INSERT INTO ${name} (id, position, etag, fields, seen) VALUES (?, ?, ?, ?, ?)`);
  const update = db.prepare(`UPDATE ${name} SET etag = ?, fields = ?, seen = ?, gone = 0 WHERE id = ?`);
  const touch = db.prepare(`UPDATE ${name} SET etag = ?, seen = ? WHERE id = ?`);
  const markGone = db.prepare(`UPDATE ${name} SET gone = 1 WHERE id = ? AND gone = 0`);
  const forget = db.prepare(`DELETE FROM ${name} WHERE id = ?`);
  const unseen = db.prepare(`SELECT id, position, etag, fields FROM ${name} WHERE seen < ? AND gone = 0`);
  const highest = db.prepare(`SELECT max(id) AS id FROM ${name}`);
  const counted = db.prepare(`SELECT count(*) AS rows FROM ${name}`);

  function remove(id: number): CopiedRow | undefined {
    const row = ofId.get(id);
    if (!row) return undefined;
    const { changes } = immutable ? markGone.run(id) : forget.run(id);
    return changes === 1 ? toRow(row) : undefined;
  }

  function take(item: Item, into: { added: CopiedRow[]; edited: Applied['edited'][number][] }): void {
    const known = ofId.get(item.id);
    if (!known) {
      const position = placeLate(item.id);
      insert.run(item.id, position, item.etag, JSON.stringify(item.fields), generation());
      into.added.push({ ...item, position });
      return;
    }
    const before = toRow(known);
    if (!immutable) update.run(item.etag, JSON.stringify(item.fields), generation(), item.id);
    else touch.run(item.etag, generation(), item.id);
    if (before.etag !== item.etag) into.edited.push({ before, after: item });
  }

  return {
    meta,
    together: <T>(work: () => T): T => together(db, work),
    /** Takes in what Graph told; rows without fields must be fetched before. */
    apply: (changes: readonly Change[]): Applied =>
      together(db, () => {
        const applied = { added: [] as CopiedRow[], edited: [] as Applied['edited'][number][] };
        const removed: CopiedRow[] = [];
        for (const change of changes) {
          if ('fields' in change) take(change, applied);
          else {
            const row = 'deleted' in change ? remove(change.id) : undefined;
            if (row) removed.push(row);
          }
        }
        return { ...applied, removed };
      }),
    /** A full reading begins: rows it does not meet will be found to be gone. */
    beginReading: (): void => meta.set(GENERATION, String(generation() + 1)),
    endReading: (): readonly CopiedRow[] =>
      together(db, () => {
        const gone = unseen.all(generation()).map(toRow);
        for (const { id } of gone) remove(id);
        return gone;
      }),
    highestId: (): number => Number(highest.get()?.id ?? 0),
    size: (): number => Number(counted.get()?.rows),
    has: (id: number): boolean => ofId.get(id) !== undefined,
    /** One column of the first row in order of ids, without reading the whole row. */
    value: (column: string, condition: string) => {
      const statement = db.prepare(
        `SELECT ${column} AS value FROM ${name} WHERE ${condition} ORDER BY id LIMIT 1`,
      );
      return (...values: SQLInputValue[]): unknown => statement.get(...values)?.value;
    },
    /** Rows that count (the first of each key), with a condition and order in SQL over `columns`. */
    select: (condition: string, order: string) => {
      const statement = db.prepare(
        `SELECT id, position, etag, fields FROM ${name} AS t
         WHERE (${condition}) AND NOT EXISTS (SELECT 1 FROM ${name} AS o WHERE o.key = t.key AND o.id < t.id)
         ${order}`,
      );
      return (...values: SQLInputValue[]): CopiedRow[] => statement.all(...values).map(toRow);
    },
  };
}

const toRow = (row: Record<string, unknown>): CopiedRow => ({
  id: Number(row.id),
  position: Number(row.position),
  etag: String(row.etag),
  fields: JSON.parse(String(row.fields)) as Fields,
});
