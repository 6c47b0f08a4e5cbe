import type { Casebook } from './casebook.ts';
import { type EventLog, type LogRow, type StoredEvent, StoreUnavailable } from './ports/index.ts';

/** Another command was first this many times in a row: somebody hammers the stream, or something is wrong. */
const MOST_ATTEMPTS = 8;

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
  | { readonly ok: true; readonly events: readonly StoredEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides and appends; when another command was first, reads the stream and decides again. What ends without a row
 * (a refusal, nothing to do) is never answered from memory alone: another instance may have written since.
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
      if (await casebook.reload(stream)) continue;
      return judged.ok ? { outcome: 'quiet' } : { outcome: 'refused', refusal: judged.refusal };
    }
    const result = await log.append(stream, version, { ...operation, events: judged.events });
    if (result.outcome === 'conflict') {
      await casebook.reload(stream);
      continue;
    }
    await casebook.fold(result.row);
    return result.outcome === 'appended' ? { outcome: 'done', row: result.row } : again(result.row.actor);
  }
  throw new StoreUnavailable(`${stream} changed ${MOST_ATTEMPTS} times while deciding`);
}
