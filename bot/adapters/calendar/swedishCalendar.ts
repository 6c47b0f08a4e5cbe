import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { dateOfDay, dayNumber, isPlainDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { WorkCalendar } from '../../../domain/calendar/workCalendar.ts';

const ZONE = 'Europe/Stockholm';
/** The form `Date.toISOString` gives; luxon would read an instant without a zone as Swedish time. */
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const HOUR = 'YYYY-MM-DDTHH'.length;
/** Remembered hours, some five years of them; then it starts over, so that memory stays bounded. */
const MAX_HOURS = 50_000;
const MAX_YEARS = 400;

/** `bank` are the eves when offices are closed: midsommarafton, julafton and nyårsafton. */
const closedDaysOf = (year: string): ReadonlySet<PlainDate> =>
  new Set(
    new (holidaysOfTheWorld())('SE', { types: ['public', 'bank'] })
      .getHolidays(Number(year))
      .map((holiday) => holiday.date.slice(0, 10)),
  );

/** Loaded when a day is first asked about: the holidays of all countries take a tenth of a second, and no start needs them. */
const holidaysOfTheWorld = (): typeof Holidays =>
  createRequire(import.meta.url)('date-holidays') as typeof Holidays;

const SUNDAY = 0;
const SATURDAY = 6;
const isWeekend = (date: PlainDate): boolean =>
  [SATURDAY, SUNDAY].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

function workingDaysOf(year: string): ReadonlySet<PlainDate> {
  const closed = closedDaysOf(year);
  const working = new Set<PlainDate>();
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    const date = dateOfDay(day);
    if (!isWeekend(date) && !closed.has(date)) working.add(date);
  }
  return working;
}

function known(moment: DateTime, given: string): DateTime<true> {
  if (moment.isValid) return moment as DateTime<true>;
  throw new RangeError(`not a point in time: ${given}`);
}

/** A function that remembers its answers, at most `limit` of them. */
function remembered<Answer>(limit: number, find: (key: string) => Answer): (key: string) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const before = answers.get(key);
    if (before !== undefined) return before;
    if (answers.size >= limit) answers.clear();
    const answer = find(key);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * The office days of a Swedish municipality, in Swedish time whatever zone the server runs in. A year's holidays are
 * worked out the first time they are asked for.
 * @throws RangeError from `startOfDay` for a date that does not exist, from `localDate` for what is no instant in UTC.
 * Source: lag (1989:253) om allmänna helgdagar, as data in `date-holidays`.
 */
export function createSwedishCalendar(): WorkCalendar {
  const workingDays = remembered(MAX_YEARS, workingDaysOf);
  // Clock changes fall on whole hours in UTC, so all instants of an hour share a local date.
  const dateOfHour = remembered(MAX_HOURS, (hour) =>
    known(DateTime.fromISO(`${hour}:00Z`, { zone: ZONE }), hour).toISODate(),
  );
  return {
    localDate(atIso) {
      if (!UTC_INSTANT.test(atIso)) throw new RangeError(`not an instant in UTC: ${atIso}`);
      return dateOfHour(atIso.slice(0, HOUR));
    },
    isWorkingDay: (date) => workingDays(date.slice(0, 4)).has(date),
    startOfDay(date) {
      if (!isPlainDate(date)) throw new RangeError(`not a date (YYYY-MM-DD): ${date}`);
      return known(DateTime.fromISO(date, { zone: ZONE }), date)
        .toUTC()
        .toISO();
    },
  };
}
