import type { OrderType } from './commands.ts';
import type { Context } from './decision.ts';
import { type Initiative, isSubmitted } from './initiative.ts';
import { type Asking, refusalFor } from './permissions.ts';
import { ACTIVE_STATES, type StateCode, TRANSITIONS } from './states.ts';

const CANCELLABLE = TRANSITIONS.filter(({ by }) => by === 'Cancelled').map(({ from }) => from);
const FROM_PREPARATION: readonly StateCode[] = ACTIVE_STATES;

/** In which states an order makes sense. For showing buttons; the refusal itself is in `decide`. */
const STATES_OF: Readonly<Record<Exclude<OrderType, 'StartDraft'>, readonly StateCode[]>> = {
  ChangeContent: ['DRAFT', 'RETURNED', ...FROM_PREPARATION],
  Submit: ['DRAFT'],
  Resubmit: ['RETURNED'],
  ApproveAsManager: ['MANAGER_REVIEW', 'FORWARDED'],
  Return: ['MANAGER_REVIEW', 'FORWARDED', 'ASSESSMENT', 'COUNCIL'],
  Reject: ['MANAGER_REVIEW', 'FORWARDED', 'COUNCIL'],
  Forward: ['MANAGER_REVIEW', 'FORWARDED'],
  AssignCoach: FROM_PREPARATION,
  Classify: FROM_PREPARATION,
  SetGoal: FROM_PREPARATION,
  CompletePreparation: ['PREPARATION'],
  Merge: ['PREPARATION'],
  Recommend: ['ASSESSMENT'],
  ApproveInCouncil: ['COUNCIL'],
  Start: ['APPROVED'],
  RecordContract: ['PROCUREMENT'],
  GoLive: ['EXECUTION'],
  HandOver: ['INTRODUCTION', 'EXECUTION'],
  Close: ['BENEFIT'],
  Pause: FROM_PREPARATION,
  Resume: ['PAUSED'],
  Cancel: CANCELLABLE,
  FollowUp: FROM_PREPARATION,
  Measure: FROM_PREPARATION,
  DecideOnDeviation: FROM_PREPARATION,
  ReportOutcome: ['BENEFIT'],
  LearnLesson: [...FROM_PREPARATION, 'CLOSED'],
  Retire: FROM_PREPARATION,
};

/** What this person may ask for now, most important first as listed. */
export function ordersFor(initiative: Initiative, asking: Omit<Asking, 'type'>, context: Context): OrderType[] {
  const light = isSubmitted(initiative) && initiative.track === 'light';
  return (Object.keys(STATES_OF) as Exclude<OrderType, 'StartDraft'>[]).filter((type) => {
    if (!STATES_OF[type].includes(initiative.state)) return false;
    if (type === 'GoLive' && light) return false;
    if (type === 'HandOver' && initiative.state === 'EXECUTION' && !light) return false;
    if (type === 'DecideOnDeviation' && !initiative.deviationSince) return false;
    return refusalFor({ ...asking, type }, initiative, context) === undefined;
  });
}
