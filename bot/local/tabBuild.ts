import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the built tab is made of. */
const SOURCES = ['tab', 'domain', 'package-lock.json'];
const MOST_WORDS = 1_000;
const BUILT = join('tab', 'dist');

/** Builds the tab when that is needed. One that cannot be built is told of, and the chats start all the same. */
export async function freshTab(root: string, say: (line: string) => void): Promise<void> {
  if (!tabNeedsBuilding(root)) return;
  say('Bygger fliken …');
  await buildTab(root).catch((error: Error) =>
    say(`${error.message}\nFliken saknas alltså. Resten fortsätter.`),
  );
}

/** Is there no built tab, or one that is older than what it is made of? */
export function tabNeedsBuilding(root: string): boolean {
  const built = changedAt(join(root, BUILT, 'index.html'));
  return built === undefined || SOURCES.some((source) => newest(join(root, source)) > built);
}

/** Builds the tab with Vite, in some three seconds. @throws with what Vite said when it fails. */
async function buildTab(root: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', 'tab'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`Fliken kunde inte byggas: ${said.trim().slice(0, MOST_WORDS)}`);
}

function newest(path: string): number {
  const here = changedAt(path) ?? 0;
  if (!isFolder(path)) return here;
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const changedAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
