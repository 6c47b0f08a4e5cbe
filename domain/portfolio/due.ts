import type { Context } from '../initiatives/decision.ts';
import { daysOverdue, openItems } from '../initiatives/followUps.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from '../initiatives/initiative.ts';
import { dayAtShare } from '../initiatives/timeLimits.ts';
import { approvalLine } from '../organisation/approval.ts';
import { actorsIn } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';
import { followUpMakers } from './lateFollowUp.ts';
import { type Moment, nextAction } from './nextAction.ts';

/** Something somebody should be told now. `occasion` is unique for the initiative: it is said once per person. */
export type Due = {
  readonly initiative: string;
  readonly occasion: string;
  readonly notice: 'reminder' | 'escalation' | 'follow-up-due' | 'follow-up-late' | 'pause-over';
  readonly to: readonly PersonId[];
};

/**
 * What is due now for one initiative: reminders at 50 and 100 % of a time limit, escalation at 150 %, follow-ups on
 * their day and 7 and 14 days late. Pure in state and time, so that asking twice gives the same occasions.
 */
export function dueNow(initiative: Initiative, moment: Moment, context: Context): Due[] {
  if (!isSubmitted(initiative)) return [];
  const all = [
    ...timeLimits(initiative, moment, context),
    ...followUps(initiative, moment, context),
    ...pauses(initiative, moment, context),
  ];
  return all.filter(({ to }) => to.length > 0);
}

function timeLimits(initiative: Submitted, moment: Moment, context: Context): Due[] {
  const { model } = context;
  const reached = (share: number) => {
    const day = dayAtShare(initiative, share, context);
    return day !== undefined && day <= moment.day;
  };
  const name = (share: number) => `${initiative.state}-${initiative.since}-${Math.round(share * 100)}`;
  const owners = nextAction(initiative, moment, context).owners;
  // Only the latest step that has been reached: after a long stop nobody is told three times at once.
  if (reached(model.escalationShare))
    return [
      due(initiative, name(model.escalationShare), 'escalation', nextLevel(initiative, moment, context)),
    ];
  const share = model.reminderShares.findLast(reached);
  return share === undefined ? [] : [due(initiative, name(share), 'reminder', owners)];
}

/** Who is told when it has taken too long: the next manager for a review, else the head of digitalisation. */
function nextLevel(initiative: Submitted, moment: Moment, context: Context): PersonId[] {
  if (initiative.state === 'MANAGER_REVIEW' || initiative.state === 'FORWARDED') {
    const unit = decidingUnit(initiative);
    const line = approvalLine(context.organisation, unit, initiative.proposer, moment.day);
    const told = line.filter(({ level }) => level <= 1).map(({ person }) => person);
    if (line.some(({ level }) => level === 1)) return told;
    return [...told, ...acting('headOfDigitalisation', initiative, moment.day, context)];
  }
  return acting('headOfDigitalisation', initiative, moment.day, context);
}

function followUps(initiative: Submitted, { day }: { day: string }, context: Context): Due[] {
  const [first] = openItems(initiative);
  if (!first || first.due > day) return [];
  const late = daysOverdue(initiative, day);
  const [once, twice] = context.model.followUpEscalationDays;
  const head = acting('headOfDigitalisation', initiative, day, context);
  const leads = orElse(acting('developmentLead', initiative, day, context), head);
  const makers = orElse(followUpMakers(initiative, day, context), head);
  if (late >= twice)
    return [due(initiative, `${first.id}-late-${twice}`, 'follow-up-late', [...makers, ...head])];
  if (late >= once)
    return [due(initiative, `${first.id}-late-${once}`, 'follow-up-late', [...makers, ...leads])];
  return [due(initiative, `${first.id}-due`, 'follow-up-due', makers)];
}

const orElse = (people: readonly PersonId[], others: readonly PersonId[]): readonly PersonId[] =>
  people.length > 0 ? people : others;

function pauses(initiative: Submitted, moment: Moment, context: Context): Due[] {
  if (initiative.state !== 'PAUSED' || initiative.paused.until > moment.day) return [];
  return [
    due(
      initiative,
      `pause-${initiative.paused.until}`,
      'pause-over',
      nextAction(initiative, moment, context).owners,
    ),
  ];
}

const acting = (role: Role, initiative: Submitted, day: string, { organisation }: Context): PersonId[] =>
  actorsIn(organisation, role, decidingUnit(initiative), day);

const due = (
  initiative: Submitted,
  occasion: string,
  notice: Due['notice'],
  to: readonly PersonId[],
): Due => ({
  initiative: initiative.id,
  occasion,
  notice,
  to: [...new Set(to)],
});
