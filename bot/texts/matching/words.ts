/** A word of a sentence: how it compares, and where it stands in what was written. */
export type Word = { readonly plain: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu;

/** The words of a sentence. Case, accents and punctuation do not count: "Hjälp!" and "hjalp" are one word. */
export function wordsOf(sentence: string): Word[] {
  const written = sentence.replaceAll('\u2019', "'");
  return [...written.matchAll(WORD)].map((match) => ({
    plain: plainly(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export const plainly = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Words of a phrase from the language files, ready to compare with. */
export const phraseWords = (phrase: string): string[] => wordsOf(phrase).map(({ plain }) => plain);

const LONG_ENOUGH = 5;

/** The same word, or a slip of one key in a word of five letters or more: one letter more, fewer, other, or swapped. */
export function isNear(written: string, meant: string): boolean {
  if (written === meant) return true;
  if (meant.length < LONG_ENOUGH || Math.abs(written.length - meant.length) > 1) return false;
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at += 1;
  const rest = (text: string, skip: number): string => text.slice(at + skip);
  return (
    rest(written, 1) === rest(meant, 1) ||
    rest(written, 1) === rest(meant, 0) ||
    rest(written, 0) === rest(meant, 1) ||
    (written[at] === meant[at + 1] && written[at + 1] === meant[at] && rest(written, 2) === rest(meant, 2))
  );
}
