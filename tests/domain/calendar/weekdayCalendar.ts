import { dayNumber } from '../../../domain/calendar/plainDate.ts';
import type { WorkCalendar } from '../../../domain/calendar/workCalendar.ts';

/** A calendar for tests: Monday to Friday except the given holidays, local time = UTC. */
export const weekdayCalendar = (...holidays: string[]): WorkCalendar => ({
  localDate: (atIso) => atIso.slice(0, 10),
  // Day 0 was a Thursday, so Saturday and Sunday leave 2 and 3 when divided by 7.
  isWorkingDay: (date) => ![2, 3].includes(dayNumber(date) % 7) && !holidays.includes(date),
  startOfDay: (date) => `${date}T00:00:00.000Z`,
});
