import type { OrderType } from './commands.ts';
import type { Context } from './decision.ts';
import { type Initiative, isSubmitted } from './initiative.ts';
import { benefitsMissed } from './outcomes.ts';
import { type Asking, standingOf } from './permissions.ts';
import { ACTIVE_STATES, STATES, type StateCode, TRANSITIONS } from './states.ts';

const CANCELLABLE = TRANSITIONS.filter(({ by }) => by === 'Cancelled').map(({ from }) => from);

/** In which states an order makes sense. For showing buttons; the refusal itself is in `decide`. */
const STATES_OF: Readonly<Record<Exclude<OrderType, 'StartDraft'>, readonly StateCode[]>> = {
  ChangeContent: ['DRAFT', 'RETURNED', ...ACTIVE_STATES],
  Submit: ['DRAFT'],
  Resubmit: ['RETURNED'],
  ApproveAsManager: ['MANAGER_REVIEW', 'FORWARDED'],
  Return: ['MANAGER_REVIEW', 'FORWARDED', 'ASSESSMENT', 'COUNCIL'],
  Reject: ['MANAGER_REVIEW', 'FORWARDED', 'COUNCIL'],
  Forward: ['MANAGER_REVIEW', 'FORWARDED'],
  AssignCoach: ACTIVE_STATES,
  Classify: STATES.filter((state) => state !== 'DRAFT'),
  SetGoal: ACTIVE_STATES,
  CompletePreparation: ['PREPARATION'],
  Merge: ['PREPARATION'],
  Recommend: ['ASSESSMENT'],
  ApproveInCouncil: ['COUNCIL'],
  Start: ['APPROVED'],
  RecordContract: ['PROCUREMENT'],
  GoLive: ['EXECUTION'],
  HandOver: ['INTRODUCTION', 'EXECUTION'],
  Close: ['BENEFIT'],
  Pause: ACTIVE_STATES,
  Resume: ['PAUSED'],
  Cancel: CANCELLABLE,
  FollowUp: ACTIVE_STATES,
  Measure: ACTIVE_STATES,
  DecideOnDeviation: ACTIVE_STATES,
  ReportOutcome: ['BENEFIT'],
  LearnLesson: [...ACTIVE_STATES, 'CLOSED'],
  Retire: ACTIVE_STATES,
};

/** Moves that wait while red twice in a row is undecided. */
const ONWARD: readonly OrderType[] = [
  'CompletePreparation',
  'Recommend',
  'ApproveInCouncil',
  'Start',
  'RecordContract',
  'GoLive',
  'HandOver',
  'Close',
];

/**
 * What this person may ask for now, in the order of the life cycle. All of it would be accepted with the right words:
 * evidence and a complete proposal are the asker's to bring.
 */
export function ordersFor(
  initiative: Initiative,
  asking: Omit<Asking, 'type'>,
  context: Context,
): OrderType[] {
  return (Object.keys(STATES_OF) as Exclude<OrderType, 'StartDraft'>[]).filter((type) => {
    if (!STATES_OF[type].includes(initiative.state)) return false;
    const standing = standingOf({ ...asking, type }, initiative, context);
    return 'ground' in standing && hasOccasion(type, standing.ground, initiative);
  });
}

/** Is there anything to do it to? */
function hasOccasion(type: OrderType, ground: string, initiative: Initiative): boolean {
  const light = initiative.track === 'light';
  if (initiative.deviationSince && ONWARD.includes(type)) return false;
  switch (type) {
    case 'GoLive':
      return !light;
    case 'HandOver':
      return light === (initiative.state === 'EXECUTION');
    case 'Close':
      return ground === 'headOfDigitalisation' || !benefitsMissed(initiative);
    case 'Cancel':
      return initiative.state !== 'PAUSED' || initiative.paused.from !== 'BENEFIT';
    case 'DecideOnDeviation':
      return initiative.deviationSince !== undefined;
    case 'Classify':
      return isSubmitted(initiative);
    case 'Measure':
      return initiative.goals.length > 0;
    default:
      return true;
  }
}
