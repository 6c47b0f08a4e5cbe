import { addDays, addMonths, daysBetween } from '../calendar/plainDate.ts';
import { nextTertialEnd } from '../calendar/tertial.ts';
import type { Initiative } from './initiative.ts';
import type { StateCode } from './states.ts';

export const STATUSES = ['green', 'yellow', 'red'] as const;
export type Status = (typeof STATUSES)[number];

export const FOLLOW_UP_KINDS = ['preparation', 'monthly', 'afterGoLive30', 'afterGoLive90', 'tertial'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** A follow-up that shall be made. `due` is a local day. */
export type FollowUpItem = { readonly id: string; readonly kind: FollowUpKind; readonly due: string };

/** When benefits are followed: at least 12 months after go-live and until payback, at most 24 months (domain §16). */
const LEAST_MONTHS = 12;
const MOST_MONTHS = 24;

/**
 * What shall be followed up from the day a state is entered. Preparation and execution are followed month by month
 * (the next item comes when one is done), go-live after 30 and 90 days, benefits at the end of each tertial.
 * @param day local day of the move · @param paybackYears from the calculation, null when never
 */
export function scheduleFrom(state: StateCode, day: string, paybackYears: number | null): FollowUpItem[] {
  switch (state) {
    case 'PREPARATION':
      return [item('preparation', addMonths(day, 1))];
    case 'EXECUTION':
      return [item('monthly', addMonths(day, 1))];
    case 'INTRODUCTION':
      return [item('afterGoLive30', addDays(day, 30)), item('afterGoLive90', addDays(day, 90))];
    case 'BENEFIT': {
      const months = Math.min(MOST_MONTHS, Math.max(LEAST_MONTHS, Math.ceil((paybackYears ?? 2) * 12)));
      const last = addMonths(day, months);
      const items: FollowUpItem[] = [];
      for (let end = nextTertialEnd(day); items.length < 7; end = nextTertialEnd(end)) {
        items.push(item('tertial', end));
        if (end >= last) break;
      }
      return items;
    }
    default:
      return [];
  }
}

/** The item that comes after a done one, for kinds that repeat while the state lasts. */
export const repeatAfter = (kind: FollowUpKind, day: string): FollowUpItem[] =>
  kind === 'preparation' || kind === 'monthly' ? [item(kind, addMonths(day, 1))] : [];

/** Open items that belong to the state the initiative is in, earliest first. */
export const openItems = (initiative: Initiative): FollowUpItem[] =>
  initiative.state === 'PAUSED' ? [] : initiative.schedule.toSorted((a, b) => (a.due < b.due ? -1 : 1));

/** Days the earliest open follow-up is late on a local day; 0 when nothing is late. Pure in state and time. */
export function daysOverdue(initiative: Initiative, day: string): number {
  const [first] = openItems(initiative);
  return first && first.due < day ? daysBetween(first.due, day) : 0;
}

const item = (kind: FollowUpKind, due: string): FollowUpItem => ({ id: `${kind}-${due}`, kind, due });
