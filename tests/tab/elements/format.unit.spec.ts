import {
  formatDay,
  formatMoney,
  formatNumber,
  formatShare,
  formatTime,
  formatYears,
  localDay,
} from '../../../tab/src/elements/format.ts';

const NBSP = '\u00a0';

describe('figures as people read them', () => {
  it.each([
    [5_093_702.4, `5${NBSP}093${NBSP}702${NBSP}kr`],
    [-907_709.6, `\u2212907${NBSP}710${NBSP}kr`],
    [0.4, `0${NBSP}kr`],
    [-0.4, `0${NBSP}kr`],
    [999.5, `1${NBSP}000${NBSP}kr`],
  ])('writes %d kr without öre as %s', (amount, text) => expect(formatMoney(amount, 'sv')).toBe(text));

  it('writes decimals with a comma in Swedish and a point in English, and none that are zero', () => {
    expect(formatNumber(1234.5, 'sv', 2)).toBe(`1${NBSP}234,5`);
    expect(formatNumber(1234.5, 'en', 2)).toBe(`1${NBSP}234.5`);
    expect(formatNumber(12, 'sv', 2)).toBe('12');
  });

  it('writes years with one decimal, also when it is zero', () => {
    expect(formatYears(2.28, 'sv')).toBe('2,3');
    expect(formatYears(3, 'sv')).toBe('3,0');
    expect(formatYears(2.25, 'en')).toBe('2.3');
  });

  it('writes a share as whole per cent', () => expect(formatShare(0.955, 'sv')).toBe('96'));
});

describe('days and times as the clock says in Sweden', () => {
  it('writes a local day whatever zone the machine is in', () => {
    expect(formatDay('2026-03-12', 'sv')).toBe('12 mars 2026');
    expect(formatDay('2026-03-12', 'en')).toBe('12 March 2026');
  });

  it('writes an instant in winter and in summer time', () => {
    expect(formatTime('2026-03-12T08:05:00.000Z', 'sv')).toBe('12 mars 2026 kl. 09:05');
    expect(formatTime('2026-07-12T22:30:00.000Z', 'sv')).toBe('13 juli 2026 kl. 00:30');
    expect(formatTime('2026-07-12T22:30:00.000Z', 'en')).toBe('13 July 2026 at 00:30');
  });

  it('is the next day in Sweden before midnight in UTC', () => {
    expect(localDay(new Date('2026-03-12T23:30:00Z'))).toBe('2026-03-13');
  });

  it('shows what is not a date as it is', () => {
    expect(formatDay('snart', 'sv')).toBe('snart');
    expect(formatTime('snart', 'sv')).toBe('snart');
  });
});
