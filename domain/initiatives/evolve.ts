import type { InitiativeEvent } from './events.ts';
import type { Decision, DecisionDetails, Initiative } from './initiative.ts';
import type { StateCode } from './states.ts';

/**
 * Folds the events of one row. A recorded event is a fact: it is taken as it is, never rejected.
 * @returns the new state, one version higher; undefined only for a stream that does not begin with a draft or an import.
 */
export function evolveRow(
  id: string,
  state: Initiative | undefined,
  events: readonly InitiativeEvent[],
): Initiative | undefined {
  // One copy for the row, filled in here and never touched again: two in three of the fold's time is copying.
  let next = state && ({ ...state } as Copy);
  for (const event of events) next = isBeginning(event) ? begin(id, event) : next && told(next, event);
  if (!next) return undefined;
  next.version += 1;
  return next as Initiative;
}

/** The fields of any initiative, whatever its state. What a state lacks is empty. */
type Fields<Each = Initiative> = Each extends Initiative ? keyof Each : never;
type ValueOf<Name, Each = Initiative> = Each extends Initiative
  ? Name extends keyof Each
    ? Each[Name]
    : undefined
  : never;
/** An initiative that is being put together. The union is narrowed by the events: a log holds what `decide` allowed. */
type Copy = { -readonly [Name in Fields]: ValueOf<Name> };

type Event<Type extends InitiativeEvent['type']> = Extract<InitiativeEvent, { type: Type }>;
type Beginning = Event<'DraftStarted' | 'Imported'>;
type Move = Extract<InitiativeEvent, { from: StateCode }>;

const isBeginning = (event: InitiativeEvent): event is Beginning =>
  event.type === 'DraftStarted' || event.type === 'Imported';

const begin = (id: string, event: Beginning): Copy =>
  event.type === 'Imported' ? imported(start(id, event), event) : start(id, event);

/** It enters where it was. What the import says of it is remembered as the first decision, and as nobody's approval. */
function imported(next: Copy, event: Event<'Imported'>): Copy {
  const { type, by, at, state, reason } = event;
  next.state = state;
  next.number = event.number;
  next.similar = event.similar;
  next.track = 'full';
  next.submittedAt = at;
  next.since = at;
  next.liveAt = event.liveAt;
  next.projectManager = event.projectManager;
  next.decisions = [{ type, by, at, from: 'DRAFT', to: state, reason, as: undefined, details: undefined }];
  return next;
}

/** All fields from the start: initiatives of one shape are copied several times faster. */
const start = (id: string, { proposer, content, at }: Beginning): Copy => ({
  id,
  version: 0,
  state: 'DRAFT',
  proposer,
  content,
  startedAt: at,
  changedAt: at,
  schedule: [],
  followUps: [],
  goals: [],
  measurements: [],
  decisions: [],
  lessons: [],
  outcomes: [],
  retired: [],
  classification: undefined,
  coach: undefined,
  projectManager: undefined,
  recommendation: undefined,
  evidence: undefined,
  deviationSince: undefined,
  liveAt: undefined,
  number: undefined,
  track: undefined,
  submittedAt: undefined,
  since: undefined,
  similar: undefined,
  returned: undefined,
  forwarded: undefined,
  paused: undefined,
  target: undefined,
});

/** What an event changes. */
function told(next: Copy, event: Exclude<InitiativeEvent, Beginning>): Copy {
  switch (event.type) {
    case 'ContentChanged':
      next.content = event.content;
      break;
    case 'TrackSet':
      next.track = event.track;
      return next;
    case 'Renumbered':
      next.number = event.number;
      break;
    case 'Submitted':
      move(next, event);
      next.number = event.number;
      next.content = event.content;
      next.similar = event.similar;
      next.track = 'full';
      next.submittedAt = event.at;
      break;
    case 'Resubmitted':
      move(next, event, event.changes);
      next.content = event.content;
      next.similar = event.similar;
      next.returned = undefined;
      break;
    case 'ApprovedByManager':
      move(next, event, event.note);
      next.evidence = event.evidence;
      break;
    case 'Returned':
      leave(next, event);
      next.returned = { by: event.by, reason: event.reason, from: event.from };
      break;
    case 'Rejected':
      leave(next, event);
      break;
    case 'Merged':
      leave(next, event);
      next.target = event.target;
      break;
    case 'Forwarded':
      move(next, event, event.reason);
      next.forwarded = { by: event.by, reason: event.reason, unit: event.unit };
      break;
    case 'ForwardReceived':
      move(next, event);
      // The unit it was forwarded to owns it from here on.
      next.content = { ...next.content, unit: next.forwarded?.unit ?? next.content.unit };
      next.forwarded = undefined;
      break;
    case 'CouncilApproved':
      move(next, event, event.reason, councilDetails(event));
      break;
    case 'MovedToFullTrack':
      move(next, event, event.reason);
      next.track = 'full';
      break;
    case 'Recommended':
      move(next, event, event.reason);
      next.recommendation = { recommendation: event.recommendation, reason: event.reason, by: event.by };
      break;
    case 'Started':
      move(next, event, event.note);
      next.projectManager = event.projectManager ?? next.projectManager;
      break;
    case 'Prepared':
    case 'Contracted':
    case 'Closed':
      move(next, event, event.note);
      break;
    case 'WentLive':
      move(next, event, event.note);
      next.liveAt = event.at;
      break;
    case 'HandedOver':
      move(next, event);
      next.lessons = added(next.lessons, event.lesson);
      break;
    case 'Paused': {
      const open = next.schedule;
      move(next, event, event.reason);
      next.schedule = open;
      next.paused = { from: event.from, reason: event.reason, until: event.until };
      break;
    }
    case 'Resumed':
      move(next, event, event.note);
      next.paused = undefined;
      break;
    case 'Cancelled':
      leave(next, event, event.costSoFar === undefined ? undefined : { costSoFar: event.costSoFar });
      if (event.lesson !== undefined) next.lessons = added(next.lessons, { text: event.lesson });
      break;
    case 'CoachAssigned':
      next.coach = event.coach;
      break;
    case 'CoachMissing':
      next.coach = undefined;
      break;
    case 'Classified':
      next.classification = event.classification;
      break;
    case 'GoalSet': {
      const others = next.goals.filter(({ id }) => id !== event.goal.id);
      next.goals = added(others, event.goal);
      break;
    }
    case 'FollowUpsScheduled':
      next.schedule = event.items;
      return next;
    case 'FollowedUp':
      followedUp(next, event);
      break;
    case 'Measured':
      next.measurements = added(next.measurements, event.measurement);
      break;
    case 'DeviationRaised':
      next.deviationSince = event.at;
      return next;
    case 'DeviationDecided': {
      const { type, by, at, reason, choice } = event;
      const { state } = next;
      const details = { choice };
      next.deviationSince = undefined;
      next.decisions = added(next.decisions, {
        type,
        by,
        at,
        from: state,
        to: state,
        reason,
        as: undefined,
        details,
      });
      break;
    }
    case 'OutcomeReported': {
      const { year, amount, expected, source } = event;
      const others = next.outcomes.filter((outcome) => outcome.year !== year);
      next.outcomes = added(others, { year, amount, expected, source });
      break;
    }
    case 'LessonLearned':
      next.lessons = added(next.lessons, event.lesson);
      break;
    case 'Retired':
      next.retired = added(next.retired, { what: event.what, day: event.day });
      break;
    default:
      event satisfies never;
  }
  next.changedAt = event.at;
  return next;
}

/** To another state: the follow-ups of the old one are over and the decision is remembered. */
function move(next: Copy, event: Move, reason?: string, details?: DecisionDetails): void {
  const { type, by, at, from, to, as } = event;
  const decision: Decision = { type, by, at, from, to, reason: reason || undefined, as, details };
  next.state = to;
  next.since = at;
  next.schedule = [];
  next.decisions = added(next.decisions, decision);
}

/** Out of the work, back to the proposer or for good: whatever went wrong in it is decided with that. */
function leave(next: Copy, event: Move & { reason: string }, details?: DecisionDetails): void {
  move(next, event, event.reason, details);
  next.deviationSince = undefined;
}

function councilDetails({
  conditions,
  registryNumber,
}: Event<'CouncilApproved'>): DecisionDetails | undefined {
  if (!conditions && !registryNumber) return undefined;
  return { ...(conditions && { conditions }), ...(registryNumber && { registryNumber }) };
}

function followedUp(next: Copy, event: Event<'FollowedUp'>): void {
  const { by, at, status, text, item, measurement } = event;
  next.followUps = added(next.followUps, { by, at, status, text, item, measurement });
  if (measurement) next.measurements = added(next.measurements, measurement);
  if (item === undefined) return;
  const open = next.schedule.filter(({ id }) => id !== item);
  next.schedule = event.next ? added(open, event.next) : open;
}

/** One more, in a new array of just that size: a spread leaves room for sixteen more in each of thousands of arrays. */
function added<Item>(items: readonly Item[], item: Item): Item[] {
  const { length } = items;
  const more = new Array<Item>(length + 1);
  for (let index = 0; index < length; index += 1) more[index] = items[index] as Item;
  more[length] = item;
  return more;
}
