/** One request and what came of it. `units` are SharePoint resource units; parts of a batch are listed one by one. */
export type Call = {
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly units: number;
  readonly app?: string;
  /** The request was a part of a `$batch`, so it cost no round trip of its own. */
  readonly inBatch?: boolean;
};

export type Calls = {
  readonly add: (call: Call) => void;
  /** The newest calls, oldest first. */
  readonly all: () => readonly Call[];
  /** How many there have been since the start or the last `clear`, also those no longer kept. */
  readonly count: () => number;
  readonly clear: () => void;
};

const MOST_KEPT = 5_000;

export function createCalls(): Calls {
  let kept: Call[] = [];
  let count = 0;
  return {
    add: (call) => {
      count += 1;
      kept.push(call);
      if (kept.length > 2 * MOST_KEPT) kept = kept.slice(-MOST_KEPT);
    },
    all: () => kept.slice(-MOST_KEPT),
    count: () => count,
    clear: () => {
      kept = [];
      count = 0;
    },
  };
}
