import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'tab/dist');

/** What the build is made of. */
const SOURCES = [
  'tab/src',
  'tab/index.html',
  'tab/vite.config.ts',
  'tab/pageFiles.ts',
  'tab/precompress.ts',
  'domain',
  'package.json',
];

/** Builds the tab unless what is there is newer than everything it is made of. */
export function ensureBuiltTab(): void {
  const page = join(DIST, 'index.html');
  if (
    existsSync(page) &&
    statSync(page).mtimeMs > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))
  )
    return;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  execFileSync(
    process.execPath,
    [vite, 'build', '-c', join(ROOT, 'tab/vite.config.ts'), '--logLevel', 'warn'],
    {
      cwd: ROOT,
      // Jest says `test`, and React would be its slow self.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'inherit',
    },
  );
}

/** Builds the tab where there is none, for what only needs that there is one. */
export function ensureSomeTab(): void {
  if (!existsSync(join(DIST, 'index.html'))) ensureBuiltTab();
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
