import { alike } from '../../alike.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { InitiativeEvent, Measurement } from '../events.ts';
import { itemSettledOn, openItems, repeatAfter } from '../followUps.ts';
import { type Initiative, isSubmitted } from '../initiative.ts';
import { refusalFor } from '../permissions.ts';
import { isActive } from '../states.ts';
import { cancel, pause } from './sidesteps.ts';

/**
 * Status, text and perhaps a measurement. Without a named item the earliest open one is settled, when its day is near.
 * Red twice in a row demands a decision.
 */
export function followUp(command: Of<'FollowUp'>, initiative: Initiative, context: Context): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  const { status, text, measurement, day } = command;
  if (isLatestAgain(command, initiative, context)) return accept();
  const item = command.item
    ? openItems(initiative).find(({ id }) => id === command.item)
    : itemSettledOn(initiative, day);
  if (command.item && !item) return refuse('unknown-follow-up', ['item']);
  const wrong = measurement && wrongMeasurement(measurement, day, initiative);
  if (wrong) return wrong;
  const next = item && repeatAfter(item, day);
  const done: InitiativeEvent = {
    type: 'FollowedUp',
    ...fact(command),
    status,
    text,
    ...(item && { item: item.id }),
    ...(next && { next }),
    ...(measurement && { measurement }),
  };
  const redAgain =
    status === 'red' && initiative.followUps.at(-1)?.status === 'red' && !initiative.deviationSince;
  return redAgain ? accept(done, { type: 'DeviationRaised', ...fact(command) }) : accept(done);
}

/** The same words by the same person on the same day: a second tap. */
function isLatestAgain(
  { actor, status, text, measurement, day }: Of<'FollowUp'>,
  { followUps }: Initiative,
  { calendar }: Context,
): boolean {
  const latest = followUps.at(-1);
  if (latest?.by !== actor || latest.status !== status || latest.text !== text) return false;
  return calendar.localDate(latest.at) === day && alike(latest.measurement, measurement);
}

export function measure(command: Of<'Measure'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  const { measurement } = command;
  const wrong = wrongMeasurement(measurement, command.day, initiative);
  if (wrong) return wrong;
  if (initiative.measurements.some((known) => alike(known, measurement))) return accept();
  return accept({ type: 'Measured', ...fact(command), measurement });
}

function wrongMeasurement(
  measurement: Measurement,
  day: string,
  initiative: Initiative,
): Decided | undefined {
  if (!initiative.goals.some(({ id }) => id === measurement.goal)) return refuse('unknown-goal', ['goal']);
  return measurement.day > day ? refuse('future-date', ['day']) : undefined;
}

/**
 * Continue, change, pause or cancel; the last two do what they say in the same row, and only those may choose them
 * who may pause or cancel at any time.
 */
export function decideOnDeviation(
  command: Of<'DecideOnDeviation'>,
  initiative: Initiative,
  context: Context,
): Decided {
  if (!initiative.deviationSince) return refuse('no-deviation');
  const { choice, reason, until, costSoFar, lesson = reason, actor, at, day } = command;
  if (choice === 'pause' || choice === 'cancel') {
    const type = choice === 'pause' ? 'Pause' : 'Cancel';
    const notAllowed = refusalFor({ type, actor, at, day }, initiative, context);
    if (notAllowed) return refuse(notAllowed, ['choice']);
    if (type === 'Cancel') return cancel({ type, reason, lesson, costSoFar, actor, at, day }, initiative);
    return until
      ? pause({ type, reason, until, actor, at, day }, initiative)
      : refuse('past-date', ['until']);
  }
  return accept({ type: 'DeviationDecided', ...fact(command), choice, reason });
}

export function setGoal({ goal, ...command }: Of<'SetGoal'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  if (initiative.goals.some((known) => alike(known, goal))) return accept();
  return accept({ type: 'GoalSet', ...fact(command), goal });
}

export function reportOutcome(command: Of<'ReportOutcome'>, initiative: Initiative): Decided {
  if (initiative.state !== 'BENEFIT') return refuse('wrong-state');
  const { year, amount, expected, source } = command;
  const outcome = { year, amount, expected, source };
  if (initiative.outcomes.some((known) => alike(known, outcome))) return accept();
  return accept({ type: 'OutcomeReported', ...fact(command), ...outcome });
}

/** Lessons may come late: also when the case is closed. */
export function learnLesson(command: Of<'LearnLesson'>, initiative: Initiative): Decided {
  if (!isSubmitted(initiative)) return refuse('wrong-state');
  if (initiative.lessons.some((known) => alike(known, command.lesson))) return accept();
  return accept({ type: 'LessonLearned', ...fact(command), lesson: command.lesson });
}

export function retire(command: Of<'Retire'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  const { what, on } = command;
  if (on > command.day) return refuse('future-date', ['on']);
  if (initiative.retired.some((known) => known.what === what && known.day === on)) return accept();
  return accept({ type: 'Retired', ...fact(command), what, day: on });
}
