import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Context } from './decision.ts';
import type { Submitted } from './initiative.ts';

type Limited = 'MANAGER_REVIEW' | 'PREPARATION' | 'ASSESSMENT';

/** Working days the present state may take; undefined where there is no limit. A forwarded case waits for a manager too. */
export function workingDaysFor(initiative: Submitted, { model }: Pick<Context, 'model'>): number | undefined {
  const state = initiative.state === 'FORWARDED' ? 'MANAGER_REVIEW' : initiative.state;
  return state in model.timeLimits ? model.timeLimits[state as Limited] : undefined;
}

/** The local day on which a share of the time limit is used up; undefined where there is no limit. */
export function dayAtShare(
  initiative: Submitted,
  share: number,
  { model, calendar }: Pick<Context, 'model' | 'calendar'>,
): string | undefined {
  const limit = workingDaysFor(initiative, { model });
  return limit === undefined
    ? undefined
    : addWorkingDays(calendar, calendar.localDate(initiative.since), Math.ceil(limit * share));
}

/** The day the state should be over. */
export const deadlineOf = (
  initiative: Submitted,
  context: Pick<Context, 'model' | 'calendar'>,
): string | undefined => dayAtShare(initiative, 1, context);

/** Has it waited so long (150 %) that the next level may decide as well? */
export function isEscalated(
  initiative: Submitted,
  at: string,
  context: Pick<Context, 'model' | 'calendar'>,
): boolean {
  const day = dayAtShare(initiative, context.model.escalationShare, context);
  return day !== undefined && context.calendar.localDate(at) >= day;
}
