import { createTexts } from '../../../bot/texts/texts.ts';
import { faultsOf } from './lint.ts';
import { ordinaryCards } from './ordinaryCards.ts';
import { worstCards } from './worstCards.ts';

const textsIn = createTexts();

describe.each(['sv', 'en'] as const)('every card in %s', (language) => {
  const texts = textsIn(language);

  it.each(Object.entries(ordinaryCards(texts)))('%s keeps to the rules', (_name, card) =>
    expect(faultsOf(card)).toEqual([]),
  );

  it.each(Object.entries(worstCards(texts)))('%s keeps to the rules', (_name, card) =>
    expect(faultsOf(card)).toEqual([]),
  );
});
