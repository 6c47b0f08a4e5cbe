import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const START_MS = 90_000;

/** The whole of local mode as `npm start` runs it, on data of its own. */
export type RunningFardplan = {
  /** Addresses by person, as they were printed. */
  readonly chats: Readonly<Record<string, string>>;
  readonly tabs: Readonly<Record<string, string>>;
  readonly output: () => string;
  /** As Ctrl-C would. @returns the exit code */
  readonly stop: () => Promise<number | null>;
};

/** Starts it and waits until it has said where everything is. @throws with what it printed when it does not start */
export async function startFardplan(args: readonly string[] = []): Promise<RunningFardplan> {
  const data = mkdtempSync(join(tmpdir(), 'fardplan-'));
  const child = spawn(process.execPath, ['bot/local/index.ts', '--data', data, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  await ready(child, () => output);
  const links = [...output.matchAll(/^ {2}(\S.*?) {2,}(http:\/\/\S+)$/gm)].map(
    ([, name = '', url = '']) => [name, url] as const,
  );
  return {
    chats: Object.fromEntries(links.filter(([, url]) => !url.includes('/tab/'))),
    tabs: Object.fromEntries(links.filter(([, url]) => url.includes('/tab/'))),
    output: () => output,
    stop: async () => {
      child.kill('SIGINT');
      const code = await ended;
      rmSync(data, { recursive: true, force: true, maxRetries: 3 });
      return code;
    },
  };
}

const ready = (child: ChildProcess, output: () => string): Promise<void> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`not ready in ${START_MS} ms:\n${output()}`)), START_MS);
    const look = () => {
      if (!output().includes('In English:')) return;
      clearTimeout(timer);
      done();
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`ended with ${code}:\n${output()}`));
    });
  });
