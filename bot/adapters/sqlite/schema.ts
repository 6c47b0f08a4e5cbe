import type { DatabaseSync } from 'node:sqlite';

/** "FPLN": tells our files from other people's SQLite databases. */
const APPLICATION_ID = 0x46504c4e;

/**
 * One step per schema version; the file's `user_version` says how many have been taken. Only add at the end.
 *
 * events: `key` is the only lock. AUTOINCREMENT never gives a position twice, so that rows deleted at the very end
 * leave a trace in sqlite_sequence. Operations are looked up within their stream: an index over them would cost
 * another page in every commit, a tenth of its time.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE events (
    position      INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT NOT NULL UNIQUE,
    stream        TEXT NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    operation_id  TEXT NOT NULL,
    actor         TEXT NOT NULL,
    at            TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL,
    record        TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;

  CREATE TABLE deliveries (
    added        INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    recipient    TEXT NOT NULL,
    initiative   TEXT,
    delivery     TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('due', 'sent', 'failed')),
    due_at       INTEGER NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    not_before   TEXT,
    reason       TEXT,
    conversation TEXT,
    activity     TEXT,
    settled_at   TEXT
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (due_at, added) WHERE status = 'due';
  CREATE INDEX deliveries_failed ON deliveries (settled_at) WHERE status = 'failed';
  CREATE INDEX deliveries_initiative ON deliveries (initiative) WHERE initiative IS NOT NULL;
  CREATE TABLE delivery_checkpoint (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER NOT NULL
  ) STRICT;
  INSERT INTO delivery_checkpoint VALUES (1, 0);

  CREATE TABLE conversations (
    id           TEXT PRIMARY KEY,
    person       TEXT,
    updated_at   TEXT NOT NULL,
    conversation TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversations_person ON conversations (person, updated_at) WHERE person IS NOT NULL;
  `,
  // How often a message has been claimed since anybody said what came of it.
  'ALTER TABLE deliveries ADD COLUMN claims INTEGER NOT NULL DEFAULT 0',
];

/** Brings a file to the newest schema in one transaction. @throws Error when the file is not ours or newer than us. */
export function migrate(db: DatabaseSync): void {
  if (versionOf(db) === STEPS.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have done the work while this one waited.
    for (const step of STEPS.slice(versionOf(db))) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STEPS.length}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** How many steps the file has taken, 0 for an empty one. @throws Error when it is not ours or newer than us. */
export function versionOf(db: DatabaseSync): number {
  const application = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (application === 0 && version === 0 && isEmpty(db)) return 0;
  if (application !== APPLICATION_ID) throw new Error('the file is not an event store of this program');
  if (version > STEPS.length)
    throw new Error(
      `the file has schema ${version}, this version of the program knows ${STEPS.length}: update the program`,
    );
  return version;
}

/** A setting of the file. */
export const pragma = (db: DatabaseSync, name: 'application_id' | 'user_version' | 'page_size'): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);

const isEmpty = (db: DatabaseSync): boolean =>
  db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0;
