import type { Term } from './term.ts';
import type { Mention, Vocabulary } from './vocabulary.ts';

/** What is compared. `category` is a key, the rest free text. */
export type Described = { title: string; problem: string; solution?: string; category?: string };

/** What a case is about: term `i` is dwelt on by `weights[i]`, in the words `words[i]` ("lås, nycklar"). */
export type Profile = {
  readonly terms: readonly Term[];
  readonly weights: readonly number[];
  readonly words: readonly string[];
  /** Of the vector of weight × expected rarity. */
  readonly length: number;
};

const LONGEST_WORDS = 60;

/** The fifth mention of a term adds less than the first. */
export function profileOf(
  { title, problem, solution = '', category }: Described,
  vocabulary: Vocabulary,
): Profile {
  const terms: Term[] = [];
  const sums: number[] = [];
  const words: string[] = [];

  const add = ({ term, weight, words: said }: Mention): void => {
    if (term.place < 0) {
      term.place = terms.push(term) - 1;
      sums.push(weight);
      words.push(said);
    } else {
      sums[term.place] = (sums[term.place] ?? 0) + weight;
      words[term.place] = joined(words[term.place] ?? '', said);
    }
  };

  vocabulary.mentions(title, problem, solution).forEach(add);
  if (category) add(vocabulary.category(category));
  for (const term of terms) term.place = -1;
  const weights = sums.map(Math.log1p);
  return { terms, weights, words, length: lengthOf(terms, weights) };
}

const joined = (sofar: string, words: string): string =>
  sofar === words || sofar.length > LONGEST_WORDS || sofar.includes(words) ? sofar : `${sofar}, ${words}`;

function lengthOf(terms: readonly Term[], weights: readonly number[]): number {
  const squares = terms.map(({ expectedRarity }, i) => ((weights[i] ?? 0) * expectedRarity) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}
