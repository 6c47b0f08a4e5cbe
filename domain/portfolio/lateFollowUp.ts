import type { Context } from '../initiatives/decision.ts';
import { daysOverdue, openItems } from '../initiatives/followUps.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from '../initiatives/initiative.ts';
import { coachesOf } from '../initiatives/permissions.ts';
import { actorsIn } from '../organisation/lookup.ts';
import type { PersonId } from '../organisation/organisation.ts';
import type { NextAction } from './nextAction.ts';

/**
 * A follow-up whose day has passed. It is its maker's turn, whatever the case waits for besides; the others' next step
 * is what it was.
 * @param day local day. @returns undefined when nothing is late.
 */
export function lateFollowUp(initiative: Initiative, day: string, context: Context): NextAction | undefined {
  if (!isSubmitted(initiative) || daysOverdue(initiative, day) === 0) return undefined;
  const deadline = openItems(initiative)[0]?.due;
  const owners = followUpMakers(initiative, day, context);
  return { action: 'follow-up', order: 'FollowUp', owners, role: 'coach', ...(deadline && { deadline }) };
}

/** Who makes the follow-ups: the coach or who stands in; without one the unit's development lead. */
export function followUpMakers(initiative: Submitted, day: string, context: Context): readonly PersonId[] {
  const coaches = coachesOf(initiative, day, context);
  if (coaches.length > 0) return coaches;
  return actorsIn(context.organisation, 'developmentLead', decidingUnit(initiative), day);
}
