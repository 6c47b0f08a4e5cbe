import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { COMMON_WORDS_SV } from '../../../domain/similarity/commonWords.sv.ts';
import { SYNONYMS_SV } from '../../../domain/similarity/synonyms.sv.ts';
import { wordsIn } from '../../../domain/similarity/words.ts';

const FORMS = 30_000;
const BASE_WORDS = 6_000;
const ENDINGS = ['', '', '', 'en', 'et', 'ar', 'er', 'arna', 'erna', 's', 'ens'];

export type Proposal = { id: string; title: string; problem: string };

/**
 * Made-up Swedish proposals of about 120 words: 30,000 written forms (words, compounds, endings) that occur as words
 * do, the n-th commonest one n times rarer than the commonest (Zipf). The same seed gives the same proposals.
 */
export function syntheticProposals(count: number, seed: number): Proposal[] {
  const random = mulberry32(seed);
  const word = zipf(writtenForms(random), random);
  const text = (length: number): string => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: `S-${i}`,
    title: text(4 + Math.floor(random() * 5)),
    problem: `${text(30 + Math.floor(random() * 30))}. ${text(40 + Math.floor(random() * 60))}.`,
  }));
}

/** The commonest are words all texts hold; then nouns of the dictionary, and one in six a word with synonyms. */
function writtenForms(random: () => number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nouns = dictionaryNouns();
  const named = wordsIn(SYNONYMS_SV);
  const base = Array.from({ length: BASE_WORDS }, () => (random() < 1 / 6 ? pick(named) : pick(nouns)));
  const forms = new Set([...wordsIn(COMMON_WORDS_SV), ...base]);
  while (forms.size < FORMS) {
    const start = random() < 0.4 ? pick(base) + (random() < 0.3 ? 's' : '') : '';
    forms.add(start + pick(base) + pick(ENDINGS));
  }
  return [...forms];
}

function dictionaryNouns(): string[] {
  const entry = createRequire(import.meta.url).resolve('dictionary-sv');
  const entries = readFileSync(path.join(path.dirname(entry), 'index.dic'), 'utf8');
  return [...entries.matchAll(/^([a-zåäö]{4,12})\/(?=.*[BCDE])(?=.*Y)/gm)].map(([, word = '']) => word);
}

/** Draws by rank: a binary search in the running sum of 1/rank. */
function zipf(words: readonly string[], random: () => number): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  words.forEach((_, rank) => {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  });
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

/** Small, fast and seeded: a bench must give the same texts every time. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
