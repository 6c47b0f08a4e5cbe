import { createSwedishCalendar } from '../../../../bot/adapters/calendar/swedishCalendar.ts';
import { addDays } from '../../../../domain/calendar/plainDate.ts';
import { addWorkingDays, workingDaysBetween } from '../../../../domain/calendar/workingDays.ts';

const calendar = createSwedishCalendar();

/** Closed days that are not Saturdays or Sundays, found by asking for every day of the year. */
function closedWeekdays(year: number): string[] {
  const closed: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !calendar.isWorkingDay(date)) closed.push(date.slice(5));
  }
  return closed;
}

describe('working days in a Swedish municipality', () => {
  it.each([
    // New Year's Day, Epiphany, Good Friday, Easter Monday, 1 May, Ascension, midsommarafton, julafton, Christmas Day, nyårsafton
    [2026, ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25', '12-31']],
    // 1 May, Christmas Day and Boxing Day fall on a weekend; no other day is given instead
    [2027, ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-24', '12-31']],
    // a leap year with the national day on a Tuesday; julafton and nyårsafton on Sundays
    [2028, ['01-06', '04-14', '04-17', '05-01', '05-25', '06-06', '06-23', '12-25', '12-26']],
  ])('%d is closed on %j', (year, closed) => expect(closedWeekdays(year)).toEqual(closed));

  it('keeps the days before holidays open when offices are', () => {
    for (const open of ['2026-01-05', '2026-04-02', '2026-04-30', '2026-05-15', '2026-10-30', '2026-12-23']) {
      expect([open, calendar.isWorkingDay(open)]).toEqual([open, true]);
    }
  });
  it('is closed on every Saturday and Sunday', () => {
    expect(calendar.isWorkingDay('2026-03-07')).toBe(false);
    expect(calendar.isWorkingDay('2026-03-08')).toBe(false);
    expect(calendar.isWorkingDay('2026-03-09')).toBe(true);
  });

  it.each([
    [2024, 251],
    [2025, 249],
    [2026, 251],
  ])('%d has %d working days', (year, days) =>
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(days),
  );

  it('steps over midsommar, the year change and the leap day', () => {
    expect(addWorkingDays(calendar, '2026-06-18', 1)).toBe('2026-06-22');
    expect(addWorkingDays(calendar, '2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toBe('2027-01-04');
    expect(addWorkingDays(calendar, '2028-02-28', 2)).toBe('2028-03-01');
    expect(addWorkingDays(calendar, '2027-01-04', -1)).toBe('2026-12-30');
  });
});

describe('Swedish time', () => {
  it.each([
    ['2026-01-15T22:59:59.999Z', '2026-01-15', 'winter, a moment before midnight'],
    ['2026-01-15T23:00:00.000Z', '2026-01-16', 'winter, midnight'],
    ['2026-07-15T21:59:59Z', '2026-07-15', 'summer, a moment before midnight'],
    ['2026-07-15T22:00:00Z', '2026-07-16', 'summer, midnight'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'year change'],
    ['2028-02-28T23:30:00Z', '2028-02-29', 'leap day'],
    ['2026-03-28T22:30Z', '2026-03-28', 'the evening before summer time'],
    ['2026-03-29T21:30:00Z', '2026-03-29', 'the evening of its first day'],
    ['2026-03-29T22:00:00Z', '2026-03-30', 'its first midnight'],
    ['2026-10-24T22:00:00Z', '2026-10-25', 'the last midnight of summer time'],
    ['2026-10-25T22:59:00Z', '2026-10-25', 'the evening of the 25-hour day'],
    ['2026-10-25T23:00:00Z', '2026-10-26', 'the first midnight of winter time'],
  ])('%s is %s: %s', (at, date) => expect(calendar.localDate(at)).toBe(date));

  it.each([
    ['2026-01-16', '2026-01-15T23:00:00.000Z'],
    ['2026-07-16', '2026-07-15T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['2027-01-01', '2026-12-31T23:00:00.000Z'],
  ])('%s begins at %s', (date, at) => {
    expect(calendar.startOfDay(date)).toBe(at);
    expect(calendar.localDate(at)).toBe(date);
  });

  it('begins every day of a year where the day before ends', () => {
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      const start = new Date(calendar.startOfDay(date)).getTime();
      expect(calendar.localDate(new Date(start - 1).toISOString())).toBe(addDays(date, -1));
    }
  });

  it.each(['2026-03-02', '2026-03-02T09:00:00', '2026-03-02T09:00:00+01:00', 'now', '2026-02-30T09:00:00Z'])(
    'takes %s for no instant in UTC',
    (text) => expect(() => calendar.localDate(text)).toThrow(RangeError),
  );
  it.each(['2026-02-30', '2026-03-02T09:00:00Z', 'today'])('takes %s for no date', (text) =>
    expect(() => calendar.startOfDay(text)).toThrow(RangeError),
  );
});
