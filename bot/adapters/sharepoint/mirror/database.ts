import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Counted up when the tables change; an older copy is thrown away and read anew. */
const SCHEMA = 2;
const FILE = 'sharepoint-copy.sqlite';
/** A copy that begins on a disk with less than this soon stops in the middle. */
const LEAST_ROOM = 8 * 1024 * 1024;

/**
 * Opens this instance's copy of the lists: a cache that may be deleted at any time. Without a folder it lives in
 * memory. A copy that is damaged, of another version or another site, is thrown away; one that another process has
 * open is left to it, and this instance works from memory.
 * @param owner names the site; a copy of another one is of no use.
 * @param onUnusable told why, when nothing can be kept in the folder: then too it works from memory.
 */
export function openCopy(
  folder: string | undefined,
  owner: string,
  onUnusable: (error: unknown) => void = () => undefined,
): DatabaseSync {
  if (folder === undefined) return inMemory(owner);
  try {
    return openIn(folder, owner);
  } catch (error) {
    if (!isBusy(error)) onUnusable(error);
    return inMemory(owner);
  }
}

const inMemory = (owner: string): DatabaseSync => prepare(new DatabaseSync(':memory:'), owner);

function openIn(folder: string, owner: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_ROOM) throw new Error('the disk has no room');
  const file = path.join(folder, FILE);
  try {
    return open(file, owner);
  } catch (error) {
    if (isBusy(error)) throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    return open(file, owner);
  }
}

function open(file: string, owner: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    return prepare(db, owner);
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: DatabaseSync, owner: string): DatabaseSync {
  const version = db.prepare('PRAGMA user_version').get()?.user_version;
  if (version !== 0 && version !== SCHEMA) throw new Error('a copy of another version');
  db.exec(
    `PRAGMA user_version = ${SCHEMA}; CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) STRICT`,
  );
  const meta = createMeta(db);
  if (meta.get('owner') !== undefined && meta.get('owner') !== owner)
    throw new Error('a copy of another site');
  meta.set('owner', owner);
  return db;
}

/** Throws away all that was copied: it is of lists that are no more. */
export function emptyCopy(db: DatabaseSync, owner: string): void {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  together(db, () => {
    for (const { name } of tables) db.exec(`DROP TABLE ${String(name)}`);
  });
  prepare(db, owner);
}

export type Meta = {
  readonly get: (name: string) => string | undefined;
  /** Undefined forgets the name. */
  readonly set: (name: string, value: string | undefined) => void;
};

/** Small facts kept beside the rows: links, how far was read. */
export function createMeta(db: DatabaseSync): Meta {
  const select = db.prepare('SELECT value FROM meta WHERE name = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM meta WHERE name = ?');
  return {
    get: (name) => {
      const value = select.get(name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    set: (name, value) => void (value === undefined ? forget.run(name) : replace.run(name, value)),
  };
}

/** All or nothing; may be nested, then the outer one decides. */
export function together<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'errcode') === 5;
