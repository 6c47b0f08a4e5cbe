import type { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from '../chain/checkChains.ts';
import type { LogSource } from '../chain/logSource.ts';
import { openDatabaseToRead } from './database.ts';
import { primaryCode } from './errors.ts';
import { createPositionCheck, gapsText } from './positions.ts';

const COLUMNS = `position, key, stream, sequence, operation_id AS operationId, actor, at,
  previous_hash AS previousHash, hash, record`;
const PAGE = 500;

type Rows = Iterable<StoredRow>;

/**
 * Opens a store's file to look into its log. @throws StoreUnavailable, also when there is no such file.
 *
 * Limits of what `walk` finds: the traces that show rows cut off the end (SQLite's counter, the checkpoint of
 * messages) lie in the same file. Somebody who may write the file and takes care can cut off the end unseen, unless an
 * anchor from before is kept elsewhere.
 */
export function openLogSource(file: string): LogSource {
  const db = openDatabaseToRead(file);
  const ofStream = db.prepare(`SELECT ${COLUMNS} FROM events WHERE key > ? AND key < ? ORDER BY key`);
  const withText = db.prepare(`SELECT ${COLUMNS} FROM events WHERE instr(record, ?) ORDER BY position`);
  return {
    walk: async (take) => atOneMoment(db, () => walk(db, take)),
    rows: () => rowsSoFar(db),
    ofStream: (stream) => ofStream.all(`${stream}#`, `${stream}$`) as unknown as StoredRow[],
    withText: (text) => withText.iterate(text) as Iterable<unknown> as Rows,
    close: async () => db.close(),
  };
}

function walk(db: DatabaseSync, take: (row: StoredRow) => void): readonly string[] {
  const positions = createPositionCheck();
  const all = db.prepare(`SELECT ${COLUMNS} FROM events ORDER BY position`);
  const unreadable = attempt(() => {
    for (const row of all.iterate() as Iterable<unknown> as Rows) {
      take(row);
      positions.take(row);
    }
  });
  const gaps = positions.gaps(lastPositionGiven(db));
  return [
    ...(unreadable ? [`the rows after position ${positions.last()} cannot be read: ${unreadable}`] : []),
    ...damagedFile(db),
    ...(missingGuards(db) > 0 ? ['the guard against changing and deleting rows was taken away'] : []),
    ...(gaps.length > 0 ? [`rows were deleted: positions ${gapsText(gaps)} are missing`] : []),
  ];
}

/** A page at a time. */
function* rowsSoFar(db: DatabaseSync): Generator<StoredRow> {
  const last = number(db, 'SELECT max(position) FROM events');
  const after = db.prepare(
    `SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ${PAGE}`,
  );
  for (let position = 0; position < last; ) {
    const page = after.all(position, last) as unknown as StoredRow[];
    yield* page;
    position = page.at(-1)?.position ?? last;
  }
}

/** Runs `work` on one moment of the log, however much the server writes meanwhile. */
function atOneMoment<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}

/** What SQLite complains of, if it does. */
function attempt(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (primaryCode(error) === undefined) throw error;
    return (error as Error).message;
  }
}

const number = (db: DatabaseSync, sql: string): number =>
  Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);

/** SQLite's own counter, and the row up to which messages were made: two witnesses of how far the log once went. */
const lastPositionGiven = (db: DatabaseSync): number =>
  Math.max(
    number(db, "SELECT seq FROM sqlite_sequence WHERE name = 'events'"),
    number(db, 'SELECT position FROM delivery_checkpoint'),
  );

const missingGuards = (db: DatabaseSync): number =>
  2 -
  number(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'events_are_not_%'");

/** What SQLite finds wrong with the file: pages, and indexes that do not match their table. */
const damagedFile = (db: DatabaseSync): string[] =>
  db
    .prepare('PRAGMA integrity_check(5)')
    .all()
    .map((row) => String(row.integrity_check))
    .filter((line) => line !== 'ok')
    .map((line) => `the file is damaged: ${line}`);
