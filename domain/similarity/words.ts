const LONGEST_TEXT = 20_000;
/** Letters of European languages in Latin script; spelt out, since \p{L} is four times slower. */
const LETTER = 'a-z\\u00df-\\u00f6\\u00f8-\\u024f';
const WORD = new RegExp(`[${LETTER}][${LETTER}0-9]*(?:-[${LETTER}0-9]+)*`, 'g');
const HYPHENS = /[\u2010\u2011\u2212]/g;

/**
 * The words of a text in order, in lower case: letters, then letters and digits; nothing that markup is made of.
 * A hyphen parts words ("AI-chatt" → "ai", "chatt"), except after a single letter ("e-arkiv").
 * Only the first 20,000 characters are read.
 */
export function wordsIn(text: string): string[] {
  const plain = text.slice(0, LONGEST_TEXT).normalize('NFC').replace(HYPHENS, '-').toLowerCase();
  const found = plain.match(WORD) ?? [];
  if (!plain.includes('-')) return found;
  const words: string[] = [];
  for (const word of found) {
    if (word[1] === '-' || !word.includes('-')) words.push(word);
    else words.push(...word.split('-'));
  }
  return words;
}
