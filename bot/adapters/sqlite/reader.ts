import { setTimeout as pause } from 'node:timers/promises';
import { asStoreError, isBusy } from './errors.ts';

/** Runs a piece of reading; answers with StoreUnavailable when the file cannot be read within the patience. */
export type Read = <T>(work: () => T) => Promise<T>;

export const RETRY_AFTER_MS = 5;

/** Readers wait for nobody in WAL, except while another process recovers the file after a crash. */
export const createReader =
  (patienceMs: number): Read =>
  async (work) => {
    const giveUp = performance.now() + patienceMs;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUp) throw asStoreError(error);
      }
      await pause(RETRY_AFTER_MS);
    }
  };
