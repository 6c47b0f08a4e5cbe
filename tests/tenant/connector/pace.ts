/** How fast a bot writes, and when Teams says stop. Source: Microsoft Learn, "Rate limiting for agents". */
export type Pace = {
  /** Counts one message; seconds to wait when it was one too many and enforcement is on. */
  readonly count: (thread: string) => number | undefined;
  /** The most messages within any one second so far: in one thread, and over all. */
  readonly peaks: () => { readonly thread: number; readonly all: number };
  enforce: boolean;
};

const PER_THREAD: readonly (readonly [most: number, ms: number])[] = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
];
const IN_ALL: readonly (readonly [most: number, ms: number])[] = [[50, 1_000]];
const LONGEST_MS = 3_600_000;
const ALL = '';

export function createPace(clock: () => number, enforce: boolean): Pace {
  const sent = new Map<string, number[]>();
  const peaks = { thread: 0, all: 0 };

  const timesOf = (key: string, now: number): number[] => {
    const times = sent.get(key) ?? [];
    while (times.length > 0 && times[0]! <= now - LONGEST_MS) times.shift();
    sent.set(key, times);
    return times;
  };

  const pace: Pace = {
    enforce,
    peaks: () => ({ ...peaks }),
    count: (thread) => {
      const now = clock();
      const inThread = timesOf(thread, now);
      const inAll = timesOf(ALL, now);
      const over = pace.enforce && (isFull(inThread, PER_THREAD, now) || isFull(inAll, IN_ALL, now));
      inThread.push(now);
      inAll.push(now);
      peaks.thread = Math.max(peaks.thread, within(inThread, 1_000, now));
      peaks.all = Math.max(peaks.all, within(inAll, 1_000, now));
      return over ? 1 : undefined;
    },
  };
  return pace;
}

const isFull = (times: readonly number[], windows: typeof PER_THREAD, now: number): boolean =>
  windows.some(([most, ms]) => within(times, ms, now) >= most);

function within(times: readonly number[], ms: number, now: number): number {
  let count = 0;
  for (let at = times.length - 1; at >= 0 && times[at]! > now - ms; at -= 1) count += 1;
  return count;
}
