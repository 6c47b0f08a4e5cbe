import type { Timing } from './timing.ts';

/** One for the whole program: when Graph says "wait", everybody waits. */
export type Gate = {
  /** Nothing is sent for this long from now on; never shortens a wait. */
  readonly closeFor: (ms: number) => void;
  /** Milliseconds until calls may be sent; 0 when open. */
  readonly waitMs: () => number;
};

export function createGate({ now }: Timing): Gate {
  let opensAt = 0;
  return {
    closeFor: (ms) => {
      opensAt = Math.max(opensAt, now() + ms);
    },
    waitMs: () => Math.max(0, opensAt - now()),
  };
}
