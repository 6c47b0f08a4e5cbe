import type { Lexicon } from '../../../domain/similarity/lexicon.ts';
import { createSimilarityIndex } from '../../../domain/similarity/similarityIndex.ts';
import type { Pair } from './paraphrases.ts';

type Quality = { precision: number; recall: number; missed: string[]; mistaken: string[] };

/**
 * Puts all texts of the pairs into one portfolio and searches with the first text of each: is the second a hit?
 * Precision and recall are over the labelled pairs, whose negatives are chosen to be hard.
 */
export function evaluate(pairs: readonly Pair[], lexicon: Lexicon): Quality {
  const index = createSimilarityIndex({ lexicon });
  pairs.forEach(({ texts }, i) => {
    texts.forEach((text, side) => {
      index.put({ id: `${i}/${side}`, ...text });
    });
  });
  const isHit = pairs.map(({ texts }, i) =>
    index.similar(texts[0], { exclude: [`${i}/0`], top: pairs.length }).some(({ id }) => id === `${i}/1`),
  );
  const titlesWhere = (same: boolean, hit: boolean): string[] =>
    pairs
      .filter((pair, i) => pair.same === same && isHit[i] === hit)
      .map(({ texts }) => texts.map(({ title }) => title).join(' / '));
  const found = titlesWhere(true, true).length;
  const missed = titlesWhere(true, false);
  const mistaken = titlesWhere(false, true);
  return {
    precision: found / (found + mistaken.length),
    recall: found / (found + missed.length),
    missed,
    mistaken,
  };
}
