import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGLISH, has, SWEDISH } from './keys.ts';

const names = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').sort();

/** Names a text is filled in with; a text in another form of plural counts as the same text. */
const differing = [...SWEDISH.keys()].filter(
  (key) => String(names(SWEDISH.get(key))) !== String(names(ENGLISH.get(key))),
);

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('texts'))
    .map((file) => path.join(folder, file));

/** Keys asked for in the code: whole ones, and the fixed beginning of those with a code at the end. */
const asked = files('bot').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map(([, whole, made]) => ({
    file,
    key: whole ?? made?.split('${')[0] ?? '',
    isWhole: whole !== undefined,
  })),
);

describe('texts', () => {
  it('are the same in both languages', () =>
    expect([...ENGLISH.keys()].sort()).toEqual([...SWEDISH.keys()].sort()));

  it('are filled in with the same names in both languages', () => expect(differing).toEqual([]));

  it('are all there that the code asks for', () => {
    expect(asked.length).toBeGreaterThan(200);
    const all = [...SWEDISH.keys()];
    const missing = asked.filter(({ key, isWhole }) =>
      isWhole ? !has(SWEDISH, key) : !all.some((one) => one.startsWith(key)),
    );
    expect(missing).toEqual([]);
  });

  it('hold no double spaces, no blanks at the ends and no straight quotation marks', () => {
    const untidy = [...SWEDISH, ...ENGLISH].filter(([, text]) => /^\s|\s$| {2}|"/.test(text));
    expect(untidy).toEqual([]);
  });

  it('are plain: no sentence of more than twenty-five words', () => {
    const long = [...SWEDISH, ...ENGLISH].filter(([, text]) =>
      text.split(/(?<=[.!?:])\s/).some((sentence) => sentence.split(/\s+/).length > 25),
    );
    expect(long).toEqual([]);
  });
});
