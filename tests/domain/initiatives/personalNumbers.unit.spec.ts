import { containsPersonalNumber } from '../../../domain/initiatives/personalNumbers.ts';

/** Known examples and numbers that Skatteverket has set aside for tests (980–999); all have the right check digit. */
describe('personal numbers in text', () => {
  it.each([
    ['ten digits with a hyphen', '121212-1212'],
    ['ten digits', '1212121212'],
    ['ten digits with a plus: over a hundred years old', '121212+1212'],
    ['ten digits with a space', '121212 1212'],
    ['twelve digits with a hyphen', '19121212-1212'],
    ['twelve digits', '191212121212'],
    ['twelve digits with a plus', '19121212+1212'],
    ['twelve digits with a space', '19121212 1212'],
    ['born in this century', '20010101-9800'],
    ['born in the century before the last', '18900118-9803'],
    ['a coordination number: the day and sixty', '701063-2391'],
    ['a coordination number of twelve digits', '19701063-2391'],
    ['a leap day', '20000229-9808'],
    ['a leap day without its century', '000229-9808'],
    ['the date written as a date', '1912-12-12-1212'],
    ['the date written as a date, with a plus', '1912-12-12 + 1212'],
    ['a dash for a hyphen', '121212–1212'],
    ['a minus sign for a hyphen', '121212−1212'],
    ['a non-breaking hyphen', '121212‑1212'],
    ['a non-breaking space', '121212\u00a01212'],
    ['full-width digits', '１２１２１２－１２１２'],
    ['Arabic digits', '١٢١٢١٢-١٢١٢'],
    ['Devanagari digits', '१२१२१२-१२१२'],
    ['a zero-width space inside', '121212\u200b-12\u200b12'],
    ['a soft hyphen inside', '121212\u00ad1212'],
    ['a mark of reading direction inside', '1212\u202e12-1212'],
  ])('are found: %s', (_what, number) => {
    expect(containsPersonalNumber(number)).toBe(true);
    expect(containsPersonalNumber(`Brukaren (${number}) ringde.`)).toBe(true);
    expect(containsPersonalNumber(`pnr:${number}`)).toBe(true);
    expect(containsPersonalNumber(`Rad ett\n${number}\nrad tre`)).toBe(true);
  });

  it('are found wherever they stand, also the second of two', () => {
    expect(containsPersonalNumber('121212-1213 är fel men 121212-1212 är rätt')).toBe(true);
  });

  it.each([
    ['a wrong check digit', '121212-1213'],
    ['month 13', '121312-9800'],
    ['month 0', '120012-9805'],
    ['day 32', '121232-9807'],
    ['day 0', '121200-9805'],
    ['day 60: no coordination number', '121260-9802'],
    ['a coordination number of day 32', '121292-9804'],
    ['29 February in a year without it', '19010229-9807'],
    ['30 February', '000230-9805'],
    ['31 April', '120431-9808'],
    ['an organisation number', '556036-0793'],
    ['an organisation number with prefix', '165560360793'],
    ['a registry number', 'VON 2026/0123'],
    ['a case number', 'VOF-2026-0012'],
    ['a mobile number', '070-174 06 07'],
    ['a mobile number in groups', '070-123 45 67'],
    ['a mobile number with country code', '+46 70 123 45 67'],
    ['a mobile number with country code, together', '+46701740607'],
    ['a phone number of Stockholm', '08-123 456 78'],
    ['a phone number of the municipality', '0150-123 45'],
    ['a bankgiro', '5050-1055'],
    ['a plusgiro', '90 19 50-6'],
    ['a date and a time', '2026-03-02 14:30'],
    ['two dates', '2025-11-30 2026-01-31'],
    ['a period', '2025-11-30–2026-01-31'],
    ['an amount', '1 212 121 212 kr'],
    ['a part of a longer number', '91212121212120'],
    ['eleven digits', '12121212123'],
    ['numbers in different sentences', 'Klockan 121212. Rum 1212.'],
    ['a GUID', '8d9f1a52-4c1e-4a7b-9c1d-2f6e8b7a1c3d'],
    ['nothing', ''],
  ])('leaves alone: %s', (_what, text) => {
    expect(containsPersonalNumber(text)).toBe(false);
    expect(containsPersonalNumber(`Se ${text} om det.`)).toBe(false);
  });

  it('cannot be told from a phone number written in one go, and is refused then', () => {
    // 2007-01-23: both a possible mobile number and somebody's personal number.
    expect(containsPersonalNumber('0701239808')).toBe(true);
  });

  it('are looked for in a long text in no time', () => {
    const before = performance.now();
    expect(containsPersonalNumber('1'.repeat(100_000))).toBe(false);
    expect(containsPersonalNumber('121212-'.repeat(20_000))).toBe(false);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
