import { StoreUnavailable } from '../../bot/app/ports/index.ts';

/**
 * `before`: nothing was written. `after`: it was written, but the caller is told that the store did not answer. `amid`:
 * the same, and of several things only the first was written.
 */
export type FaultMoment = 'before' | 'amid' | 'after';

/** Lets a fake store fail on demand, once per call of `failNext`, in the order asked for. Only writing fails. */
export function createFaults() {
  const wanted: FaultMoment[] = [];
  let closed = false;
  const notClosed = (): void => {
    if (closed) throw new StoreUnavailable('the store is closed');
  };
  return {
    failNext: (moment: FaultMoment): void => void wanted.push(moment),
    close: async (): Promise<void> => {
      closed = true;
    },
    async write<T>(work: (isCutOff: boolean) => T): Promise<T> {
      notClosed();
      const fault = wanted.shift();
      if (fault === 'before') throw new StoreUnavailable('the store did not answer (nothing was written)');
      const answer = work(fault === 'amid');
      if (fault) throw new StoreUnavailable('the store did not answer (it was written)');
      return answer;
    },
    async read<T>(work: () => T): Promise<T> {
      notClosed();
      return work();
    },
  };
}
