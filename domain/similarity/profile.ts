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
  const mentions = mentionsIn(described, vocabulary);
  const terms: Term[] = [];
  const sums = new Float64Array(mentions.length);
  for (const { term, weight } of mentions) {
    if (term.place < 0) term.place = terms.push(term) - 1;
    sums[term.place] = (sums[term.place] as number) + weight;
  }
  const weights = new Array<number>(terms.length).fill(0);
  let squares = 0;
  for (let place = 0; place < terms.length; place += 1) {
    const term = terms[place] as Term;
    const weight = Math.log1p(sums[place] as number);
    weights[place] = weight;
    squares += (weight * term.expectedRarity) ** 2;
    term.place = -1;
  }
  return { terms, weights, length: Math.sqrt(squares) };
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
