import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../app/ports/eventLog.ts';
import { isBusy } from './errors.ts';
import { migrate, pragma, versionOf } from './schema.ts';

/** The store's file in the data folder. */
export const storeFile = (dataFolder: string): string => path.join(dataFolder, 'fardplan.sqlite');

/** How long opening waits for other processes that open, recover or migrate the same file. */
const OPENING_MS = 5_000;
/** SQLite's wait holds up the whole process, so it is short; the reader and the writer wait on between tries. */
const BLOCKING_MS = 5;

/** Of a new file; an older one keeps its own. A command changes a few bytes of three pages, and each is written whole. */
const PAGE_BYTES = 2_048;
/** So large a write-ahead file: pages that change again and again reach the main file once. */
const BYTES_A_CHECKPOINT = 16_000_000;
/** What is kept of the file in this process; the machine keeps the rest, and gives it back when it needs the room. */
const CACHE_KIB = 4_096;

/**
 * Opens the file for reading and writing, makes it (and its folder) when missing, and brings its schema up to date.
 * WAL with synchronous=FULL: a commit that has returned is on disk; fullfsync is what that takes on macOS.
 * @throws StoreUnavailable with `cause` when the file cannot be opened, is not ours, or is newer than this program.
 */
export function openDatabase(file: string): DatabaseSync {
  return opening(file, () => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const db = new DatabaseSync(file, { timeout: OPENING_MS });
    return closedOnError(db, () => {
      db.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
      useWal(db);
      db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
      const pages = Math.round(BYTES_A_CHECKPOINT / pragma(db, 'page_size'));
      db.exec(`PRAGMA wal_autocheckpoint = ${pages}; PRAGMA cache_size = -${CACHE_KIB}`);
      migrate(db);
      db.exec(`PRAGMA busy_timeout = ${BLOCKING_MS}`);
    });
  });
}

/** Opens an existing file that nothing may be written to. @throws StoreUnavailable, also when there is none. */
export function openDatabaseToRead(file: string): DatabaseSync {
  return opening(file, () => {
    const db = new DatabaseSync(file, { readOnly: true, timeout: OPENING_MS });
    return closedOnError(db, () => {
      if (versionOf(db) === 0) throw new Error('the file is empty');
    });
  });
}

/** Switching a new file to WAL needs it alone, and SQLite does not wait for that by itself. */
function useWal(db: DatabaseSync): void {
  const giveUp = performance.now() + OPENING_MS;
  for (;;) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUp) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function closedOnError(db: DatabaseSync, prepare: () => void): DatabaseSync {
  try {
    prepare();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function opening(file: string, open: () => DatabaseSync): DatabaseSync {
  try {
    return open();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreUnavailable(`cannot open the store ${file}: ${reason}`, { cause });
  }
}
