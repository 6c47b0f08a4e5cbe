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

/**
 * Decides on fresh state and appends; when another command was first, reloads and decides again.
 * @param decideNow called once per attempt; reads the state it decides on itself.
 * @throws StoreUnavailable when the store does not answer or the race cannot be won.
 */
export async function commit<Refusal>(
  { log, casebook }: { log: EventLog; casebook: Casebook },
  stream: string,
  operation: Operation,
  decideNow: () => { ok: true; events: readonly StoredEvent[] } | { ok: false; refusal: Refusal },
  isForeign: Refusal,
): Promise<Committed<Refusal>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const before = casebook.operation(stream, operation.operationId);
    if (before) return before.actor === operation.actor ? { outcome: 'replayed' } : { outcome: 'refused', refusal: isForeign };
    const decided = decideNow();
    if (!decided.ok) return { outcome: 'refused', refusal: decided.refusal };
    if (decided.events.length === 0) return { outcome: 'quiet' };
    const result = await log.append(stream, casebook.versionOf(stream), { ...operation, events: decided.events });
    if (result.outcome === 'conflict') {
      await casebook.reload(stream);
      continue;
    }
    await casebook.fold(result.row);
    if (result.outcome === 'appended') return { outcome: 'done', row: result.row };
    return result.row.actor === operation.actor ? { outcome: 'replayed' } : { outcome: 'refused', refusal: isForeign };
  }
  throw new StoreUnavailable(`${stream} changed ${MOST_ATTEMPTS} times while deciding`);
}
