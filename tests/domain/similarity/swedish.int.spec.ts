import { swedishLexicon } from '../../../bot/adapters/language/lexicon.ts';
import { createSimilarityIndex, SIMILARITY_LIMIT } from '../../../domain/similarity/similarityIndex.ts';
import { evaluate } from './evaluation.ts';
import { HELD_OUT, TUNING } from './paraphrases.ts';
import { SAMPLES } from './samples.ts';

const lexicon = swedishLexicon();

describe('the sample proposals', () => {
  const index = createSimilarityIndex({ lexicon });
  for (const sample of SAMPLES) index.put(sample);
  const pairs = SAMPLES.flatMap((sample) =>
    index.similar(sample, { exclude: [sample.id], top: 12 }).map((hit) => ({ ...hit, of: sample.id })),
  );

  it('hit the planted pairs and nothing else', () =>
    expect(pairs.map(({ of, id }) => `${of}–${id}`).sort()).toEqual([
      ...['P01–P02', 'P02–P01', 'P05–P06', 'P06–P05'],
    ]));
  it('hit them with a wide margin', () =>
    expect(Math.min(...pairs.map(({ score }) => score))).toBeGreaterThan(2 * SIMILARITY_LIMIT));
  it('say why in words of the other case', () => {
    const why = pairs.find(({ of }) => of === 'P02')?.words ?? [];
    expect(why).toEqual(expect.arrayContaining(['lås', 'nycklar', 'nyckelskåp']));
  });
});

describe('texts that say the same thing in other words', () => {
  const pair = (a: string, b: string) => {
    const index = createSimilarityIndex({ lexicon });
    index.put({ id: 'b', title: b, problem: '' });
    return index.similar({ title: a, problem: '' }).length === 1;
  };

  it('are found: access by phone is access', () =>
    expect(
      pair('Passersystem till idrottshallarna', 'Föreningar ska kunna låsa upp lokalen med mobilen'),
    ).toBe(true));
  it('are not made of common words: an annual account is no calendar', () =>
    expect(pair('Digital årsräkning', 'Digital årskalender')).toBe(false));

  it('are found and told apart on the tuning half', () => {
    const { precision, recall } = evaluate(TUNING, lexicon);
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.9);
  });
  it('are found and told apart, if less often, on the half nothing was chosen on', () => {
    const { precision, recall } = evaluate(HELD_OUT, lexicon);
    expect(precision).toBeGreaterThan(0.85);
    expect(recall).toBeGreaterThan(0.6);
  });
});
