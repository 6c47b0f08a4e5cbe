import fc from 'fast-check';
import { addDays } from '../../../domain/calendar/plainDate.ts';
import { addWorkingDays, workingDaysBetween } from '../../../domain/calendar/workingDays.ts';
import { weekdayCalendar } from './weekdayCalendar.ts';

/** Friday 1 May 2026 is closed; 4 May is a Monday. */
const calendar = weekdayCalendar('2026-05-01');

describe('adding working days', () => {
  it.each([
    ['2026-05-04', 1, '2026-05-05', 'the day itself is not counted'],
    ['2026-05-08', 1, '2026-05-11', 'Friday to Monday'],
    ['2026-05-09', 1, '2026-05-11', 'Saturday to Monday'],
    ['2026-05-04', 10, '2026-05-18', 'ten days are two weeks'],
    ['2026-04-30', 1, '2026-05-04', 'over a holiday and a weekend'],
    ['2026-05-04', -1, '2026-04-30', 'backwards over them'],
    ['2026-05-02', 0, '2026-05-02', 'none leaves the day alone'],
  ])('%s + %d = %s: %s', (from, days, expected) =>
    expect(addWorkingDays(calendar, from, days)).toBe(expected),
  );

  it('refuses a fraction, so that nobody forgets to round', () =>
    expect(() => addWorkingDays(calendar, '2026-05-04', 7.5)).toThrow(RangeError));
  it('refuses a date that does not exist', () =>
    expect(() => addWorkingDays(calendar, '2026-02-30', 1)).toThrow(RangeError));
});

describe('working days between', () => {
  it.each([
    ['2026-05-04', '2026-05-04', 0],
    ['2026-05-04', '2026-05-05', 1],
    ['2026-05-08', '2026-05-10', 0],
    ['2026-04-30', '2026-05-04', 1],
    ['2026-05-04', '2026-05-18', 10],
    ['2026-05-18', '2026-05-04', -10],
  ])('%s and %s: %d', (from, to, days) => expect(workingDaysBetween(calendar, from, to)).toBe(days));

  it('undoes adding, from any day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 80 }), (start, days) => {
        const from = addDays('2025-01-01', start);
        const to = addWorkingDays(calendar, from, days);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(days);
        expect(workingDaysBetween(calendar, to, from)).toBe(-days);
      }),
      { seed: 20_260_302, numRuns: 200 },
    ));
});
