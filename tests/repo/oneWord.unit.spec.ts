import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

/** The chat's file of words, and where the tab keeps the same. */
const SAME: readonly (readonly [chat: string, tab: string])[] = [
  ['tracks', 'track'],
  ['categories', 'category'],
  ['changeTypes', 'changeType'],
  ['statusNames', 'status'],
  ['statuses', 'statusMeaning'],
  ['funding', 'funding'],
  ['groups', 'group'],
  ['roles', 'role'],
  ['lightBreaches', 'lightBreach'],
  ['followUpKinds', 'followUpKind'],
  ['flags', 'flag'],
  ['similarAnswers', 'similarAnswer'],
  ['deviationChoices', 'deviation'],
];

/** What fields are called: a text of the chat, and the tab's texts for the same. */
const FIELDS: readonly (readonly [chat: string, ...tab: string[]])[] = [
  ['cards/review:affected', 'initiative:affected'],
  ['cards/review:changeType', 'initiative:changeType'],
  ['cards/details:changeType', 'fields:changeType.label'],
  ['cards/review:category', 'initiative:category', 'fields:category.label', 'portfolio:category'],
  ['fields:category', 'initiative:category'],
  ['cards/review:flags', 'initiative:flags'],
  ['cards/review:flags-none', 'initiative:noFlags'],
  ['cards/review:several-units', 'initiative:severalUnits'],
  ['cards/details:severalUnits', 'fields:severalUnits.label'],
];

/** @param key file and path of keys, e.g. `cards/review:flags`. Names inside sentences begin with a small letter. */
function textAt(folder: string, key: string): string {
  const [file = '', names = ''] = key.split(':');
  const found: unknown = names
    .split('.')
    .reduce((inner, name) => inner?.[name], read(`${folder}/${file}.json`));
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${folder}`);
  return found.toLowerCase();
}

describe.each(['sv', 'en'])('one word for one thing, in chat and tab alike (%s)', (language) => {
  it.each(SAME)('%s', (chat, tab) => {
    const words = read(`tab/src/texts/${language}/codes.json`)[tab];
    expect(Object.keys(words).length).toBeGreaterThan(0);
    expect(read(`bot/texts/${language}/${chat}.json`)).toMatchObject(words);
  });

  it.each(FIELDS)('%s', (chat, ...tab) => {
    const [said, ...others] = [
      textAt(`bot/texts/${language}`, chat),
      ...tab.map((key) => textAt(`tab/src/texts/${language}`, key)),
    ];
    expect(others).toEqual(tab.map(() => said));
  });

  it('states', () => {
    const states: Record<string, { name: string }> = read(`tab/src/texts/${language}/states.json`);
    const names = Object.entries(states).filter(([, words]) => typeof words === 'object');
    expect(names.length).toBeGreaterThan(10);
    expect(read(`bot/texts/${language}/states.json`)).toMatchObject(
      Object.fromEntries(names.map(([state, { name }]) => [state, name])),
    );
  });
});
