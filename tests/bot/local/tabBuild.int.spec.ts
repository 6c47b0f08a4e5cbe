import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tabNeedsBuilding } from '../../../bot/local/tabBuild.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

describe('whether the tab needs building', () => {
  afterEach(removeTemporaryFolders);

  /** Files with the minute they were changed. */
  function repository(files: Record<string, number>): string {
    const root = temporaryFolder();
    for (const path of Object.keys(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
    for (const folder of ['tab/dist', 'tab/src', 'tab', 'domain', 'domain/benefits'])
      utimes(join(root, folder), 0);
    for (const [path, minute] of Object.entries(files)) utimes(join(root, path), minute);
    return root;
  }
  const utimes = (path: string, minute: number) => {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path.includes('.') ? dirname(path) : path, { recursive: true });
    utimesSync(path, 1_700_000_000 + minute * 60, 1_700_000_000 + minute * 60);
  };
  const sources = { 'tab/src/main.tsx': 1, 'domain/benefits/a.ts': 2, 'package-lock.json': 3 };

  it('does before the first build', () => expect(tabNeedsBuilding(repository(sources))).toBe(true));

  it('does not when it is newer than all it is made of', () =>
    expect(tabNeedsBuilding(repository({ ...sources, 'tab/dist/index.html': 4 }))).toBe(false));

  it.each(['tab/src/main.tsx', 'domain/benefits/a.ts', 'package-lock.json'])(
    'does when %s is newer',
    (path) =>
      expect(tabNeedsBuilding(repository({ ...sources, 'tab/dist/index.html': 4, [path]: 5 }))).toBe(true),
  );
});
