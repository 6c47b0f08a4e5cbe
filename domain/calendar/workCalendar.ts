import type { PlainDate } from './plainDate.ts';

/**
 * What the domain needs to know about days, answered by an adapter that knows the time zone and the holidays.
 * Instants are ISO 8601 in UTC ('2026-03-02T09:00:00.000Z'), dates are local days ('2026-03-02').
 */
export interface WorkCalendar {
  /** The local day on which `atIso` falls; 23:30 UTC is already tomorrow in Sweden. */
  localDate(atIso: string): PlainDate;
  /** Whether the municipality's offices work that day: no weekend, no holiday. */
  isWorkingDay(date: PlainDate): boolean;
  /** The instant (UTC) when the local day begins. */
  startOfDay(date: PlainDate): string;
}
