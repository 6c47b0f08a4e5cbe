import { once } from 'node:events';
import type { Instance } from '../../production/processes.ts';

/** Asked of the process under measure. `usage` collects first, which takes processor time. */
export type Question = 'usage' | 'cpu';

export type Usage = {
  /** Processor time since the start, ms. */
  readonly cpuMs: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  /** Buffers and other memory outside the heap that objects in it hold. */
  readonly externalBytes: number;
  /** What keeps the process busy, by kind: sockets, timers (unref'd ones are not told), requests of the file system. */
  readonly handles: Readonly<Record<string, number>>;
  /** Open files by kind or name, sockets among them; none where the system does not tell. */
  readonly files: Readonly<Record<string, number>>;
  /** Listeners on the process itself, and warnings of the runtime: too many listeners somewhere is one. */
  readonly listeners: number;
  readonly warnings: readonly string[];
};

export const PROGRAM = 'tests/bench/graph/productionProcess.ts';

/** What the process uses now. */
export async function usageOf({ child }: Instance, question: Question = 'usage'): Promise<Usage> {
  const answer = once(child, 'message') as Promise<[Usage]>;
  child.send(question);
  const [usage] = await answer;
  return usage;
}
