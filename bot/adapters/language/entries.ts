import { createHashFilter } from './hashFilter.ts';
import { createHashIndex, hashOf } from './hashIndex.ts';

const LONGEST_WORD = 64;
const ENTRY_BITS = 2 ** 20;
const BEGINNING_BITS = 2 ** 22;

/** The entries of a dictionary with their flags. */
export type Entries = {
  /** Adds an entry, or flags to one that is there. Too long a word is left out. */
  add(word: string, flags: string): void;
  /** Reads a word; `find` then answers for its beginnings. False for a word too long to be one. */
  read(word: string): boolean;
  /** The number of the entry made of the first `length` letters of the word read and `ending`; -1 when there is none. */
  find(length: number, ending: Hashed): number;
  wordAt(entry: number): string;
  flagsAt(entry: number): string;
};

/** A text with what is needed to hash it after another one. */
export type Hashed = { readonly text: string; readonly hash: number; readonly factor: number };

export const hashed = (text: string): Hashed => ({
  text,
  hash: hashOf(text),
  factor: Array.from(text).reduce((factor) => Math.imul(factor, 31), 1),
});

/**
 * Nearly all that a word could be a form of does not exist, and each word is asked about in a dozen ways: so no answer
 * makes a string. How far the word goes on as entries begin is known first, and then its hash, which goes on from letter
 * to letter, nearly always says no.
 */
export function createEntries(expected: number): Entries {
  const index = createHashIndex(expected);
  const words: string[] = [];
  const flagsOf: string[] = [];
  const known = createHashFilter(ENTRY_BITS);
  const beginnings = createHashFilter(BEGINNING_BITS);
  const begun = new Int32Array(LONGEST_WORD + 1);
  let asked = '';
  let reach = 0;

  const isAt = (entry: number, length: number, { text }: Hashed): boolean => {
    const word = words[entry] as string;
    if (word.length !== length + text.length || !word.endsWith(text)) return false;
    for (let i = 0; i < length; i += 1) if (word.charCodeAt(i) !== asked.charCodeAt(i)) return false;
    return true;
  };

  function read(word: string): boolean {
    if (word.length > LONGEST_WORD) return false;
    asked = word;
    for (let i = 0; i < word.length; i += 1) begun[i + 1] = hashOf(word, i, i + 1, begun[i]);
    reach = 0;
    while (reach < word.length && beginnings.mayHold(begun[reach + 1] as number)) reach += 1;
    return true;
  }

  function find(length: number, ending: Hashed): number {
    if (length > reach) return -1;
    const hash = (Math.imul(begun[length] as number, ending.factor) + ending.hash) | 0;
    if (!known.mayHold(hash)) return -1;
    let entry = index.first(hash);
    while (entry >= 0 && !isAt(entry, length, ending)) entry = index.next(entry);
    return entry;
  }

  return {
    add: (word, flags) => {
      if (!read(word)) return;
      const same = find(word.length, NOTHING);
      if (same >= 0) {
        flagsOf[same] += flags;
        return;
      }
      const entry = index.add(begun[word.length] as number);
      words[entry] = word;
      flagsOf[entry] = flags;
      known.add(begun[word.length] as number);
      for (let length = 1; length <= word.length; length += 1) beginnings.add(begun[length] as number);
    },
    read,
    find,
    wordAt: (entry) => words[entry] as string,
    flagsAt: (entry) => flagsOf[entry] as string,
  };
}

const NOTHING = hashed('');
