/** A stream of the server's log and how many rows of it there are. */
export type Heard = { readonly id: string; readonly version: number };
export type Change = Heard & { readonly number: string | null; readonly position: number };
export type StreamEvent =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'organisation'; readonly change: Heard }
  /** What changed a moment before we began to listen, perhaps after what we were shown. */
  | { readonly type: 'heard'; readonly changes: readonly Heard[] }
  /** Something may have been missed: take everything anew. */
  | { readonly type: 'resync' };

const SLOWEST_MS = 15_000;

type Waiting = { readonly attempt: number; readonly askedMs: number; readonly chance: number };

/**
 * Waits between attempts double up to 15 s, unless the server has asked for a longer one; the last fifth is by chance,
 * so that not all tabs come back at once.
 */
export const waitBefore = ({ attempt, askedMs, chance }: Waiting): number =>
  Math.max(askedMs, Math.min(SLOWEST_MS, 500 * 2 ** attempt)) * (0.8 + 0.2 * chance);

/** An event of the stream; undefined for one this version does not know. */
export function readEvent(event: string | undefined, data: string): StreamEvent | undefined {
  if (event === 'resync') return { type: event };
  if (event !== 'change' && event !== 'organisation' && event !== 'heard') return undefined;
  try {
    return event === 'heard'
      ? { type: event, changes: JSON.parse(data) as Heard[] }
      : { type: event, change: JSON.parse(data) as Change };
  } catch {
    return { type: 'resync' };
  }
}
