import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds of a clock that never goes back, and waiting by it. Tests bring their own. */
export type Timing = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

export const systemTiming: Timing = {
  now: () => performance.now(),
  sleep: async (ms) => {
    await pause(ms);
  },
};
