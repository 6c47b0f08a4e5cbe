import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import type { Decision, FollowUp, Initiative } from '../../domain/initiatives/initiative.ts';

/** The yardstick of the bench: the same fold written so that it changes one object in place. */

type Mutable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key];
};
type Bag = Mutable<
  Pick<Initiative, 'schedule' | 'followUps' | 'goals' | 'measurements' | 'decisions' | 'lessons'>
>;
export type MutableInitiative = Bag & { version: number; state: string; changedAt: string } & Record<
    string,
    unknown
  >;

type Move = Extract<InitiativeEvent, { from: string }>;

export function mutateRow(
  id: string,
  known: MutableInitiative | undefined,
  events: readonly InitiativeEvent[],
): MutableInitiative | undefined {
  let state = known;
  for (const event of events) {
    if (event.type === 'DraftStarted') state = begin(id, event);
    else if (state) mutate(state, event);
  }
  if (state) state.version += 1;
  return state;
}

const begin = (id: string, event: Extract<InitiativeEvent, { type: 'DraftStarted' }>): MutableInitiative => ({
  id,
  version: 0,
  state: 'DRAFT',
  proposer: event.proposer,
  content: event.content,
  startedAt: event.at,
  changedAt: event.at,
  schedule: [],
  followUps: [],
  goals: [],
  measurements: [],
  decisions: [],
  lessons: [],
  outcomes: [],
  retired: [],
});

function mutate(state: MutableInitiative, event: InitiativeEvent): void {
  switch (event.type) {
    case 'ContentChanged':
      state.content = event.content;
      state.changedAt = event.at;
      return;
    case 'TrackSet':
      state.track = event.track;
      return;
    case 'Submitted':
      move(state, event);
      state.number = event.number;
      state.content = event.content;
      state.similar = event.similar;
      state.track = 'full';
      state.submittedAt = event.at;
      return;
    case 'ApprovedByManager':
      move(state, event, event.note);
      state.evidence = event.evidence;
      return;
    case 'CoachAssigned':
      state.coach = event.coach;
      state.changedAt = event.at;
      return;
    case 'FollowUpsScheduled':
      state.schedule = event.items as Bag['schedule'];
      return;
    case 'GoalSet':
      state.goals.push(event.goal);
      state.changedAt = event.at;
      return;
    case 'FollowedUp':
      followUp(state, event);
      return;
    case 'Measured':
      state.measurements.push(event.measurement);
      state.changedAt = event.at;
      return;
    case 'CouncilApproved':
      move(state, event, event.reason);
      return;
    case 'Recommended':
      move(state, event, event.reason);
      state.recommendation = { recommendation: event.recommendation, reason: event.reason, by: event.by };
      return;
    case 'Started':
      move(state, event, event.note);
      if (event.projectManager) state.projectManager = event.projectManager;
      return;
    case 'WentLive':
      move(state, event, event.note);
      state.liveAt = event.at;
      return;
    case 'Prepared':
    case 'Contracted':
      move(state, event, event.note);
      return;
    default:
      throw new Error(`the bench has no ${event.type}`);
  }
}

function move(state: MutableInitiative, event: Move, reason?: string): void {
  const { type, by, at, from, to, as } = event;
  const decision: Mutable<Decision> = { type, by, at, from, to };
  if (reason) decision.reason = reason;
  if (as) decision.as = as;
  state.state = to;
  state.since = at;
  state.changedAt = at;
  state.schedule = [];
  state.decisions.push(decision);
}

function followUp(state: MutableInitiative, event: Extract<InitiativeEvent, { type: 'FollowedUp' }>): void {
  const { by, at, status, text, item, next, measurement } = event;
  const done: Mutable<FollowUp> = { by, at, status, text };
  if (item !== undefined) done.item = item;
  if (measurement) {
    done.measurement = measurement;
    state.measurements.push(measurement);
  }
  state.followUps.push(done);
  state.changedAt = at;
  if (item === undefined) return;
  state.schedule = state.schedule.filter(({ id }) => id !== item);
  if (next) state.schedule.push(next);
}
