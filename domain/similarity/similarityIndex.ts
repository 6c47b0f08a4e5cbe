import { COMMON_WORDS_SV } from './commonWords.sv.ts';
import type { Lexicon } from './lexicon.ts';
import { type Described, type Profile, profileOf, wordsByTerm } from './profile.ts';
import { SYNONYMS_SV } from './synonyms.sv.ts';
import { addOccurrence, addProducts, removeOccurrence, type Term } from './term.ts';
import { createVocabulary } from './vocabulary.ts';

/** `score` 0–1; `words` as they are written in the case that was found, the most telling first. */
export type Hit = { id: string; score: number; words: string[] };

export type SimilarityIndex = {
  readonly size: number;
  /** Adds a case or replaces what was known of it. */
  put(described: Described & { id: string }): void;
  remove(id: string): void;
  /** The cases most like this one, best first; only those at or above the limit. */
  similar(described: Described, options?: SearchOptions): Hit[];
};

/** Ids to leave out; what may be found, asked of the best first; how many hits at most, 5 unless told. */
type SearchOptions = { exclude?: Iterable<string>; accepts?: (id: string) => boolean; top?: number };

export type SimilarityOptions = {
  lexicon: Lexicon;
  /** Word lists in the form of `SYNONYMS_SV` and `COMMON_WORDS_SV`; a municipality appends lines of its own. */
  synonyms?: string;
  commonWords?: string;
  /** Lowest score that counts as similar. */
  limit?: number;
};

/** Calibrated on the sample municipality and the tuning half of the paraphrases in the tests. */
export const SIMILARITY_LIMIT = 0.11;
/** Two short texts that share one word are not yet alike: added to the product of the lengths. */
const DOUBT = 45;
/** What we expect of a term counts as much as having seen this many proposals. */
const PROPOSALS_EXPECTED = 300;
/** What more than this part of all proposals hold tells nothing. */
const COMMONPLACE = 0.125;
/** Long texts are searched for by their most telling terms; the rest would change little and cost most. */
const MOST_TERMS = 32;
const MOST_WORDS = 6;
const LEAST_TELLING = 0.1;

/** Its text, not what was found in it: that takes ten times the room and is made again in a fifth of a millisecond. */
type Case = { id: string; described: Described };
type Found = { held: Case; score: number };

/**
 * Finds cases about the same need. An inverted index with weights: only cases that share a term are touched.
 * The score is the cosine of two term vectors, lowered when there is little to go by. A term weighs the logarithm of
 * its expected rarity, so a dozen cases are judged as well as thousands, and a pair keeps its score as the portfolio
 * grows; only a term that turns out commoner than expected comes to count for less.
 */
export function createSimilarityIndex({
  lexicon,
  synonyms = SYNONYMS_SV,
  commonWords = COMMON_WORDS_SV,
  limit = SIMILARITY_LIMIT,
}: SimilarityOptions): SimilarityIndex {
  const vocabulary = createVocabulary({ lexicon, synonyms, commonWords });
  const cases: (Case | undefined)[] = [];
  const lengths: number[] = [];
  const slotOf = new Map<string, number>();
  const freeSlots: number[] = [];
  let products = new Float64Array(0);

  /** How telling a term is: the logarithm of its rarity, as expected or as it has turned out, whichever is less. */
  function rarity({ expectedShare, slots }: Term): number {
    const expected = PROPOSALS_EXPECTED * expectedShare;
    const share = (expected + slots.length) / (PROPOSALS_EXPECTED + slotOf.size);
    const greatest = Math.max(expectedShare, share);
    return greatest > COMMONPLACE ? 0 : -Math.log(greatest);
  }

  function put({ id, ...described }: Described & { id: string }): void {
    remove(id);
    const profile = profileOf(described, vocabulary);
    const slot = freeSlots.pop() ?? cases.length;
    profile.terms.forEach((term, i) => {
      addOccurrence(term, slot, profile.weights[i] ?? 0);
    });
    cases[slot] = { id, described };
    lengths[slot] = profile.length;
    slotOf.set(id, slot);
  }

  function remove(id: string): void {
    const slot = slotOf.get(id);
    const held = slot === undefined ? undefined : cases[slot];
    if (slot === undefined || held === undefined) return;
    for (const term of profileOf(held.described, vocabulary).terms) removeOccurrence(term, slot);
    cases[slot] = undefined;
    slotOf.delete(id);
    freeSlots.push(slot);
  }

  function similar(described: Described, { exclude = [], accepts, top = 5 }: SearchOptions = {}): Hit[] {
    const asked = profileOf(described, vocabulary);
    const factors = asked.terms.map((term, i) => (asked.weights[i] ?? 0) * rarity(term) ** 2);
    multiply(asked.terms, factors);
    const excluded = new Set(exclude);
    const found: Found[] = [];
    for (let slot = 0; slot < lengths.length; slot += 1) {
      const product = products[slot] ?? 0;
      if (product < limit * DOUBT) continue;
      const score = product / (asked.length * (lengths[slot] ?? 0) + DOUBT);
      if (score < limit) continue;
      const held = cases[slot];
      if (held && !excluded.has(held.id)) found.push({ held, score });
    }
    if (found.length === 0) return [];
    found.sort((a, b) => b.score - a.score || inOrder(a.held.id, b.held.id));
    const factorOf = new Map(asked.terms.map((term, i) => [term, factors[i] ?? 0]));
    return best(found, top, accepts).map(({ held: { id, described: it }, score }) => ({
      id,
      score,
      words: telling(profileOf(it, vocabulary), wordsByTerm(it, vocabulary), factorOf),
    }));
  }

  /** Leaves in `products` the product of every case with what is asked for. */
  function multiply(terms: readonly Term[], factors: readonly number[]): void {
    if (products.length < cases.length) products = new Float64Array(2 * cases.length);
    products.fill(0);
    const tooSmall = factors.toSorted((a, b) => b - a)[MOST_TERMS] ?? 0;
    terms.forEach((term, i) => {
      const factor = factors[i] ?? 0;
      if (factor > tooSmall) addProducts(products, term, factor);
    });
  }

  return {
    get size() {
      return slotOf.size;
    },
    put,
    remove,
    similar,
  };
}

/** The words of a case behind the largest products, each counted with all the terms it stands for. */
function telling(
  { terms, weights }: Profile,
  wordsOf: ReadonlyMap<Term, ReadonlySet<string>>,
  factorOf: ReadonlyMap<Term, number>,
): string[] {
  const products = new Map<string, number>();
  terms.forEach((term, i) => {
    const product = (factorOf.get(term) ?? 0) * (weights[i] ?? 0);
    if (product === 0) return;
    for (const word of wordsOf.get(term) ?? []) products.set(word, (products.get(word) ?? 0) + product);
  });
  const least = LEAST_TELLING * Math.max(...products.values());
  return [...products]
    .filter(([word, product]) => word !== '' && product >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** The first that are accepted: what may not be shown takes nobody's place. */
function best(found: readonly Found[], top: number, accepts: SearchOptions['accepts']): Found[] {
  if (!accepts) return found.slice(0, top);
  const taken: Found[] = [];
  for (const each of found) {
    if (taken.length === top) break;
    if (accepts(each.held.id)) taken.push(each);
  }
  return taken;
}

const inOrder = (a: string, b: string): number => Number(a > b) - Number(a < b);
