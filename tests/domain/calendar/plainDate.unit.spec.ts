import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isPlainDate,
} from '../../../domain/calendar/plainDate.ts';

describe('a plain date', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '0100-01-01', '9999-12-31'])('%s exists', (date) =>
    expect(isPlainDate(date)).toBe(true),
  );
  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '9999-13-01',
    '2026-00-10',
    '2026-3-2',
    '0026-03-02',
    '2026-03-02T09:00:00Z',
    '260302',
    'tomorrow',
    '',
  ])('"%s" does not', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2026-05-05', 0, '2026-05-05'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s plus %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2026-08-31', 1, '2026-09-30'],
  ])('%s plus %d months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000])('refuses to go %d days ahead', (days) =>
    expect(() => addDays('2026-03-02', days)).toThrow(RangeError),
  );

  it('numbers every day once, in order', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    const day = fc.integer({ min: -600_000, max: 2_900_000 });
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOfDay(number);
        expect(dayNumber(date)).toBe(number);
        expect(date < dateOfDay(number + 1)).toBe(true);
      }),
      { seed: 20_260_302, numRuns: 300 },
    );
  });
});
