import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Stands in for npm: notes how it was called, takes its time, then writes what the real one writes last. */
const FAKE_NPM = `
const fs = require('fs');
fs.appendFileSync('npm-calls.txt', process.argv.slice(2).join(' ') + '\\n');
if (process.env.FAKE_NPM_FAILS) {
  console.error('npm error code ' + process.env.FAKE_NPM_FAILS);
  process.exit(1);
}
setTimeout(() => {
  fs.mkdirSync('node_modules', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 300);
`;

/** What the entry file does: tells how it was called; with \`wait\` it stays until it gets SIGTERM and then ends with 5. */
const ENTRY = `
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => process.exit(5));
  setInterval(() => {}, 1000);
} else process.exitCode = Number(process.argv[2] ?? 0);
console.log(JSON.stringify({ args: process.argv.slice(2), options: process.execArgv, node: process.versions.node, cwd: process.cwd() }));
`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository with nothing in it but the bootstrap, a lock file of one package and an npm that only pretends. */
export function createSandbox() {
  const root = mkdtempSync(join(tmpdir(), 'fardplan-bootstrap-'));
  const file = (...parts: string[]) => join(root, ...parts);
  cpSync(join(ROOT, 'bot/bootstrap'), file('bot/bootstrap'), { recursive: true });
  cpSync(join(ROOT, 'bot/bootstrap.cjs'), file('bot/bootstrap.cjs'));
  writeFileSync(file('npm-cli.js'), FAKE_NPM);
  writeFileSync(file('entry.cjs'), ENTRY);

  const lock = (version: string) =>
    writeFileSync(
      file('package-lock.json'),
      JSON.stringify({
        packages: {
          '': { optionalDependencies: { 'node-here': '24.0.0' } },
          'node_modules/some': { version, integrity: `sha512-${version}` },
          'node_modules/node-here': { version: '24.0.0', optional: true, os: ['plan9'], cpu: ['pdp11'] },
        },
      }),
    );
  lock('1.0.0');

  const start = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    options: readonly string[] = [],
  ): ChildProcess =>
    spawn(process.execPath, [file('bot/bootstrap.cjs'), ...options, 'entry.cjs', ...args], {
      cwd: tmpdir(),
      env: { ...process.env, NODE_OPTIONS: '', npm_execpath: file('npm-cli.js'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  return {
    root,
    file,
    lock,
    start,
    run: (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
      ended(start(args, env)),
    npmCalls: () =>
      existsSync(file('npm-calls.txt')) ? readFileSync(file('npm-calls.txt'), 'utf8').trim().split('\n') : [],
    /** Makes the bootstrap believe that an old Node runs it. */
    pretendNode: (version: string) => {
      writeFileSync(
        file('pretend.cjs'),
        `if (process.argv[1].endsWith('bootstrap.cjs'))
          Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
      );
      return { NODE_OPTIONS: `--require=${file('pretend.cjs')}` };
    },
    /** Puts a Node where npm would have put the one for this platform. */
    bringNode: () => {
      const name = process.platform === 'win32' ? 'node.exe' : 'node';
      mkdirSync(file('node_modules/node-here/bin'), { recursive: true });
      symlinkSync(process.execPath, file('node_modules/node-here/bin', name));
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
