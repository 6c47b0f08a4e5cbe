import type { Term } from './term.ts';
import type { Mention, Vocabulary } from './vocabulary.ts';

/** What is compared. `category` is a key, the rest free text. */
export type Described = { title: string; problem: string; solution?: string; category?: string };

/** What a case is about: term `i` is dwelt on by `weights[i]`. */
export type Profile = {
  readonly terms: readonly Term[];
  readonly weights: readonly number[];
  /** Of the vector of weight × expected rarity. */
  readonly length: number;
};

/** The fifth mention of a term adds less than the first. */
export function profileOf(described: Described, vocabulary: Vocabulary): Profile {
  const terms: Term[] = [];
  const sums: number[] = [];
  for (const { term, weight } of mentionsIn(described, vocabulary)) {
    if (term.place < 0) {
      term.place = terms.push(term) - 1;
      sums.push(weight);
    } else sums[term.place] = (sums[term.place] ?? 0) + weight;
  }
  for (const term of terms) term.place = -1;
  const weights = sums.map(Math.log1p);
  return { terms, weights, length: lengthOf(terms, weights) };
}

/** The words of a text that stand for each term ("lås", "nycklar"), as they are written there. */
export function wordsByTerm(described: Described, vocabulary: Vocabulary): Map<Term, Set<string>> {
  const words = new Map<Term, Set<string>>();
  for (const { term, words: said } of mentionsIn(described, vocabulary))
    words.set(term, (words.get(term) ?? new Set()).add(said));
  return words;
}

function mentionsIn(
  { title, problem, solution = '', category }: Described,
  vocabulary: Vocabulary,
): Mention[] {
  const mentions = vocabulary.mentions(title, problem, solution);
  return category ? [...mentions, vocabulary.category(category)] : mentions;
}

function lengthOf(terms: readonly Term[], weights: readonly number[]): number {
  const squares = terms.map(({ expectedRarity }, i) => ((weights[i] ?? 0) * expectedRarity) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}
