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
];

describe.each(['sv', 'en'])('one word for one thing, in chat and tab alike (%s)', (language) => {
  it.each(SAME)('%s', (chat, tab) => {
    const words = read(`tab/src/texts/${language}/codes.json`)[tab];
    expect(Object.keys(words).length).toBeGreaterThan(0);
    expect(read(`bot/texts/${language}/${chat}.json`)).toMatchObject(words);
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
