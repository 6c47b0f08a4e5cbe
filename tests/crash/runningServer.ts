import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ServerPlan, ServerReport } from './serverPlan.ts';

const PROGRAM = path.join(import.meta.dirname, 'serverProcess.ts');

export type RunningServer = {
  /** Its address; while it is down, waits until it is up again. */
  readonly url: () => Promise<string>;
  /**
   * @param startsAt what its clock shows (ISO 8601 UTC)
   * @returns milliseconds from opening the store until it listened; its code was loaded before.
   */
  readonly start: (startsAt: string) => Promise<number>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** Killed for good: nobody waits for it any more. */
  readonly dispose: () => Promise<void>;
  /** What it has complained of, over all its lives. */
  readonly complaints: readonly string[];
};

/**
 * One server that dies and comes back on the same data folder, on the Node that runs the tests. The process of its
 * next life loads its code while the present one runs, and touches the folder only when it begins.
 * @param compiled folder for Node's compile cache, which makes loading faster.
 */
export function createRunningServer(dataDir: string, compiled: string): RunningServer {
  const complaints: string[] = [];
  let up = later();
  let running: ChildProcess | undefined;
  let next = load();

  function load(): { readonly child: ChildProcess; readonly loaded: Promise<ServerReport> } {
    const child = fork(PROGRAM, {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    return { child, loaded: reportOf(child, complaints) };
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    up = later();
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }

  return {
    url: () => up.promise,
    complaints,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    dispose: async () => {
      next.loaded.catch(() => undefined);
      next.child.kill('SIGKILL');
      await end('SIGKILL');
      up.promise.catch(() => undefined);
      up.reject(new Error('the server is not coming back'));
    },
    start: async (startsAt) => {
      await next.loaded;
      running = next.child;
      next = load();
      const begun = performance.now();
      running.send({ dataDir, startsAt } satisfies ServerPlan);
      const report = await reportOf(running, complaints);
      if ('url' in report) up.resolve(report.url);
      return performance.now() - begun;
    },
  };
}

/** The next thing it says. @throws with its complaints when it ends instead. */
async function reportOf(child: ChildProcess, complaints: readonly string[]): Promise<ServerReport> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server ended by itself: ${complaints.join('')}`);
  });
  ended.catch(() => undefined);
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [ServerReport];
  return report;
}

const later = () => Promise.withResolvers<string>();
