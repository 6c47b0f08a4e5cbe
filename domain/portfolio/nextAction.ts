import type { OrderType } from '../initiatives/commands.ts';
import type { Context } from '../initiatives/decision.ts';
import { openItems } from '../initiatives/followUps.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from '../initiatives/initiative.ts';
import { approversOf } from '../initiatives/permissions.ts';
import { deadlineOf } from '../initiatives/timeLimits.ts';
import { actorsIn } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';

/** What happens next, by whom and until when; `action` is a text key, explained in plain words. */
export type NextAction = {
  readonly action: ActionKey;
  readonly order?: OrderType;
  readonly owners: readonly PersonId[];
  /** Role to name when nobody holds it. */
  readonly role?: Role | 'proposer';
  /** Local day. */
  readonly deadline?: string;
};

export const ACTIONS = [
  'finish-draft',
  'decide-as-manager',
  'complete-and-resubmit',
  'prepare',
  'assess',
  'decide-in-council',
  'start',
  'contract',
  'go-live',
  'hand-over',
  'realise-benefit',
  'decide-on-deviation',
  'resume',
  'nothing',
] as const;
export type ActionKey = (typeof ACTIONS)[number];

type Moment = { readonly at: string; readonly day: string };

/** One answer for bot, tab and reminders. */
export function nextAction(initiative: Initiative, moment: Moment, context: Context): NextAction {
  if (!isSubmitted(initiative)) {
    return initiative.state === 'DRAFT'
      ? { action: 'finish-draft', order: 'Submit', owners: [initiative.proposer], role: 'proposer' }
      : { action: 'nothing', owners: [] };
  }
  if (initiative.deviationSince) return by('decide-on-deviation', 'DecideOnDeviation', 'director', initiative, moment, context);
  const deadline = deadlineOf(initiative, context);
  const until = deadline === undefined ? {} : { deadline };
  const followUp = openItems(initiative)[0]?.due;
  const nextFollowUp = followUp === undefined ? {} : { deadline: followUp };
  switch (initiative.state) {
    case 'MANAGER_REVIEW':
    case 'FORWARDED':
      return {
        action: 'decide-as-manager',
        order: 'ApproveAsManager',
        owners: approversOf(initiative, moment, context),
        role: 'manager',
        ...until,
      };
    case 'RETURNED':
      return { action: 'complete-and-resubmit', order: 'Resubmit', owners: [initiative.proposer], role: 'proposer' };
    case 'PREPARATION':
      return { ...coachOr('prepare', 'CompletePreparation', initiative, moment, context), ...until };
    case 'ASSESSMENT':
      return { ...by('assess', 'Recommend', 'preparationChair', initiative, moment, context), ...until };
    case 'COUNCIL':
      return by('decide-in-council', 'ApproveInCouncil', 'councilChair', initiative, moment, context);
    case 'APPROVED':
      return by('start', 'Start', 'director', initiative, moment, context);
    case 'PROCUREMENT':
      return by('contract', 'RecordContract', 'procurement', initiative, moment, context);
    case 'EXECUTION':
      return {
        ...(initiative.track === 'light'
          ? coachOr('hand-over', 'HandOver', initiative, moment, context)
          : by('go-live', 'GoLive', 'objectOwner', initiative, moment, context)),
        ...nextFollowUp,
      };
    case 'INTRODUCTION':
      return { ...by('hand-over', 'HandOver', 'director', initiative, moment, context), ...nextFollowUp };
    case 'BENEFIT':
      return { ...by('realise-benefit', 'Close', 'manager', initiative, moment, context), ...nextFollowUp };
    case 'PAUSED':
      return { ...by('resume', 'Resume', 'director', initiative, moment, context), deadline: initiative.paused.until };
    default:
      return { action: 'nothing', owners: [] };
  }
}

const by = (action: ActionKey, order: OrderType, role: Role, initiative: Submitted, { day }: Moment, { organisation }: Context): NextAction => ({
  action,
  order,
  owners: actorsIn(organisation, role, decidingUnit(initiative), day),
  role,
});

function coachOr(action: ActionKey, order: OrderType, initiative: Submitted, moment: Moment, context: Context): NextAction {
  return initiative.coach
    ? { action, order, owners: [initiative.coach], role: 'coach' }
    : by(action, order, 'developmentLead', initiative, moment, context);
}
