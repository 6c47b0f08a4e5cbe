import { approvalLine } from '../organisation/approval.ts';
import { actsAs, actsAsAnywhere } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';
import type { OrderType } from './commands.ts';
import type { Context } from './decision.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from './initiative.ts';
import { isEscalated } from './timeLimits.ts';

/** On what ground somebody may do a thing. `sponsor` is the department's director or the head of digitalisation. */
type Ground =
  | 'anyone'
  | 'proposer'
  | 'approver'
  | 'coach'
  | 'developmentLead'
  | 'manager'
  | 'sponsor'
  | 'headOfDigitalisation'
  | 'preparationChair'
  | 'councilChair'
  | 'projectManager'
  | 'objectOwner'
  | 'objectManager'
  | 'security'
  | 'controller'
  | 'procurement';

const SUPPORT: readonly Ground[] = ['coach', 'developmentLead', 'headOfDigitalisation'];
const LEADERS: readonly Ground[] = ['sponsor', 'councilChair'];

/** Who may do what. Where it depends on the state, the row is a function. Source: docs/adr/0009-permissions.md */
const MAY: Readonly<Record<OrderType, readonly Ground[] | ((initiative: Initiative) => readonly Ground[])>> = {
  StartDraft: ['anyone'],
  ChangeContent: ({ state }) => {
    if (state === 'DRAFT') return ['proposer'];
    if (state === 'RETURNED') return ['proposer', 'coach'];
    return [...SUPPORT, 'projectManager'];
  },
  Submit: ['proposer'],
  Resubmit: ['proposer', 'coach'],
  ApproveAsManager: ['approver'],
  Return: ({ state }) => {
    if (state === 'ASSESSMENT') return ['preparationChair'];
    return state === 'COUNCIL' ? ['councilChair'] : ['approver'];
  },
  Reject: ({ state }) => (state === 'COUNCIL' ? ['councilChair'] : ['approver']),
  Forward: ['approver'],
  AssignCoach: [...SUPPORT, 'manager', 'sponsor'],
  Classify: [...SUPPORT, 'security'],
  SetGoal: [...SUPPORT, 'projectManager', 'manager'],
  CompletePreparation: ['developmentLead', 'coach'],
  Merge: ['headOfDigitalisation'],
  Recommend: ['preparationChair'],
  ApproveInCouncil: (initiative) =>
    isSubmitted(initiative) && initiative.track === 'acquisition'
      ? ['councilChair', 'headOfDigitalisation']
      : ['councilChair'],
  Start: ['sponsor'],
  RecordContract: ['procurement', 'sponsor'],
  GoLive: ['objectOwner', 'sponsor'],
  HandOver: (initiative) =>
    isSubmitted(initiative) && initiative.track === 'light' ? ['manager', 'coach', 'sponsor'] : ['sponsor'],
  Close: ['manager', 'headOfDigitalisation'],
  Pause: LEADERS,
  Resume: LEADERS,
  Cancel: ({ state }) => (state === 'DRAFT' ? ['proposer'] : LEADERS),
  FollowUp: [...SUPPORT, 'projectManager', 'manager'],
  Measure: [...SUPPORT, 'projectManager', 'manager'],
  DecideOnDeviation: [...LEADERS, 'manager'],
  ReportOutcome: [...SUPPORT, 'manager', 'controller'],
  LearnLesson: [...SUPPORT, 'projectManager', 'manager', 'sponsor'],
  Retire: [...SUPPORT, 'projectManager', 'manager', 'objectManager'],
};

const DECIDED_BY_OTHERS: readonly OrderType[] = [
  'ApproveAsManager',
  'Return',
  'Reject',
  'Forward',
  'Recommend',
  'ApproveInCouncil',
];

export type Asking = { readonly type: OrderType; readonly actor: PersonId; readonly at: string; readonly day: string };

/**
 * May this person ask for this now? The one place for it: bot, tab and reminders all come here.
 * @returns undefined when allowed, else the refusal code.
 */
export function refusalFor(
  asking: Asking,
  initiative: Initiative,
  context: Context,
): 'own-proposal' | 'not-allowed' | undefined {
  const row = MAY[asking.type];
  const grounds = typeof row === 'function' ? row(initiative) : row;
  const own = initiative.proposer === asking.actor && DECIDED_BY_OTHERS.includes(asking.type);
  if (own) return 'own-proposal';
  return grounds.some((ground) => stands(ground, asking, initiative, context)) ? undefined : 'not-allowed';
}

/**
 * The people who may decide as manager right now, most natural first: the unit's manager, or the next level where
 * that would be a conflict of interest; the substitute of the day and the holder alike; one level more when late.
 */
export function approversOf(initiative: Submitted, { at, day }: { at: string; day: string }, context: Context): PersonId[] {
  const line = approvalLine(context.organisation, decidingUnit(initiative), initiative.proposer, day);
  const levels = line.slice(0, isEscalated(initiative, at, context) ? 2 : 1);
  return [...new Set(levels.flatMap(({ person, holder }) => [person, holder]))];
}

function stands(ground: Ground, { actor, at, day }: Asking, initiative: Initiative, context: Context): boolean {
  const { organisation } = context;
  const unit = isSubmitted(initiative) ? decidingUnit(initiative) : initiative.content.unit;
  const holds = (role: Role) => unit !== undefined && actsAs(organisation, actor, role, unit, day);
  switch (ground) {
    case 'anyone':
      return true;
    case 'proposer':
      return initiative.proposer === actor;
    case 'approver':
      return isSubmitted(initiative) && approversOf(initiative, { at, day }, context).includes(actor);
    case 'coach':
      return initiative.coach === actor || holds('coach');
    case 'projectManager':
      return initiative.projectManager === actor;
    case 'sponsor':
      return holds('director') || holds('municipalDirector') || actsAsAnywhere(organisation, actor, 'headOfDigitalisation', day);
    case 'security':
      return (['securityOfficer', 'dpo'] as const).some((role) => actsAsAnywhere(organisation, actor, role, day));
    case 'manager':
    case 'developmentLead':
    case 'objectOwner':
    case 'objectManager':
      return holds(ground);
    case 'headOfDigitalisation':
    case 'preparationChair':
    case 'councilChair':
    case 'controller':
    case 'procurement':
      return actsAsAnywhere(organisation, actor, ground, day);
  }
}
