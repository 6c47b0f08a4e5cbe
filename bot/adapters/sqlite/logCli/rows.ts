import type { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from '../../chain/checkChains.ts';

const COLUMNS = `position, key, stream, sequence, operation_id AS operationId, actor, at,
  previous_hash AS previousHash, hash, record`;

/** All rows in log order, as they lie in the file. To be walked in one go: the file cannot shrink meanwhile. */
export const allRows = (db: DatabaseSync): Iterable<StoredRow> =>
  db
    .prepare(`SELECT ${COLUMNS} FROM events ORDER BY position`)
    .iterate() as Iterable<unknown> as Iterable<StoredRow>;

/** The rows there were at the start, a page at a time: a slow receiver holds up nobody. */
export function* rowsSoFar(db: DatabaseSync): Generator<StoredRow> {
  const last = Number(db.prepare('SELECT max(position) AS last FROM events').get()?.last ?? 0);
  const after = db.prepare(
    `SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT 500`,
  );
  for (let position = 0; position < last; ) {
    const page = after.all(position, last) as unknown as StoredRow[];
    yield* page;
    position = page.at(-1)?.position ?? last;
  }
}

/** The rows of a stream, or of the case whose `Submitted` event carries the number. Letters in any case. */
export function rowsOf(db: DatabaseSync, streamOrNumber: string): readonly StoredRow[] {
  const wanted = streamOrNumber.toUpperCase();
  const ofStream = db.prepare(`SELECT ${COLUMNS} FROM events WHERE key > ? AND key < ? ORDER BY key`);
  const rows = (stream: string) => ofStream.all(`${stream}#`, `${stream}$`) as unknown as StoredRow[];
  const found = rows(wanted);
  if (found.length > 0) return found;
  const candidates = db.prepare(`SELECT ${COLUMNS} FROM events WHERE instr(record, ?) ORDER BY position`);
  for (const row of candidates.iterate(JSON.stringify(wanted)) as Iterable<unknown> as Iterable<StoredRow>)
    if (eventsOf(row).some(({ type, number }) => type === 'Submitted' && number === wanted))
      return rows(row.stream);
  return [];
}

/** The events of a row; none when somebody has made the record unreadable. */
export function eventsOf({
  record,
}: StoredRow): readonly { readonly type?: unknown; readonly number?: unknown }[] {
  try {
    const content: unknown = JSON.parse(record);
    const events: unknown = Reflect.get(Object(content), 'events');
    return Array.isArray(events) ? events.map(Object) : [];
  } catch {
    return [];
  }
}

/** Runs `work` on one moment of the log, however much the server writes meanwhile. */
export function atOneMoment<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}
