import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { asStoreError, isBusy } from './errors.ts';
import { RETRY_AFTER_MS } from './reader.ts';

export type Writer = {
  /**
   * Runs `work` under the write lock; the answer comes when what it wrote is on disk. `work` may run more than once
   * (what it did before was then undone), so it must do nothing but ask and change the database.
   * @throws StoreUnavailable when the lock was not free within the patience or the commit failed; else what `work` throws.
   */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Resolves when everything asked so far has been answered. */
  readonly idle: () => Promise<void>;
};

type Job = {
  readonly run: () => void;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
  readonly giveUp: number;
};

/** A commit that takes longer than this is worth waiting for company. */
const SLOW_COMMIT_MS = 1;

/**
 * One transaction, one sync to disk, for all work asked for at the same moment. On a slow disk the work that
 * arrived while the last commit held up the process is gathered too.
 * @param undone called when a transaction was rolled back: what was remembered from it is void.
 */
export function createWriter(db: DatabaseSync, patienceMs: number, undone: () => void): Writer {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  let waiting: Job[] = [];
  let working: Promise<void> | undefined;
  let diskIsSlow = false;

  const write = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let answer: T;
      waiting.push({
        run: () => {
          answer = work();
        },
        done: () => resolve(answer),
        fail: (error) => reject(asStoreError(error)),
        giveUp: performance.now() + patienceMs,
      });
      working ??= workOff();
    });

  async function workOff(): Promise<void> {
    await (diskIsSlow ? new Promise((resolve) => setImmediate(resolve)) : undefined);
    while (waiting.length > 0) {
      const refused = attempt(() => begin.run());
      if (!refused) commitTogether(take());
      else if (!isBusy(refused.error)) for (const job of take()) job.fail(refused.error);
      else {
        dropImpatient(refused.error);
        await pause(RETRY_AFTER_MS);
      }
    }
    working = undefined;
  }

  function commitTogether(jobs: readonly Job[]): void {
    const failed = attempt(() => {
      for (const job of jobs) job.run();
    });
    if (failed) {
      rollback();
      if (jobs.length > 1) jobs.forEach(commitAlone);
      else jobs[0]?.fail(failed.error);
    } else finish(jobs);
  }

  /** After one of several failed: each for itself, so that it takes no other with it. */
  function commitAlone(job: Job): void {
    const refused = attempt(() => begin.run());
    if (refused) job.fail(refused.error);
    else commitTogether([job]);
  }

  function finish(jobs: readonly Job[]): void {
    const before = performance.now();
    const failed = attempt(() => commit.run());
    diskIsSlow = performance.now() - before > SLOW_COMMIT_MS;
    if (failed) rollback();
    for (const job of jobs) failed ? job.fail(failed.error) : job.done();
  }

  function rollback(): void {
    undone();
    attempt(() => db.isTransaction && db.exec('ROLLBACK'));
  }

  function take(): Job[] {
    const jobs = waiting;
    waiting = [];
    return jobs;
  }

  function dropImpatient(error: unknown): void {
    const now = performance.now();
    for (const job of waiting) if (job.giveUp <= now) job.fail(error);
    waiting = waiting.filter((job) => job.giveUp > now);
  }

  return { write, idle: async () => await working };
}

function attempt(work: () => unknown): { readonly error: unknown } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return { error };
  }
}
