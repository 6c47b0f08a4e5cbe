import { approvalLine } from '../organisation/approval.ts';
import { leads, lineManagers } from '../organisation/leadership.ts';
import { actorsIn, actsAs, actsAsAnywhere, actsFor, standInFor } from '../organisation/lookup.ts';
import type { PersonId, Role } from '../organisation/organisation.ts';
import type { OrderType } from './commands.ts';
import type { Context } from './decision.ts';
import type { Ground } from './grounds.ts';
import { decidingUnit, type Initiative, isSubmitted, type Submitted } from './initiative.ts';
import { benefitsMissed } from './outcomes.ts';
import { isEscalated } from './timeLimits.ts';

export type Asking = {
  readonly type: OrderType;
  readonly actor: PersonId;
  readonly at: string;
  readonly day: string;
};

type Rule = (initiative: Initiative, asking: Asking, context: Context) => readonly Ground[];

const SUPPORT: readonly Ground[] = ['coach', 'developmentLead', 'headOfDigitalisation'];
const LEADERS: readonly Ground[] = ['sponsor', 'councilChair'];
const FOLLOW_UP: readonly Ground[] = ['coach', 'developmentLead', 'projectManager', 'manager'];

/** The council, or whoever it has delegated small acquisitions to. */
const councilDeciders = (initiative: Initiative): readonly Ground[] =>
  initiative.track === 'acquisition' ? ['council', 'headOfDigitalisation'] : ['council'];

/** Who may do what. Where it depends on the initiative, the row is a function. Source: docs/adr/0009-permissions.md */
const MAY: Readonly<Record<OrderType, readonly Ground[] | Rule>> = {
  StartDraft: ['anyone'],
  ChangeContent: ({ state }) => {
    if (state === 'DRAFT') return ['proposer'];
    return state === 'RETURNED' ? ['proposer', 'coach'] : [...SUPPORT, 'projectManager'];
  },
  Submit: ['proposer'],
  Resubmit: ['proposer', 'coach'],
  ApproveAsManager: ['approver'],
  Return: (initiative) => {
    if (initiative.state === 'ASSESSMENT') return ['preparationGroup'];
    return initiative.state === 'COUNCIL' ? councilDeciders(initiative) : ['approver'];
  },
  Reject: (initiative) => (initiative.state === 'COUNCIL' ? councilDeciders(initiative) : ['approver']),
  Forward: ['approver'],
  AssignCoach: [...SUPPORT, 'manager', 'sponsor'],
  Classify: [...SUPPORT, 'security'],
  SetGoal: [...SUPPORT, 'projectManager', 'manager'],
  CompletePreparation: ['developmentLead', 'coach'],
  Merge: ['headOfDigitalisation'],
  Recommend: ['preparationGroup'],
  ApproveInCouncil: councilDeciders,
  Start: ['sponsor'],
  RecordContract: ['procurement', 'sponsor'],
  GoLive: (initiative, { day }, { organisation }) => {
    const unit = unitOfCase(initiative);
    const owned =
      unit !== undefined && OBJECT_ROLES.some((role) => actorsIn(organisation, role, unit, day).length > 0);
    return owned ? OBJECT_ROLES : ['sponsor'];
  },
  HandOver: (initiative) => (initiative.track === 'light' ? ['manager', 'coach', 'sponsor'] : ['sponsor']),
  Close: (initiative) => (benefitsMissed(initiative) ? ['headOfDigitalisation', 'manager'] : ['manager']),
  Pause: LEADERS,
  Resume: LEADERS,
  Cancel: ({ state }) => (state === 'DRAFT' ? ['proposer'] : LEADERS),
  FollowUp: FOLLOW_UP,
  Measure: FOLLOW_UP,
  DecideOnDeviation: [...LEADERS, 'manager'],
  ReportOutcome: [...FOLLOW_UP, 'controller'],
  LearnLesson: [...SUPPORT, 'proposer', 'projectManager', 'manager', 'sponsor'],
  Retire: [...SUPPORT, 'projectManager', 'manager', 'objectOwner', 'objectManager'],
};

const OBJECT_ROLES = ['objectOwner', 'objectManager'] as const;

/** Decisions on a proposal that its author leaves to others: conflict of interest (jäv), R-13. */
const DECIDED_BY_OTHERS: readonly OrderType[] = [
  'ApproveAsManager',
  'Return',
  'Reject',
  'Forward',
  'Recommend',
  'ApproveInCouncil',
];

/** The ground somebody stands on, or why there is none. */
export type Standing = { readonly ground: Ground } | { readonly refusal: 'own-proposal' | 'not-allowed' };

/** May this person ask for this now, and as what? The one place for it: bot, tab and reminders all come here. */
export function standingOf(asking: Asking, initiative: Initiative, context: Context): Standing {
  if (initiative.proposer === asking.actor && DECIDED_BY_OTHERS.includes(asking.type))
    return { refusal: 'own-proposal' };
  const row = MAY[asking.type];
  const grounds = typeof row === 'function' ? row(initiative, asking, context) : row;
  const ground = grounds.find((each) => stands(each, asking, initiative, context));
  return ground ? { ground } : { refusal: 'not-allowed' };
}

/** @returns undefined when allowed, else the refusal code. */
export function refusalFor(
  asking: Asking,
  initiative: Initiative,
  context: Context,
): 'own-proposal' | 'not-allowed' | undefined {
  const standing = standingOf(asking, initiative, context);
  return 'refusal' in standing ? standing.refusal : undefined;
}

/**
 * Who may record what was decided before the tool: its administrator, or the substitute. It gives no right to decide
 * anything in the cases, and no program may do it in nobody's name.
 */
export const mayImport = (
  { actor, day }: Pick<Asking, 'actor' | 'day'>,
  { organisation }: Pick<Context, 'organisation'>,
): boolean => actsAsAnywhere(organisation, actor, 'toolAdmin', day);

/**
 * The people who may decide as manager right now, most natural first: the unit's manager, or the next level where
 * that would be a conflict of interest; the substitute of the day and the holder alike; one level more when late.
 * Above the top of the line there is the head of digitalisation.
 */
export function approversOf(
  initiative: Submitted,
  { at, day }: { at: string; day: string },
  context: Context,
): PersonId[] {
  const { organisation } = context;
  const unit = decidingUnit(initiative);
  const line = approvalLine(organisation, unit, initiative.proposer, day);
  const last = isEscalated(initiative, at, context) ? 1 : 0;
  const asked = line.filter(({ level }) => level <= last).flatMap(({ person, holder }) => [person, holder]);
  const atTheTop = line.length === 0 ? actorsIn(organisation, 'headOfDigitalisation', unit, day) : [];
  return [...new Set([...asked, ...atTheTop])].filter((person) => person !== initiative.proposer);
}

/** Who acts as coach in the case today: the one it was given to, or that one's substitute. Nobody before a coach is assigned. */
export const coachesOf = (
  { coach }: Pick<Initiative, 'coach'>,
  day: string,
  { organisation }: Pick<Context, 'organisation'>,
): PersonId[] => (coach === undefined ? [] : [standInFor(organisation, coach, 'coach', day)]);

const unitOfCase = (initiative: Initiative): string | undefined =>
  isSubmitted(initiative) ? decidingUnit(initiative) : initiative.content.unit;

function stands(ground: Ground, asking: Asking, initiative: Initiative, context: Context): boolean {
  const { actor, day } = asking;
  const { organisation } = context;
  const unit = unitOfCase(initiative);
  const holds = (role: Role) => unit !== undefined && actsAs(organisation, actor, role, unit, day);
  const holdsAnywhere = (role: Role) => actsAsAnywhere(organisation, actor, role, day);
  switch (ground) {
    case 'anyone':
      return true;
    case 'proposer':
      return initiative.proposer === actor;
    case 'approver':
      return isSubmitted(initiative) && approversOf(initiative, asking, context).includes(actor);
    case 'coach':
      return (
        initiative.coach === actor || coachesOf(initiative, day, context).includes(actor) || holds('coach')
      );
    case 'projectManager':
      return initiative.projectManager === actor;
    case 'manager':
      return (
        holds('manager') ||
        (unit !== undefined &&
          lineManagers(organisation, unit, day).some((held) => actsFor(held, actor, day)))
      );
    case 'sponsor':
      return holds('director') || holds('municipalDirector') || holdsAnywhere('headOfDigitalisation');
    case 'preparationGroup':
      return leads(organisation, 'preparation', { person: actor, proposer: initiative.proposer, day });
    case 'council':
      return leads(organisation, 'council', { person: actor, proposer: initiative.proposer, day });
    case 'security':
      return holdsAnywhere('securityOfficer') || holdsAnywhere('dpo');
    case 'developmentLead':
    case 'objectOwner':
    case 'objectManager':
      return holds(ground);
    case 'headOfDigitalisation':
    case 'councilChair':
    case 'controller':
    case 'procurement':
      return holdsAnywhere(ground);
  }
}
