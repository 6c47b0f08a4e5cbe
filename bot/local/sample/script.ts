import { addDays, daysBetween, isPlainDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { WorkCalendar } from '../../../domain/calendar/workCalendar.ts';

/** A moment in Swedish time, `YYYY-MM-DD HH:MM`, as it stands in the script. */
export type LocalMoment = `${number}-${number}-${number} ${number}:${number}`;

/** The Monday the script was written for: everything in it has happened before that day begins. */
export const REFERENCE_DAY: PlainDate = '2026-11-02';

/**
 * Days to move the script so that it ends just before `today`, whenever that is: whole weeks, so that nobody decides
 * on a Sunday. Negative when today is before the reference day.
 */
export const shiftTo = (today: PlainDate): number => Math.floor(daysBetween(REFERENCE_DAY, today) / 7) * 7;

/** The instant (ISO 8601 UTC) of a script moment. Clocks change on Sunday nights, when nothing happens here. */
export function instantOf(moment: LocalMoment, shift: number, calendar: WorkCalendar): string {
  const [day = '', time = ''] = moment.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = Date.parse(calendar.startOfDay(addDays(day, shift)));
  return new Date(midnight + (hours * 60 + minutes) * 60_000).toISOString();
}

/** A date that was promised in public stays what it was. */
const STANDS = new Set(['target']);
const REGISTRY_NUMBER = /^([A-ZÅÄÖ]{2,5}) \d{4}\/(\d{1,6})$/;

/**
 * Everything in an order that is a day moves with the script, and a registry number gets the year it is given in.
 * Texts are left alone: a day inside a sentence is part of what somebody wrote.
 */
export function moved<Order>(order: Order, shift: number, year: string): Order {
  return move(order, '', shift, year) as Order;
}

function move(value: unknown, name: string, shift: number, year: string): unknown {
  if (typeof value === 'string') {
    if (STANDS.has(name)) return value;
    if (isPlainDate(value)) return addDays(value, shift);
    return value.replace(REGISTRY_NUMBER, (_all, prefix, serial) => `${prefix} ${year}/${serial}`);
  }
  if (Array.isArray(value)) return value.map((inner) => move(inner, name, shift, year));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, move(inner, key, shift, year)]),
  );
}
