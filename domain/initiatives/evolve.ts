import type { InitiativeEvent } from './events.ts';
import { repeatAfter } from './followUps.ts';
import type { Decision, Draft, Initiative, Submitted } from './initiative.ts';
import type { StateCode } from './states.ts';

/** Events that go with a stream's first row. */
type First = Extract<InitiativeEvent, { type: 'DraftStarted' }>;

const start = (id: string, event: First): Draft => ({
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

/**
 * Folds the events of one row. A recorded event is a fact: it is taken as it is, never rejected.
 * @returns the new state, one version higher; undefined only for a stream that does not begin with a draft.
 */
export function evolveRow(
  id: string,
  state: Initiative | undefined,
  events: readonly InitiativeEvent[],
): Initiative | undefined {
  let next = state;
  for (const event of events) next = evolve(id, next, event);
  return next && { ...next, version: next.version + 1 };
}

/** Folds one event. No `default`: an event that is forgotten here breaks the build. */
export function evolve(id: string, state: Initiative | undefined, event: InitiativeEvent): Initiative | undefined {
  if (event.type === 'DraftStarted') return start(id, event);
  if (!state) return undefined;
  // The union is narrowed by the events themselves: a log can only hold what `decide` allowed.
  const current = state as Submitted;
  const changedAt = event.at;
  switch (event.type) {
    case 'ContentChanged':
      return { ...state, content: event.content, changedAt } as Initiative;
    case 'TrackSet':
      return { ...current, track: event.track };
    case 'Submitted':
      return {
        ...state,
        state: 'MANAGER_REVIEW',
        number: event.number,
        content: event.content,
        similar: event.similar,
        track: 'full',
        submittedAt: event.at,
        since: event.at,
        changedAt,
        decisions: [...state.decisions, decision(event)],
      };
    case 'Resubmitted': {
      const { returned: _answered, ...rest } = current as Submitted & { returned?: unknown };
      return moved(rest as Submitted, event, {
        content: event.content,
        similar: event.similar,
        decisions: [...state.decisions, decision(event, event.changes)],
      });
    }
    case 'ApprovedByManager':
      return moved(current, event, {
        evidence: event.evidence,
        decisions: [...state.decisions, decision(event, event.note)],
      });
    case 'Returned':
      return moved(current, event, {
        returned: { by: event.by, reason: event.reason, from: event.from },
        decisions: [...state.decisions, decision(event, event.reason)],
      });
    case 'Forwarded':
      return moved(current, event, {
        forwarded: { by: event.by, reason: event.reason, unit: event.unit },
        decisions: [...state.decisions, decision(event, event.reason)],
      });
    case 'ForwardReceived': {
      const { forwarded, ...rest } = current as Submitted & { forwarded?: { unit: string } };
      const content = forwarded ? { ...current.content, unit: forwarded.unit } : current.content;
      return moved(rest as Submitted, event, { content, decisions: [...state.decisions, decision(event)] });
    }
    case 'Rejected':
    case 'CouncilApproved':
      return moved(current, event, { decisions: [...state.decisions, decision(event, event.reason)] });
    case 'MovedToFullTrack':
      return moved(current, event, { track: 'full', decisions: [...state.decisions, decision(event, event.reason)] });
    case 'Recommended': {
      const { recommendation, reason, by } = event;
      return moved(current, event, {
        recommendation: { recommendation, reason, by },
        decisions: [...state.decisions, decision(event, reason)],
      });
    }
    case 'Started': {
      const projectManager = event.projectManager ?? current.projectManager;
      return moved(current, event, {
        ...(projectManager !== undefined && { projectManager }),
        decisions: [...state.decisions, decision(event, event.note)],
      });
    }
    case 'Prepared':
    case 'Contracted':
    case 'WentLive':
    case 'Closed':
      return moved(current, event, { decisions: [...state.decisions, decision(event, event.note)] });
    case 'HandedOver':
      return moved(current, event, {
        lessons: [...state.lessons, event.lesson],
        decisions: [...state.decisions, decision(event)],
      });
    case 'Merged':
      return moved(current, event, {
        target: event.target,
        decisions: [...state.decisions, decision(event, event.reason)],
      });
    case 'Paused':
      return moved(current, event, {
        paused: { from: event.from, reason: event.reason, until: event.until },
        decisions: [...state.decisions, decision(event, event.reason)],
      });
    case 'Resumed': {
      const { paused: _over, ...rest } = current as Submitted & { paused?: unknown };
      return moved(rest as Submitted, event, { decisions: [...state.decisions, decision(event, event.note)] });
    }
    case 'Cancelled':
      return {
        ...state,
        state: 'CANCELLED',
        changedAt,
        since: event.at,
        schedule: [],
        lessons: event.lesson === undefined ? state.lessons : [...state.lessons, { text: event.lesson }],
        decisions: [...state.decisions, decision(event, event.reason)],
      } as Initiative;
    case 'CoachAssigned':
      return { ...current, coach: event.coach, changedAt };
    case 'CoachMissing':
      return { ...current, coach: undefined, changedAt };
    case 'Classified':
      return { ...current, classification: event.classification, changedAt };
    case 'GoalSet':
      return { ...current, goals: [...state.goals.filter(({ id: g }) => g !== event.goal.id), event.goal], changedAt };
    case 'FollowUpsScheduled':
      return { ...current, schedule: event.items };
    case 'FollowedUp': {
      const { by, at, status, text, item, measurement } = event;
      const done = state.schedule.find((open) => open.id === item);
      return {
        ...current,
        changedAt,
        followUps: [
          ...state.followUps,
          { by, at, status, text, ...(item !== undefined && { item }), ...(measurement && { measurement }) },
        ],
        measurements: measurement ? [...state.measurements, measurement] : state.measurements,
        schedule: done
          ? [...state.schedule.filter((open) => open !== done), ...repeatAfter(done.kind, done.due)]
          : state.schedule,
      };
    }
    case 'Measured':
      return { ...current, measurements: [...state.measurements, event.measurement], changedAt };
    case 'DeviationRaised':
      return { ...current, deviationSince: event.at };
    case 'DeviationDecided':
      return {
        ...current,
        deviationSince: undefined,
        changedAt,
        decisions: [
          ...state.decisions,
          { type: event.type, by: event.by, at: event.at, from: state.state, to: state.state, reason: event.reason },
        ],
      };
    case 'OutcomeReported': {
      const { year, amount, expected, source } = event;
      const others = state.outcomes.filter((outcome) => outcome.year !== year);
      return { ...current, outcomes: [...others, { year, amount, expected, source }], changedAt };
    }
    case 'LessonLearned':
      return { ...current, lessons: [...state.lessons, event.lesson], changedAt };
    case 'Retired':
      return { ...current, retired: [...state.retired, { what: event.what, day: event.day }], changedAt };
  }
}

type MoveEvent = Extract<InitiativeEvent, { from: StateCode }>;

const moved = (state: Submitted, event: MoveEvent, changes: object): Initiative =>
  ({ ...state, ...changes, state: event.to, since: event.at, changedAt: event.at, schedule: [] }) as Initiative;

function decision(event: MoveEvent, reason?: string): Decision {
  const { type, by, at, from, to } = event;
  return reason ? { type, by, at, from, to, reason } : { type, by, at, from, to };
}
