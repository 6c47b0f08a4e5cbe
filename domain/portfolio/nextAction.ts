import type { OrderType } from '../initiatives/commands.ts';
import type { Context } from '../initiatives/decision.ts';
import { openItems } from '../initiatives/followUps.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from '../initiatives/initiative.ts';
import { benefitsMissed } from '../initiatives/outcomes.ts';
import { approversOf, coachesOf } from '../initiatives/permissions.ts';
import { deadlineOf } from '../initiatives/timeLimits.ts';
import { leadersOf, lineManagers, sponsorsOf } from '../organisation/leadership.ts';
import { actingForAll, actorsIn } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';

/** What happens next, by whom and until when; `action` is a text key, explained in plain words. */
export type NextAction = {
  readonly action: ActionKey;
  readonly order?: OrderType;
  /** Those whose turn it is; each of them may give the order. */
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
  'follow-up',
  'decide-on-deviation',
  'resume',
  'nothing',
] as const;
export type ActionKey = (typeof ACTIONS)[number];

/** Now: ISO 8601 UTC, and the local day of it. */
export type Moment = { readonly at: string; readonly day: string };

/** One answer for bot, tab and reminders. */
export function nextAction(initiative: Initiative, moment: Moment, context: Context): NextAction {
  if (!isSubmitted(initiative)) {
    return initiative.state === 'DRAFT'
      ? { action: 'finish-draft', order: 'Submit', owners: [initiative.proposer], role: 'proposer' }
      : { action: 'nothing', owners: [] };
  }
  const turn = turnOf(initiative, moment, context);
  const deadline =
    deadlineOf(initiative, context) ??
    (initiative.state === 'PAUSED' ? initiative.paused.until : openItems(initiative)[0]?.due);
  const waits = deadline !== undefined && turn.order !== undefined && turn.order !== 'DecideOnDeviation';
  return waits ? { ...turn, deadline } : turn;
}

function turnOf(initiative: Submitted, moment: Moment, context: Context): NextAction {
  const { organisation } = context;
  const { day } = moment;
  const unit = decidingUnit(initiative);
  const inRole = (role: Role) => actorsIn(organisation, role, unit, day);
  const sponsors = () => sponsorsOf(organisation, unit, day);
  const managers = () => actingForAll(lineManagers(organisation, unit, day), day);
  const coaches = () => coachesOf(initiative, day, context);

  if (initiative.deviationSince)
    return {
      action: 'decide-on-deviation',
      order: 'DecideOnDeviation',
      owners: sponsors(),
      role: 'director',
    };
  switch (initiative.state) {
    case 'MANAGER_REVIEW':
    case 'FORWARDED': {
      const owners = approversOf(initiative, moment, context);
      return { action: 'decide-as-manager', order: 'ApproveAsManager', owners, role: 'manager' };
    }
    case 'RETURNED':
      return {
        action: 'complete-and-resubmit',
        order: 'Resubmit',
        owners: [initiative.proposer],
        role: 'proposer',
      };
    case 'PREPARATION':
      return firstOf('prepare', [
        ['CompletePreparation', 'coach', coaches()],
        ['CompletePreparation', 'developmentLead', inRole('developmentLead')],
        ['AssignCoach', 'headOfDigitalisation', inRole('headOfDigitalisation')],
      ]);
    case 'ASSESSMENT': {
      const owners = leadersOf(organisation, 'preparation', initiative.proposer, day);
      return { action: 'assess', order: 'Recommend', owners, role: 'preparationChair' };
    }
    case 'COUNCIL': {
      const owners = leadersOf(organisation, 'council', initiative.proposer, day);
      return { action: 'decide-in-council', order: 'ApproveInCouncil', owners, role: 'councilChair' };
    }
    case 'APPROVED':
      return { action: 'start', order: 'Start', owners: sponsors(), role: 'director' };
    case 'PROCUREMENT':
      return firstOf('contract', [
        ['RecordContract', 'procurement', inRole('procurement')],
        ['RecordContract', 'director', sponsors()],
      ]);
    case 'EXECUTION':
      if (initiative.track === 'light')
        return firstOf('hand-over', [
          ['HandOver', 'coach', coaches()],
          ['HandOver', 'manager', managers()],
        ]);
      return firstOf('go-live', [
        ['GoLive', 'objectOwner', inRole('objectOwner')],
        ['GoLive', 'objectManager', inRole('objectManager')],
        ['GoLive', 'director', sponsors()],
      ]);
    case 'INTRODUCTION':
      return { action: 'hand-over', order: 'HandOver', owners: sponsors(), role: 'director' };
    case 'BENEFIT':
      return benefitsMissed(initiative)
        ? firstOf('realise-benefit', [['Close', 'headOfDigitalisation', inRole('headOfDigitalisation')]])
        : firstOf('realise-benefit', [['Close', 'manager', managers()]]);
    case 'PAUSED':
      return { action: 'resume', order: 'Resume', owners: sponsors(), role: 'director' };
    default:
      return { action: 'nothing', owners: [] };
  }
}

type Candidate = readonly [order: OrderType, role: Role, people: readonly PersonId[]];

/** The first role that somebody holds; when nobody does, the most natural one is named as missing. */
function firstOf(action: ActionKey, candidates: readonly [Candidate, ...Candidate[]]): NextAction {
  const [order, role, owners] = candidates.find(([, , people]) => people.length > 0) ?? candidates[0];
  return { action, order, owners, role };
}
