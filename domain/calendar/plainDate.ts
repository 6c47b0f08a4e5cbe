/** A day without time or zone, 'YYYY-MM-DD', years 0100–9999. Two dates compare as text: earlier is smaller. */
export type PlainDate = string;

const MS_PER_DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 100;
const LAST_YEAR = 9999;

type Parts = { readonly year: number; readonly month: number; readonly day: number };

const pad = (part: number, digits = 2): string => String(part).padStart(digits, '0');
const format = ({ year, month, day }: Parts): PlainDate => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** Arithmetic in UTC only: every day is 24 hours there, so no time zone and no clock change can interfere. */
const numberOf = ({ year, month, day }: Parts): number => Date.UTC(year, month - 1, day) / MS_PER_DAY;

/** Field by field: a deadline walks many days, and `toISOString` takes five times as long. */
function partsOfDay(day: number): Parts {
  const moment = new Date(day * MS_PER_DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** What the text says, when that is a day that exists. */
function read(text: string): Parts | undefined {
  const [, year = 0, month = 0, day = 0] = (FORM.exec(text) ?? []).map(Number);
  const parts = { year, month, day };
  return format(partsOfDay(numberOf(parts))) === text ? parts : undefined;
}

function parts(date: PlainDate): Parts {
  const found = read(date);
  if (!found) throw new RangeError(`not a date (YYYY-MM-DD): ${date}`);
  return found;
}

/** Whether the text is a day that exists; '2026-02-29' is not. For checking input before it becomes a fact. */
export const isPlainDate = (text: string): boolean => read(text) !== undefined;

/** Days since 1970-01-01. @throws RangeError when `date` is not a date that exists. */
export const dayNumber = (date: PlainDate): number => numberOf(parts(date));

/** The date of a day number, the inverse of `dayNumber`. @throws RangeError for half days and beyond year 9999. */
export function dateOfDay(day: number): PlainDate {
  const found = partsOfDay(day);
  if (!Number.isInteger(day) || !(found.year >= FIRST_YEAR && found.year <= LAST_YEAR)) {
    throw new RangeError(`not a day in the calendar: ${day}`);
  }
  return format(found);
}

/** @param days whole number, negative for earlier. @throws RangeError when `date` is not a date that exists. */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDay(dayNumber(date) + days);

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month `months` later (earlier when negative), or the last day of a shorter month:
 * 31 January + 1 is 28 or 29 February.
 * @throws RangeError when `date` is not a date that exists.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = parts(date);
  const lastOfMonth = numberOf({ year, month: month + months + 1, day: 0 });
  return dateOfDay(Math.min(numberOf({ year, month: month + months, day }), lastOfMonth));
}
