import { readCommonWords } from './commonWords.ts';
import { splitCompound } from './compounds.ts';
import type { Lexicon } from './lexicon.ts';
import { createSpelling } from './spelling.ts';
import { readSynonyms } from './synonyms.ts';
import { newTerm, type Term } from './term.ts';
import { wordsIn } from './words.ts';

/** What a word stands for, by name: a stem ("nyckel") or a concept ("#lås"). */
type Meaning = { name: string; weight: number };

/** A term found in a text, and the words as they were written there. */
export type Mention = { term: Term; weight: number; words: string };

export type Vocabulary = {
  /** What texts mention, in order; words of different texts make no phrase. */
  mentions(...texts: string[]): Mention[];
  /** A category as if it were mentioned; it says little by itself. */
  category(key: string): Mention;
};

type Reading = {
  word: string;
  stem: string;
  meanings: Meaning[];
  mentions: Mention[];
  phrases: Phrases | undefined;
};
/** Phrases that begin with a word, by their second word. */
type Phrases = Map<string, { stems: string[]; meaning: Meaning }[]>;

type WordLists = { lexicon: Lexicon; synonyms: string; commonWords: string };

/** Chosen on the tuning half of the paraphrases in the tests, as are the word lists. */
const WEIGHT = { concept: 1, hint: 0.35, wordOfConcept: 0.4, part: 0.7, compound: 0.5 } as const;

const CATEGORY = '=';
const CATEGORY_SHARE = 0.12;
const MOST_REMEMBERED = 100_000;

/** Turns text into terms: stems, the parts of compounds, and concepts for words and phrases that have synonyms. */
export function createVocabulary({ lexicon, synonyms, commonWords }: WordLists): Vocabulary {
  const shares = new Map<string, number>();
  const concepts = new Map<string, Meaning[]>();
  const phrases = new Map<string, Phrases>();
  const terms = new Map<string, Term>();
  const readings = new Map<string, Reading>();

  for (const { word, share } of readCommonWords(commonWords)) {
    const stem = stemOf(word);
    if (!shares.has(stem)) shares.set(stem, share);
  }
  for (const { concept, share, same, near } of readSynonyms(synonyms)) {
    const name = `#${concept}`;
    if (!shares.has(name)) shares.set(name, share);
    for (const words of same) addSynonym(words, { name, weight: WEIGHT.concept });
    for (const words of near) addSynonym(words, { name, weight: WEIGHT.hint });
  }
  const meant = createSpelling([...concepts.keys(), ...shares.keys()]);

  function addSynonym(words: string, meaning: Meaning): void {
    const stems = wordsIn(words).map((word) => stemOf(word));
    const [first, second] = stems;
    if (first === undefined) return;
    if (second === undefined) {
      concepts.set(first, [...(concepts.get(first) ?? []), meaning]);
      return;
    }
    const begun: Phrases = phrases.get(first) ?? new Map();
    phrases.set(first, begun.set(second, [...(begun.get(second) ?? []), { stems, meaning }]));
  }

  /** A compound is stemmed at its end and loses its linking s: "orosanmälningarna" → "oroanmälning". */
  function stemOf(word: string, parts = isListed(word) ? [] : splitCompound(word, lexicon)): string {
    if (parts.length === 0) return lexicon.stem(word);
    const before = parts.slice(0, -1).map((part) => part.replace(/s$/, ''));
    return before.join('') + lexicon.stem(parts.at(-1) ?? '');
  }

  function isListed(word: string): boolean {
    return lexicon.baseForm(word) !== undefined;
  }

  const isKnown = (stem: string): boolean => concepts.has(stem) || shares.has(stem);

  /** The stem; that of the verb if only the verb is known ("stämpling" → "stämpla"); a misspelt word put right. */
  function knownStem(stem: string, isPuzzling: boolean): string {
    if (isKnown(stem)) return stem;
    const verb = stem.replace(/n?ing$/, '');
    if (isKnown(verb)) return verb;
    return (isPuzzling ? meant(stem) : undefined) ?? stem;
  }

  function read(word: string): Reading {
    const known = readings.get(word);
    if (known) return known;
    const listed = isListed(word);
    const parts = listed ? [] : splitCompound(word, lexicon);
    const stem = knownStem(stemOf(word, parts), !listed && parts.length === 0);
    const meanings = meaningsOf(stem, () => (listed ? partsOfListed(word) : parts));
    const mentions = meanings.map((meaning) => mentionOf(meaning, word));
    const reading = { word, stem, meanings, mentions, phrases: phrases.get(stem) };
    readings.set(word, reading);
    return reading;
  }

  /** Terms that some case holds are kept: they are where its occurrences are. */
  function forget(): void {
    readings.clear();
    for (const { name, slots } of terms.values()) if (slots.length === 0) terms.delete(name);
  }

  function mentionOf({ name, weight }: Meaning, words: string): Mention {
    const term = terms.get(name) ?? newTerm(name, expectedShare(name));
    terms.set(name, term);
    return { term, weight, words };
  }

  function meaningsOf(stem: string, partsOfWord: () => string[]): Meaning[] {
    if (expectedShare(stem) === 1) return [];
    const named = concepts.get(stem);
    if (named) return [...named, { name: stem, weight: WEIGHT.wordOfConcept }];
    const parts = shares.has(stem) ? [] : partsOfWord();
    if (parts.length === 0) return [{ name: stem, weight: 1 }];
    const ofParts = parts.flatMap((part) => read(part).meanings);
    return [
      ...ofParts.map(({ name, weight }) => ({ name, weight: weight * WEIGHT.part })),
      { name: stem, weight: WEIGHT.compound },
    ];
  }

  /** A listed word with an empty part is no compound to us: "undersökning" is not a search. */
  function partsOfListed(word: string): string[] {
    const parts = splitCompound(word, lexicon);
    return parts.every((part) => read(part).meanings.length > 0) ? parts : [];
  }

  /** Words nobody counted: the longer, the rarer (Zipf's law of abbreviation). */
  function expectedShare(name: string): number {
    if (name.startsWith(CATEGORY)) return CATEGORY_SHARE;
    return shares.get(name) ?? Math.max(0.003, 0.08 * 0.75 ** (name.length - 4));
  }

  function mentions(...texts: string[]): Mention[] {
    if (readings.size > MOST_REMEMBERED) forget();
    const found: Mention[] = [];
    for (const text of texts) {
      const sequence = wordsIn(text).map(read);
      sequence.forEach((reading, at) => {
        for (const mention of reading.mentions) found.push(mention);
        if (reading.phrases) addPhrases(found, sequence, at, reading.phrases);
      });
    }
    return found;
  }

  function addPhrases(found: Mention[], sequence: readonly Reading[], at: number, begun: Phrases): void {
    for (const { stems, meaning } of begun.get(sequence[at + 1]?.stem ?? '') ?? []) {
      if (!stems.every((stem, i) => sequence[at + i]?.stem === stem)) continue;
      const words = sequence.slice(at, at + stems.length).map(({ word }) => word);
      found.push(mentionOf(meaning, words.join(' ')));
    }
  }

  const category = (key: string): Mention => mentionOf({ name: CATEGORY + key, weight: 1 }, '');

  return { mentions, category };
}
