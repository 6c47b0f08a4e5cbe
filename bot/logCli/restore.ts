import { setTimeout as pause } from 'node:timers/promises';
import type { StoredRow } from '../adapters/chain/checkChains.ts';
import { readRecord } from '../adapters/chain/record.ts';
import { type AppendResult, type EventLog, StoreUnavailable } from '../app/ports/index.ts';
import { anchorText } from './anchor.ts';
import type { LogTarget } from './doors.ts';
import { type CheckedExport, checkExport, readExport } from './exportFile.ts';

export type RestoreParts = {
  readonly open: () => Promise<LogTarget>;
  readonly say: (line: string) => void;
  /** Between attempts when the store does not answer. */
  readonly sleep?: (ms: number) => Promise<unknown>;
};

export type Restored =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly reason: string };

const PAGE = 1_000;
const EVERY_ROWS = 250;
const MOST_ATTEMPTS = 10;
const BETWEEN_ATTEMPTS_MS = 30_000;

/**
 * Writes an export into an empty log, row by row through the store's own door, in the order of the export: keys,
 * records and hashes become what they were. Broken off, it goes on where it stopped when it is run again. A log that
 * holds anything the export does not is left alone.
 *
 * Messages about old rows are not sent again: at the end the messages are told to begin after the last row. Nobody
 * else may write to the log meanwhile.
 * @throws StoreUnavailable when the store does not answer for long; run again.
 */
export async function restore(file: string, parts: RestoreParts): Promise<Restored> {
  const { say } = parts;
  const checked = await checkExport(file);
  if ('reason' in checked) return { outcome: 'refused', reason: checked.reason };
  say(`The export is whole: ${checked.rows} rows in ${checked.streams} streams.`);
  const target = await parts.open();
  try {
    const there = await alreadyThere(target, checked);
    if ('reason' in there) return { outcome: 'refused', reason: there.reason };
    if (there.keys.size > 0) say(`${there.keys.size} of them are there already.`);
    const last = await writeMissing(file, target.log, there, parts, checked.rows);
    await target.deliveries.moveCheckpoint(last);
    say(`The log holds all ${checked.rows} rows.`);
    say(`Anchor of the export ${anchorText(checked.anchor)}`);
    say('Run verify: what comes after the colon in its anchor must be the same.');
    return { outcome: 'done' };
  } finally {
    await target.close();
  }
}

type There = { readonly keys: ReadonlySet<string>; readonly last: number };

/** Rows of an earlier attempt; anything else in the log is a reason not to touch it. */
async function alreadyThere(
  { log, deliveries }: LogTarget,
  { hashes }: CheckedExport,
): Promise<There | { readonly reason: string }> {
  const keys = new Set<string>();
  let last = 0;
  for (;;) {
    const rows = await log.readAfter(last, PAGE);
    for (const { key, hash } of rows) {
      if (hashes.get(key) !== hash)
        return { reason: `The log is not empty: it holds ${key}, which is not in the export.` };
      keys.add(key);
    }
    last = rows.at(-1)?.position ?? last;
    if (rows.length < PAGE) break;
  }
  const told = await deliveries.checkpoint();
  if (told > last)
    return {
      reason: `The messages remember another log, up to position ${told}: new cases would be told to nobody. Restore into a store without messages.`,
    };
  return { keys, last };
}

/** @returns the position of the last row. */
async function writeMissing(
  file: string,
  log: EventLog,
  { keys, last }: There,
  { say, sleep = pause }: RestoreParts,
  rows: number,
): Promise<number> {
  let [position, done] = [last, 0];
  for await (const row of readExport(file)) {
    done += 1;
    if (keys.has(row.key)) continue;
    position = Math.max(position, await writeRow(log, row, sleep));
    if (done % EVERY_ROWS === 0) say(`${done} of ${rows} rows`);
  }
  return position;
}

async function writeRow(
  log: EventLog,
  stored: StoredRow,
  sleep: (ms: number) => Promise<unknown>,
): Promise<number> {
  const { operationId, actor, at, events } = readRecord(stored.record);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await log.append(stored.stream, stored.sequence - 1, { operationId, actor, at, events });
      return positionOf(result, stored);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === MOST_ATTEMPTS) throw error;
      await sleep(BETWEEN_ATTEMPTS_MS);
    }
  }
}

function positionOf(result: AppendResult, { key, hash }: StoredRow): number {
  if (result.outcome !== 'conflict' && result.row.key === key && result.row.hash === hash)
    return result.row.position;
  throw new Error(
    `Somebody else writes to the log: ${key} is another row now. Stop the server and begin anew.`,
  );
}
