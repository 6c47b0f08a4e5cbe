import { addDays, type PlainDate } from './plainDate.ts';

/** Month and day on which a municipality closes its books: tertial 1, tertial 2 (delår) and the year. */
const TERTIAL_ENDS = ['04-30', '08-31', '12-31'];

/**
 * The first tertial end after `date`; on a tertial end it is the next one, so that a series can be walked.
 * Source: common practice for delårsrapport (30 April and 31 August) and the annual report, 31 December.
 * @throws RangeError when `date` is not a date that exists.
 */
export function nextTertialEnd(date: PlainDate): PlainDate {
  const dayAfter = addDays(date, 1);
  const year = dayAfter.slice(0, 4);
  const ends = TERTIAL_ENDS.map((end) => `${year}-${end}`);
  return ends.find((end) => end >= dayAfter) ?? `${year}-12-31`;
}
