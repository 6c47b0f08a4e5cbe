import { createTexts } from '../../../bot/texts/texts.ts';

const textsIn = createTexts();
const sv = textsIn('sv');
const en = textsIn('en');
const hard = (text: string): string => text.replaceAll(' ', '\u00a0');

describe('texts in two languages', () => {
  it('speaks each', () => {
    expect(sv.t('buttons.submit')).toBe('Skicka in');
    expect(en.t('buttons.submit')).toBe('Send in');
    expect([sv.language, en.language]).toEqual(['sv', 'en']);
  });

  it('fills in names, and leaves nothing where there is no value', () => {
    expect(sv.t('refusals.incomplete.text', { fields: 'enhet' })).toBe(
      'Fyll i det här innan du skickar in: enhet.',
    );
    expect(sv.t('common.until')).toBe('senast ');
  });

  it('puts in what a person wrote as it is, also when it looks like a name', () => {
    expect(sv.t('cards.offer-proposal.you-wrote', { text: '{{text}} $& <b>&amp;' })).toBe(
      'Du skrev: ”{{text}} $& <b>&amp;”',
    );
  });

  it.each([
    [0, 'Du har lämnat 0 förslag'],
    [1, 'Du har lämnat ett förslag'],
    [2, 'Du har lämnat 2 förslag'],
  ])('counts %d', (count, text) => expect(sv.t('cards.lists.my-cases.heading', { count })).toBe(text));

  it('says the key when there is no text, or what stands in for it', () => {
    expect(sv.t('nothing.here')).toBe('nothing.here');
    expect(sv.t('nothing.here', { defaultValue: '' })).toBe('');
    expect(sv.t('fields.unit', { defaultValue: 'x' })).toBe('enhet');
    expect(sv.t('__proto__.constructor')).toBe('__proto__.constructor');
  });

  it('does not take a whole topic for a text', () => expect(sv.t('buttons', { defaultValue: '' })).toBe(''));
});

describe('money and numbers', () => {
  it.each([
    [5_093_702, '5 093 702 kr', 'SEK 5,093,702'],
    [-907_710.4, '−907 710 kr', 'SEK −907,710'],
    [0, '0 kr', 'SEK 0'],
    [-0.2, '0 kr', 'SEK 0'],
    [999.5, '1 000 kr', 'SEK 1,000'],
    [-999.5, '−1 000 kr', 'SEK −1,000'],
    [1e12, '1 000 000 000 000 kr', 'SEK 1,000,000,000,000'],
  ])('%d kr', (amount, swedish, english) => {
    expect(sv.kr(amount)).toBe(hard(swedish));
    expect(en.kr(amount)).toBe(hard(english));
  });

  it.each([
    [1_234.5, undefined, '1 234,5', '1,234.5'],
    [1_234.567, undefined, '1 234,57', '1,234.57'],
    [12, undefined, '12', '12'],
    [100, undefined, '100', '100'],
    [2, 1, '2,0', '2.0'],
    [5_596.67, 0, '5 597', '5,597'],
    [-3.25, 1, '−3,3', '−3.3'],
    [-0.01, 1, '0,0', '0.0'],
    [Number.NaN, undefined, '–', '–'],
    [Number.POSITIVE_INFINITY, undefined, '–', '–'],
  ])('%d with %s decimals', (value, decimals, swedish, english) => {
    expect(sv.number(value, decimals)).toBe(hard(swedish));
    expect(en.number(value, decimals)).toBe(english);
  });

  it('tells how soon it pays back', () => {
    expect(sv.years(2.34)).toBe('2,3 år');
    expect(en.years(2.34)).toBe('2.3 years');
    expect(sv.years(0.1)).toBe('ungefär en månad');
    expect(en.years(0.5)).toBe('about 6 months');
    expect(sv.years(0.99)).toBe('1,0 år');
    expect(sv.years(0)).toBe('0,0 år');
    expect(sv.years(null)).toBe('betalas inte tillbaka inom kalkyltiden');
  });
});

describe('days and times', () => {
  it('writes days in words', () => {
    expect(sv.day('2026-03-03')).toBe('3\u00a0mars 2026');
    expect(en.day('2026-12-24')).toBe('24\u00a0December 2026');
  });

  it.each(['', 'i morgon', '2026-13-01', '2026-3-3'])('gives back what is no day: %j', (day) =>
    expect(sv.day(day)).toBe(day),
  );

  it.each([
    ['2026-01-15T12:05:00.000Z', '15\u00a0januari 2026 kl.\u00a013.05', '15\u00a0January 2026, 13:05'],
    ['2026-07-15T12:05:00.000Z', '15\u00a0juli 2026 kl.\u00a014.05', '15\u00a0July 2026, 14:05'],
    ['2026-03-29T00:59:00.000Z', '29\u00a0mars 2026 kl.\u00a001.59', '29\u00a0March 2026, 01:59'],
    ['2026-03-29T01:00:00.000Z', '29\u00a0mars 2026 kl.\u00a003.00', '29\u00a0March 2026, 03:00'],
    ['2026-10-25T01:00:00.000Z', '25\u00a0oktober 2026 kl.\u00a002.00', '25\u00a0October 2026, 02:00'],
    ['2026-12-31T23:30:00.000Z', '1\u00a0januari 2027 kl.\u00a000.30', '1\u00a0January 2027, 00:30'],
  ])('writes %s in Swedish local time', (iso, swedish, english) => {
    expect(sv.time(iso)).toBe(swedish);
    expect(en.time(iso)).toBe(english);
  });

  it('gives back what is no time', () => expect(sv.time('strax')).toBe('strax'));
});
