import { dateOfDay, dayNumber, type PlainDate } from './plainDate.ts';
import type { WorkCalendar } from './workCalendar.ts';

/**
 * The working day that comes `days` working days after `from`; `from` itself is never counted, worked or not.
 * @param days whole number; negative counts backwards, 0 gives `from` unchanged.
 * @throws RangeError for a fraction of a day (the caller decides which way to round) and for a date that does not exist.
 */
export function addWorkingDays(calendar: WorkCalendar, from: PlainDate, days: number): PlainDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of working days: ${days}`);
  const direction = days < 0 ? -1 : 1;
  let day = dayNumber(from);
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    day += direction;
    date = dateOfDay(day);
    if (calendar.isWorkingDay(date)) left -= 1;
  }
  return date;
}

/**
 * Working days after `from` up to and including `to`, so that it undoes `addWorkingDays`.
 * @returns days; negative when `to` is the earlier one, 0 for the same day.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first) return 0 - workingDaysBetween(calendar, to, from);
  let days = 0;
  for (let day = first + 1; day <= last; day += 1) {
    if (calendar.isWorkingDay(dateOfDay(day))) days += 1;
  }
  return days;
}
