import { existsSync, globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { committedFiles, ROOT, readRepoFile } from './files.ts';

const TOP = committedFiles().map((path) => path.split('/')[0] ?? '');
/** Made by running the commands, so they need not exist in a fresh clone. */
const MADE_LATER = /^(?:node_modules|\.data|\.artifacts|tab\/dist)(?:\/|$)/;
const pages = committedFiles().filter((path) => path.endsWith('.md'));

/** Paths a page names: targets of its links, from its own folder, and code spans that begin like a path of ours. */
function pathsIn(page: string, text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(page), target)));
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span).filter(looksLikePath);
  return [...links, ...spans].filter((path) => !MADE_LATER.test(path));
}

function looksLikePath(span: string): boolean {
  if (/[\s<>{}()…=|]/.test(span) || span.startsWith('/') || span.includes('…')) return false;
  const [first = '', ...rest] = span.split('/');
  return TOP.includes(first) && (rest.length > 0 || first.includes('.'));
}

function exists(path: string): boolean {
  return path.includes('*') ? globSync(path, { cwd: ROOT }).length > 0 : existsSync(join(ROOT, path));
}

/** Scripts a page tells the reader to run. */
function scriptsIn(text: string): string[] {
  return [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
}

describe('the documentation', () => {
  it('has its pages', () =>
    expect(pages).toEqual(expect.arrayContaining(['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md'])));

  it.each(pages)('%s names only paths that exist', (page) =>
    expect(pathsIn(page, readRepoFile(page)).filter((path) => !exists(path))).toEqual([]),
  );

  it.each(pages)('%s names only commands that exist', (page) => {
    const { scripts } = JSON.parse(readRepoFile('package.json')) as { scripts: Record<string, string> };
    expect(scriptsIn(readRepoFile(page)).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('numbers its decision records without gaps', () => {
    const records = pages.filter((page) => /^docs\/adr\/\d{4}-[a-z0-9-]+\.md$/.test(page));
    expect(pages.filter((page) => page.startsWith('docs/adr/'))).toEqual(records);
    expect(records.map((page) => Number(page.slice('docs/adr/'.length).slice(0, 4)))).toEqual(
      records.map((_, i) => i + 1),
    );
  });

  it('is named only where it exists: a docstring’s source is a real page', () => {
    const sources = committedFiles().filter((path) => /\.(?:ts|tsx|cjs|js)$/.test(path));
    const missing = sources.flatMap((path) =>
      (readRepoFile(path).match(/docs\/adr\/[\w.-]+\.md/g) ?? [])
        .filter((named) => !exists(named))
        .map((named) => `${path} names ${named}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the reading of pages', () => {
  it('finds links and code spans, and leaves examples alone', () => {
    const text =
      'See [this](../../README.md#top), `bot/index.ts`, `npm test`, `bot/<topic>` and [site](https://example.org).';
    expect(pathsIn('docs/some/page.md', text)).toEqual(['README.md', 'bot/index.ts']);
  });

  it('finds commands', () => expect(scriptsIn('Run `npm run check`, then npm test.')).toEqual(['check']));
});
