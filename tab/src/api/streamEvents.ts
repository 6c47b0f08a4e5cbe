export type Change = {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
  readonly position: number;
};
export type StreamEvent =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'organisation' }
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
  if (event === 'organisation' || event === 'resync') return { type: event };
  if (event !== 'change') return undefined;
  try {
    return { type: 'change', change: JSON.parse(data) as Change };
  } catch {
    return { type: 'resync' };
  }
}
