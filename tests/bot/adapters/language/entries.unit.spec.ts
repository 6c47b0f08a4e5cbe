import { createEntries, type Entries, hashed } from '../../../../bot/adapters/language/entries.ts';

const entriesOf = (words: Record<string, string>): Entries => {
  const entries = createEntries(10);
  for (const [word, flags] of Object.entries(words)) entries.add(word, flags);
  return entries;
};
/** The entry that the beginning of a word makes with an ending. */
const found = (entries: Entries, word: string, length: number, ending = ''): string | undefined => {
  const entry = entries.read(word) ? entries.find(length, hashed(ending)) : -1;
  return entry < 0 ? undefined : entries.wordAt(entry);
};

describe('the entries of a dictionary', () => {
  const entries = entriesOf({ nyckel: 'X', skola: 'A', mås: '' });

  it('are found whole, as a beginning, and as a beginning with another ending', () => {
    expect(found(entries, 'nyckel', 6)).toBe('nyckel');
    expect(found(entries, 'nyckeln', 6)).toBe('nyckel');
    expect(found(entries, 'skolor', 4, 'a')).toBe('skola');
    expect(found(entries, 'nycklar', 4, 'el')).toBe('nyckel');
  });
  it('are not found where they only begin, end or share letters', () => {
    expect(found(entries, 'nyck', 4)).toBeUndefined();
    expect(found(entries, 'skolan', 4)).toBeUndefined();
    expect(found(entries, 'lås', 3)).toBeUndefined();
    expect(found(entries, 'skolor', 4, 'b')).toBeUndefined();
  });
  it('are told apart when their hashes are the same', () => {
    const alike = entriesOf({ Aaa: '1', BBa: '2' });
    expect(found(alike, 'Aaa', 3)).toBe('Aaa');
    expect(found(alike, 'BBa', 3)).toBe('BBa');
    expect(found(entriesOf({ Aaa: '1' }), 'BBa', 3)).toBeUndefined();
    expect(found(entriesOf({ Aaa: '1', BB: '' }), 'BBa', 3)).toBeUndefined();
  });
  it('gather the flags of all their lines', () => {
    const twice = entriesOf({ fil: 'AX' });
    twice.add('fil', 'B');
    twice.read('fil');
    expect(twice.flagsAt(twice.find(3, hashed('')))).toBe('AXB');
  });
  it('are none for a word that is too long to be one', () => {
    const long = 'å'.repeat(65);
    const longest = 'å'.repeat(64);
    const both = entriesOf({ [long]: '', [longest]: '' });
    expect(both.read(long)).toBe(false);
    expect(found(both, longest, 64)).toBe(longest);
  });
});
