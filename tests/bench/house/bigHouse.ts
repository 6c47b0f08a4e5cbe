import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { MEMORY_OPTIONS } from '../../memoryOptions.ts';
import { fillLog } from './bigLog.ts';
import type { HouseMessage, HouseQuestion, HouseSetup } from './protocol.ts';

export type RunningHouse = {
  readonly url: string;
  /** From the start of the process to the first word of it, in ms. */
  readonly startedMs: number;
  /** Resident memory now, in bytes. */
  readonly rss: () => Promise<number>;
  /** Resolves when the work that follows a start (the index of similar cases) is over. */
  readonly rested: () => Promise<void>;
  /** In good order: a snapshot is kept if anything is new. */
  readonly close: () => Promise<void>;
};

export type BigHouse = {
  /** @param env on top of this process's own. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<RunningHouse>;
  readonly remove: () => void;
};

const PROGRAM = path.join(import.meta.dirname, 'serverProcess.ts');

/** A store with 10,000 cases in a temporary folder, whose messages have all been sent. About 10 s and 300 MB of disk. */
export async function createBigHouse(): Promise<BigHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-house-'));
  const store = openStore(storeFile(folder));
  await store.deliveries.moveCheckpoint(await fillLog(store.log));
  await store.close();
  return {
    start: (env) => startHouse({ folder }, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startHouse(setup: HouseSetup, env?: Readonly<Record<string, string>>): Promise<RunningHouse> {
  const { child, startedMs, said } = await timedStart(PROGRAM, [JSON.stringify(setup)], env, MEMORY_OPTIONS);
  const ask = (question: HouseQuestion) => child.send(question);
  return {
    url: (said as { url: string }).url,
    startedMs,
    rss: async () => {
      ask('rss');
      const [message] = (await once(child, 'message')) as [HouseMessage];
      return (message as { rss: number }).rss;
    },
    rested: async () => {
      ask('rest');
      await once(child, 'message');
    },
    close: async () => {
      const ended = once(child, 'exit');
      ask('close');
      await ended;
    },
  };
}

/** Starts a program, with options of Node, and waits for its first word. @throws when it ends without one. */
export async function timedStart(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  options: readonly string[] = [],
): Promise<{ child: ChildProcess; startedMs: number; said: unknown }> {
  const begun = performance.now();
  const child = fork(program, [...args], { execArgv: [...options], env: { ...process.env, ...env } });
  const ended = new AbortController();
  const [said] = (await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`${path.basename(program)} ended with ${code}`);
    }),
  ])) as [unknown];
  const startedMs = performance.now() - begun;
  ended.abort();
  return { child, startedMs, said };
}
