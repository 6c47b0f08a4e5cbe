import { addDays, addMonths, daysBetween } from '../calendar/plainDate.ts';
import { nextTertialEnd } from '../calendar/tertial.ts';
import type { StateCode } from './states.ts';

export const STATUSES = ['green', 'yellow', 'red'] as const;
export type Status = (typeof STATUSES)[number];

export const FOLLOW_UP_KINDS = [
  'preparation',
  'monthly',
  'afterGoLive30',
  'afterGoLive90',
  'tertial',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** A follow-up that shall be made. `due` is a local day. */
export type FollowUpItem = { readonly id: string; readonly kind: FollowUpKind; readonly due: string };

type Scheduled = { readonly state: StateCode; readonly schedule: readonly FollowUpItem[] };

/** When benefits are followed: at least 12 months after go-live and until payback, at most 24 months (domain §16). */
const LEAST_MONTHS = 12;
const MOST_MONTHS = 24;

/** A follow-up this near before its day counts as it; earlier ones are extra. */
const EARLY_DAYS = 14;

/**
 * What shall be followed up from the day a state is entered. Preparation and execution are followed month by month
 * (the next item comes when one is done), go-live after 30 and 90 days, benefits at the end of each tertial.
 * @param day local day of the move · @param paybackYears from the calculation, null when never
 * @param liveDay local day of go-live, when there was one before the move
 */
export function scheduleFrom(
  state: StateCode,
  day: string,
  paybackYears: number | null,
  liveDay: string = day,
): FollowUpItem[] {
  switch (state) {
    case 'PREPARATION':
      return [item('preparation', addMonths(day, 1))];
    case 'EXECUTION':
      return [item('monthly', addMonths(day, 1))];
    case 'INTRODUCTION':
      return [item('afterGoLive30', addDays(day, 30)), item('afterGoLive90', addDays(day, 90))];
    case 'BENEFIT':
      return tertialsUntil(day, addMonths(liveDay, monthsToFollow(paybackYears)));
    default:
      return [];
  }
}

/** Until payback, within the limits; what never pays back is followed as long as anything is. */
const monthsToFollow = (paybackYears: number | null): number =>
  paybackYears === null
    ? MOST_MONTHS
    : Math.min(MOST_MONTHS, Math.max(LEAST_MONTHS, Math.ceil(paybackYears * 12)));

/** The tertial ends after a day until one reaches the last day; always at least one. */
function tertialsUntil(day: string, last: string): FollowUpItem[] {
  const items: FollowUpItem[] = [];
  for (let end = nextTertialEnd(day); ; end = nextTertialEnd(end)) {
    items.push(item('tertial', end));
    if (end >= last) return items;
  }
}

/** What was open when work paused, on the day it resumes: what fell due meanwhile gets a new day. */
export function scheduleAgain(schedule: readonly FollowUpItem[], day: string): FollowUpItem[] {
  const items = schedule.map((open) => {
    if (open.due > day) return open;
    return item(open.kind, open.kind === 'tertial' ? nextTertialEnd(day) : addMonths(day, 1));
  });
  return items.filter(({ id }, index) => items.findIndex((other) => other.id === id) === index);
}

/** The item that comes after one done on a day, for kinds that repeat while the state lasts; missed months are skipped. */
export function repeatAfter({ kind, due }: FollowUpItem, day: string): FollowUpItem | undefined {
  if (kind !== 'preparation' && kind !== 'monthly') return undefined;
  let months = 1;
  while (addMonths(due, months) <= day) months += 1;
  return item(kind, addMonths(due, months));
}

/** Open items that belong to the state the initiative is in, earliest first. */
export const openItems = ({ state, schedule }: Scheduled): FollowUpItem[] =>
  state === 'PAUSED' ? [] : schedule.toSorted((a, b) => Number(a.due > b.due) - Number(a.due < b.due));

/** The item a follow-up settles when none is named: the earliest open one, unless it is not yet time for it. */
export const itemSettledOn = (initiative: Scheduled, day: string): FollowUpItem | undefined =>
  openItems(initiative).find(({ due }) => due <= addDays(day, EARLY_DAYS));

/** Days the earliest open follow-up is late on a local day; 0 when nothing is late. Pure in state and time. */
export function daysOverdue(initiative: Scheduled, day: string): number {
  const [first] = openItems(initiative);
  return first && first.due < day ? daysBetween(first.due, day) : 0;
}

const item = (kind: FollowUpKind, due: string): FollowUpItem => ({ id: `${kind}-${due}`, kind, due });
