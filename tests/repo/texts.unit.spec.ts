import { committedFiles, readRepoFile } from './files.ts';

const LANGUAGE_FILE = /^(bot\/texts|tab\/src\/texts)\/(?:.+\/)?(sv|en)(?:\/.+)?\.json$/;
const files = committedFiles().filter((path) => LANGUAGE_FILE.test(path));
const inSwedish = files.filter((path) => languageOf(path) === 'sv');

/** Every text of a file by its path of keys. A list is one text: languages may have more or fewer synonyms. */
function textsOf(value: unknown, key = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, key ? `${key}.${name}` : name));
}

function textsIn(path: string): Map<string, unknown> {
  return new Map(textsOf(JSON.parse(readRepoFile(path))));
}

function languageOf(path: string): string | undefined {
  return LANGUAGE_FILE.exec(path)?.[2];
}

function inOther(path: string): string {
  const other = languageOf(path) === 'sv' ? 'en' : 'sv';
  return path.replace(/(^|\/)(sv|en)(?=\/|\.json$)/, `$1${other}`);
}

function isFilled(text: unknown): boolean {
  if (Array.isArray(text)) return text.length > 0 && text.every(isFilled);
  return typeof text === 'string' && text.trim() !== '';
}

/** What the program fills in: `{{name}}`, in any order. */
function slotsOf(text: unknown): string[] {
  return [...new Set(String(text).match(/\{\{[^}]+\}\}/g) ?? [])].sort();
}

describe('language files', () => {
  it('exist in both languages', () =>
    expect(files.filter((path) => !files.includes(inOther(path)))).toEqual([]));

  it('have the same keys', () => {
    const differences = inSwedish.flatMap((path) => {
      if (!files.includes(inOther(path))) return [];
      const [swedish, english] = [textsIn(path), textsIn(inOther(path))];
      return [
        ...[...swedish.keys()]
          .filter((key) => !english.has(key))
          .map((key) => `${inOther(path)} lacks ${key}`),
        ...[...english.keys()].filter((key) => !swedish.has(key)).map((key) => `${path} lacks ${key}`),
      ];
    });
    expect(differences).toEqual([]);
  });

  it('have words under every key', () => {
    const empty = files.flatMap((path) =>
      [...textsIn(path)].filter(([, text]) => !isFilled(text)).map(([key]) => `${path}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('fill in the same things in both languages', () => {
    const differences = inSwedish.flatMap((path) => {
      if (!files.includes(inOther(path))) return [];
      const english = textsIn(inOther(path));
      return [...textsIn(path)]
        .filter(
          ([key, text]) => english.has(key) && slotsOf(text).join() !== slotsOf(english.get(key)).join(),
        )
        .map(([key]) => `${path}: ${key}`);
    });
    expect(differences).toEqual([]);
  });
});

describe('the reading of language files', () => {
  it('knows both ways to lay them out', () => {
    expect(inOther('bot/texts/sv/cards/review.json')).toBe('bot/texts/en/cards/review.json');
    expect(inOther('tab/src/texts/en.json')).toBe('tab/src/texts/sv.json');
    expect(LANGUAGE_FILE.test('bot/texts/readTexts.ts')).toBe(false);
  });

  it('finds texts at any depth', () =>
    expect(textsOf({ a: { b: 'x' }, c: ['y', 'z'] })).toEqual([
      ['a.b', 'x'],
      ['c', ['y', 'z']],
    ]));

  it.each([
    ['', false],
    ['  ', false],
    [null, false],
    [7, false],
    [[], false],
    [['hej', ''], false],
    [['hej'], true],
    ['hej', true],
  ])('takes %j as words: %s', (text, filled) => expect(isFilled(text)).toBe(filled));

  it('finds what is filled in', () =>
    expect(slotsOf('{{who}} godkände {{what}}, {{who}}')).toEqual(['{{what}}', '{{who}}']));
});
