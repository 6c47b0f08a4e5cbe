import type { Casebook } from './casebook.ts';
import {
  type AppendResult,
  type EventLog,
  type LogRow,
  type StoredEvent,
  StoreUnavailable,
  type WantedRow,
} from './ports/index.ts';
import { ORGANISATION_STREAM } from './streams.ts';

/**
 * Others were first this many times in a row: somebody hammers the stream, or something is wrong. A series of case
 * numbers may be in demand: an instance that has many to take can win over and over.
 */
const MOST_ATTEMPTS = 50;

export type Committed<Refusal> =
  | { readonly outcome: 'done'; readonly row: LogRow }
  /** Nothing to write: the thing was already so. */
  | { readonly outcome: 'quiet' }
  /** The same operation had been carried out before. */
  | { readonly outcome: 'replayed' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export type Operation = { readonly operationId: string; readonly actor: string; readonly at: string };

/** What `decide` said; both kinds of decisions in domain fit. */
export type Judged<Refusal> =
  | {
      readonly ok: true;
      readonly events: readonly StoredEvent[];
      /** What must be taken first, in another stream: without it the events are not written. */
      readonly first?: WantedRow | undefined;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides and appends; when another command was first, reads the stream and decides again. What ends without a row
 * (a refusal, nothing to do) is never answered from memory alone: another instance may have written since, also of who
 * holds a role or stands in.
 * @param judge called once per attempt; reads the state it decides on itself.
 * @throws StoreUnavailable when the store does not answer or the race cannot be won.
 */
export async function commit<Refusal>(
  { log, casebook }: { log: EventLog; casebook: Casebook },
  stream: string,
  operation: Operation,
  judge: () => Judged<Refusal> | Promise<Judged<Refusal>>,
  foreign: Refusal,
): Promise<Committed<Refusal>> {
  const again = (actor: string): Committed<Refusal> =>
    actor === operation.actor ? { outcome: 'replayed' } : { outcome: 'refused', refusal: foreign };

  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const before = casebook.operation(stream, operation.operationId);
    if (before) return again(before.actor);
    const version = casebook.versionOf(stream);
    const judged = await judge();
    if (!judged.ok || judged.events.length === 0) {
      const restsOn = judged.ok ? [stream] : [...new Set([stream, ORGANISATION_STREAM])];
      const news = await Promise.all(restsOn.map((each) => casebook.reload(each)));
      if (news.includes(true)) continue;
      return judged.ok ? { outcome: 'quiet' } : { outcome: 'refused', refusal: judged.refusal };
    }
    const own = { stream, expectedVersion: version, entry: { ...operation, events: judged.events } };
    const result = await write({ log, casebook }, own, judged.first);
    if (result?.outcome === 'appended') return { outcome: 'done', row: result.row };
    if (result?.outcome === 'replayed') return again(result.row.actor);
  }
  throw new StoreUnavailable(`${stream} changed ${MOST_ATTEMPTS} times while deciding`);
}

/** Folds what was written, and reads what somebody else was first with. @returns undefined: it never came to `own`. */
async function write(
  { log, casebook }: { log: EventLog; casebook: Casebook },
  own: WantedRow,
  first: WantedRow | undefined,
): Promise<AppendResult | undefined> {
  const wanted = first ? [first, own] : [own];
  const results = first
    ? await log.appendAll(wanted)
    : [await log.append(own.stream, own.expectedVersion, own.entry)];
  for (const [i, result] of results.entries()) {
    if (result.outcome === 'conflict') await casebook.reload(wanted[i]?.stream ?? own.stream);
    else await casebook.fold(result.row);
  }
  return results[wanted.length - 1];
}
