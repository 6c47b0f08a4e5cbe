import { MANNERS } from './phrases.ts';
import { isNear, type Word } from './words.ts';

type Compare = (written: string, meant: string) => boolean;

export const exactly: Compare = (written, meant) => written === meant;
export const nearly: Compare = isNear;

/** Do the words begin with the phrase? */
export const beginsWith = (words: readonly Word[], phrase: readonly string[], compare: Compare): boolean =>
  words.length >= phrase.length && phrase.every((meant, i) => compare(words[i]?.plain ?? '', meant));

export const isPhrase = (words: readonly Word[], phrase: readonly string[], compare: Compare): boolean =>
  words.length === phrase.length && beginsWith(words, phrase, compare);

/** Ways to read a sentence: as it stands, then with greeting, "kan du", "tack" taken off, a step at a time. */
export function readings(words: readonly Word[]): (readonly Word[])[] {
  const all: (readonly Word[])[] = [words];
  for (let now = words; ; ) {
    const next = withoutManners(now);
    if (next.length === now.length) return all;
    all.push(next);
    now = next;
  }
}

function withoutManners(words: readonly Word[]): readonly Word[] {
  const before = MANNERS.before.find((phrase) => beginsWith(words, phrase, exactly));
  if (before) return words.slice(before.length);
  const after = MANNERS.after.find((phrase) => beginsWith(words.slice(-phrase.length), phrase, exactly));
  return after ? words.slice(0, -after.length) : words;
}

/** Both begin only where a run begins: from each of its places anew, a long run would take the square of its length. */
const TRAILING = /(?<![\s?!.,;:])[\s?!.,;:]+$/u;
const QUOTES = /^["”'»]+|(?<!["”'»])["”'»]+$/gu;

/** What follows a word, without the punctuation between. `isName`: without the question mark at the end, too. */
export function restAfter(sentence: string, end: number, isName: boolean): string | undefined {
  const rest = sentence
    .slice(end)
    .replace(/^[\s:;,.!–—-]+/u, '')
    .trim();
  const tidy = isName ? rest.replace(TRAILING, '').replace(QUOTES, '') : rest;
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : undefined;
}
