import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFileOf } from '../../../bot/local/lockFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

const RUNS = /Avsluta med Ctrl-C/;
const WAIT_MS = 60_000;

type Run = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until something has been said. */
  readonly says: (what: RegExp) => Promise<string>;
  /** Waits for the end: the exit code, or the signal. */
  readonly ends: Promise<number | string>;
};

/** Several processes are started, and the machine may be busy. */
jest.setTimeout(90_000);

describe('npm start', () => {
  const children: ChildProcess[] = [];
  const servers: Server[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of servers.splice(0)) server.close();
  });
  afterAll(removeTemporaryFolders);

  function start(root: string, args: string[] = ['--no-playground'], env: Record<string, string> = {}): Run {
    const main = fileURLToPath(new URL('./stubMain.ts', import.meta.url));
    const child = spawn(process.execPath, [main, root, ...args], {
      env: { ...process.env, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const ends = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string);
    const says = async (what: RegExp) => {
      for (let waited = 0; !what.test(output); waited += 50) {
        if (waited > WAIT_MS || child.exitCode !== null) throw new Error(`never said ${what}:\n${output}`);
        await new Promise((done) => setTimeout(done, 50));
      }
      return output;
    };
    return { child, output: () => output, says, ends };
  }

  const urlIn = (output: string): string => /http:\/\/127\.0\.0\.1:\d+(?=\/tab\/)/.exec(output)?.[0] ?? '';
  /** A port that somebody listens on until the test is over. */
  const takenPort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  it('fills the store, listens, says where to go, and ends cleanly when told to', async () => {
    const root = temporaryFolder();
    const first = start(root);
    const said = await first.says(RUNS);
    expect(said).toContain('tolv förslag');
    expect(said).toContain('/tab/?persona=e4a00000-0000-4000-8000-000000000211');
    expect(await (await fetch(urlIn(said))).text()).toBe('hello');
    expect(existsSync(lockFileOf(join(root, '.data')))).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.ends).toBe(0);
    expect(first.output()).toMatch(/Avslutar …\nserver closed\n$/);
    expect(existsSync(lockFileOf(join(root, '.data')))).toBe(false);

    const second = start(root);
    expect(await second.says(RUNS)).not.toContain('Fyller på');
    second.child.kill('SIGINT');
    expect(await second.ends).toBe(0);
  });

  it('refuses a data folder that is in use, and takes over after a crash', async () => {
    const root = temporaryFolder();
    const first = start(root, ['--no-playground', '--empty']);
    await first.says(RUNS);
    const second = start(root);
    expect(await second.ends).toBe(1);
    expect(second.output()).toContain(`process ${first.child.pid}`);
    first.child.kill('SIGKILL');
    await first.ends;
    const third = start(root);
    await third.says(RUNS);
    third.child.kill('SIGTERM');
    expect(await third.ends).toBe(0);
  });

  it('takes another port when the wanted one is taken, and says so', async () => {
    const taken = await takenPort();
    const run = start(temporaryFolder(), ['--no-playground', '--empty', '--port', String(taken)]);
    const said = await run.says(RUNS);
    expect(said).toContain(`Port ${taken} är upptagen.`);
    expect(urlIn(said)).not.toBe('');
    expect(urlIn(said)).not.toContain(`:${taken}`);
  });

  it('starts the three chats and those asked for, and takes them along when it ends', async () => {
    const run = start(temporaryFolder(), ['--empty', '--persona', 'controller']);
    const said = await run.says(RUNS);
    const chats = [...said.matchAll(/^ {2}\S.*(http:\/\/127\.0\.0\.1:\d+)$/gm)].map(([, url]) => url ?? '');
    expect(chats).toHaveLength(4);
    for (const chat of chats) expect((await fetch(`${chat}/_debug/ping`)).ok).toBe(true);
    run.child.kill('SIGTERM');
    expect(await run.ends).toBe(0);
    for (const chat of chats) await expect(fetch(chat)).rejects.toThrow();
    expect(run.output()).not.toContain('oväntat');
  });

  it('leaves no chats behind when it is killed', async () => {
    const run = start(temporaryFolder(), ['--empty']);
    const said = await run.says(RUNS);
    const chats = [...said.matchAll(/^ {2}\S.*(http:\/\/127\.0\.0\.1:\d+)$/gm)].map(([, url]) => url ?? '');
    run.child.kill('SIGKILL');
    await run.ends;
    for (const chat of chats) await gone(chat);
  });

  it('refuses to run in production', async () => {
    const root = temporaryFolder();
    const run = start(root, [], { NODE_ENV: 'production' });
    expect(await run.ends).toBe(1);
    expect(run.output()).toContain('NODE_ENV=production');
    expect(existsSync(join(root, '.data'))).toBe(false);
  });

  it('explains an option it does not know, and what there is', async () => {
    const run = start(temporaryFolder(), ['--fresh']);
    expect(await run.ends).toBe(2);
    expect(run.output()).toContain('--no-playground');
  });
});

async function gone(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (!answer) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} still answers`);
}
