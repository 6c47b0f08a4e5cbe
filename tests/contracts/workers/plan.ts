/** What a writer process appends: operations `<operations>-<first>` and on, over the streams in turn. */
export type Plan = {
  readonly operations: string;
  readonly first: number;
  readonly count: number;
  readonly streams: readonly string[];
  /** Rest after each operation; none when left out. */
  readonly pauseMs?: number;
};

export type Acknowledged = {
  readonly operation: string;
  readonly outcome: 'appended' | 'replayed';
  readonly key: string;
};

/** How a process of its own opens the store under test. */
export type WorkerStore = {
  readonly module: string;
  readonly argument: string;
  /** Flags and environment of Node that lead the process to the store. */
  readonly node?: { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> };
};
