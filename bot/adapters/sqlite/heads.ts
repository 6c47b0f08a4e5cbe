/** Where a stream ends, and the operations in it by the row they wrote. */
export type Head = {
  sequence: number;
  hash: string;
  readonly operations: Map<string, number>;
};

/** About 3 MB of heads with 25 operations each. */
const MOST_STREAMS = 1_000;

/**
 * Remembers the ends of streams that were written to lately, so that an append need not read them. A head may be
 * out of date when another process writes: then the key of the next row is taken, and the head is read anew.
 */
export function createHeads() {
  const heads = new Map<string, Head>();
  return {
    get: (stream: string): Head | undefined => heads.get(stream),
    set(stream: string, head: Head): void {
      if (heads.size >= MOST_STREAMS) heads.clear();
      heads.set(stream, head);
    },
    clear: (): void => heads.clear(),
  };
}

export type Heads = ReturnType<typeof createHeads>;
