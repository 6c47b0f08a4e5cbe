import { swedishLexicon } from '../../../bot/adapters/language/lexicon.ts';

describe('the Swedish lexicon', () => {
  const { stem, baseForm, beginsCompound } = swedishLexicon();

  it.each([
    ['nycklarna', 'nyckel'],
    ['låset', 'lås'],
    ['schemat', 'schema'],
    ['vikarierna', 'vikarie'],
    ['arkivet', 'arkiv'],
    ['digitala', 'digital'],
    ['läkemedlen', 'läkemedel'],
  ])('knows that %s is a form of %s', (form, base) => expect(baseForm(form)).toBe(base));
  it('does not know what is no word', () => expect(baseForm('nyckelfrixx')).toBeUndefined());
  it('gives verb and noun one stem', () => expect(stem('låsa')).toBe(stem('låsen')));
  it('stems what is not listed', () => expect(stem('treservor')).toBe(stem('treserva')));
  it('knows what a compound may begin with', () => {
    expect(['nyckel', 'verksamhets', 'läkemedels', 'idrotts'].every(beginsCompound)).toBe(true);
    expect(['nycklarna', 'och', 'xyz'].some(beginsCompound)).toBe(false);
  });
});
