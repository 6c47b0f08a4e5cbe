import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ServerPlan, ServerReport } from './serverPlan.ts';

const PROGRAM = path.join(import.meta.dirname, 'serverProcess.ts');

export type RunningServer = {
  /** Its address; while it is down, waits until it is up again. */
  readonly url: () => Promise<string>;
  /** @param startsAt what its clock shows (ISO 8601 UTC) · @returns milliseconds until it listened. */
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
 * One server that dies and comes back on the same data folder, on the Node that runs the tests.
 * @param compiled folder for Node's compile cache, which makes the next start faster.
 */
export function createRunningServer(dataDir: string, compiled: string): RunningServer {
  const complaints: string[] = [];
  let up = later();
  let child: ChildProcess | undefined;

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    up = later();
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return {
    url: () => up.promise,
    complaints,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    dispose: async () => {
      await end('SIGKILL');
      up.promise.catch(() => undefined);
      up.reject(new Error('the server is not coming back'));
    },
    start: async (startsAt) => {
      const begun = performance.now();
      const plan: ServerPlan = { dataDir, port: 0, startsAt };
      child = fork(PROGRAM, [JSON.stringify(plan)], {
        execArgv: [],
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
      const report = await reportOf(child, complaints);
      up.resolve(report.url);
      return performance.now() - begun;
    },
  };
}

/** What it says when it listens. @throws with its complaints when it ends before that. */
async function reportOf(child: ChildProcess, complaints: readonly string[]): Promise<ServerReport> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server did not start: ${complaints.join('')}`);
  });
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [ServerReport];
  ended.catch(() => undefined);
  return report;
}

const later = () => Promise.withResolvers<string>();
