import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The repository's root folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What .gitignore names, and git itself: never committed, so no rule is about it. */
const NOT_COMMITTED = ['.git', 'node_modules', '.data', '.artifacts', 'tab/dist'];

/** Every file that is or would be committed: paths from the root with `/`, sorted. */
export function committedFiles(): string[] {
  return listFiles(ROOT)
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .filter((path) => !path.endsWith('.log'))
    .sort();
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_COMMITTED.includes(relative(ROOT, path).split(sep).join('/'))) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** Text of a file in the repository. */
export function readRepoFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether a file is text a person reads or writes, by its ending. */
export function isText(path: string): boolean {
  return !/\.(png|jpe?g|gif|ico|woff2?|zip|docx|xlsx|pdf|sqlite|gz|br)$/.test(path);
}
