import type { DatabaseSync } from 'node:sqlite';
import { type BrokenRow, createChainCheck } from '../../chain/checkChains.ts';
import { primaryCode } from '../errors.ts';
import { type Anchor, createAnchoring } from './anchor.ts';
import { createPositionCheck, gapsText } from './positions.ts';
import { allRows, atOneMoment } from './rows.ts';

export type Verification = {
  readonly rows: number;
  readonly streams: number;
  readonly broken: readonly BrokenRow[];
  /** Problems of the log as a whole, in words. */
  readonly problems: readonly string[];
  readonly anchor: Anchor;
};

/**
 * Checks the file, every chain, and that no row is gone from the log, at one moment of it.
 *
 * Limits: the traces that show rows cut off the end (SQLite's counter, the checkpoint of messages) lie in the same
 * file, and SHA-256 has no secret. Somebody who may write the file and takes care can cut off the end or write
 * history anew, unseen, unless an anchor from before is given: kept elsewhere, it shows every change up to its position.
 */
export function verifyLog(db: DatabaseSync, earlier?: Anchor): Verification {
  return atOneMoment(db, () => {
    const chains = createChainCheck();
    const positions = createPositionCheck();
    const anchoring = createAnchoring(earlier);
    const unreadable = attempt(() => {
      for (const row of allRows(db)) {
        chains.take(row);
        positions.take(row);
        anchoring.take(row);
      }
    });
    const gaps = positions.gaps(lastPositionGiven(db));
    const anchor = anchoring.now();
    const problems = [
      ...(unreadable ? [`the rows after position ${anchor.position} cannot be read: ${unreadable}`] : []),
      ...damagedFile(db),
      ...(missingGuards(db) > 0 ? ['the guard against changing and deleting rows was taken away'] : []),
      ...(gaps.length > 0 ? [`rows were deleted: positions ${gapsText(gaps)} are missing`] : []),
      ...(anchoring.holds()
        ? []
        : [`the log up to position ${earlier?.position} is not the one the anchor was made of`]),
    ];
    return { ...chains.report(), problems, anchor };
  });
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
