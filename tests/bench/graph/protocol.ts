import { once } from 'node:events';
import type { Instance } from '../../production/processes.ts';

/** Asked of the process under measure; heap and handles after a collection. */
export type Question = 'usage';

export type Usage = {
  /** Processor time since the start, ms. */
  readonly cpuMs: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  /** Open sockets, timers and the like. */
  readonly handles: number;
};

export const PROGRAM = 'tests/bench/graph/productionProcess.ts';

/** What the process uses now. */
export async function usageOf({ child }: Instance): Promise<Usage> {
  const answer = once(child, 'message') as Promise<[Usage]>;
  child.send('usage' satisfies Question);
  const [usage] = await answer;
  return usage;
}
