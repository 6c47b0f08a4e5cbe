import { accept, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { InitiativeEvent, Measurement } from '../events.ts';
import { openItems } from '../followUps.ts';
import { type Initiative, isSubmitted } from '../initiative.ts';
import { isActive } from '../states.ts';
import { cancel, pause } from './sidesteps.ts';

/**
 * Status, text and perhaps a measurement. Without a named item the earliest open one is settled.
 * Red twice in a row demands a decision.
 */
export function followUp(command: Of<'FollowUp'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  const { status, text, measurement } = command;
  const open = openItems(initiative);
  if (command.item && !open.some(({ id }) => id === command.item)) return refuse('unknown-follow-up', ['item']);
  const wrong = measurement && wrongMeasurement(measurement, command.day, initiative);
  if (wrong) return wrong;
  const item = command.item ?? open[0]?.id;
  const done: InitiativeEvent = {
    type: 'FollowedUp',
    ...fact(command),
    status,
    text,
    ...(item && { item }),
    ...(measurement && { measurement }),
  };
  const redAgain = status === 'red' && initiative.followUps.at(-1)?.status === 'red' && !initiative.deviationSince;
  return redAgain ? accept(done, { type: 'DeviationRaised', ...fact(command) }) : accept(done);
}

export function measure(command: Of<'Measure'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  const { measurement } = command;
  return (
    wrongMeasurement(measurement, command.day, initiative) ??
    accept({ type: 'Measured', ...fact(command), measurement })
  );
}

function wrongMeasurement(measurement: Measurement, day: string, initiative: Initiative): Decided | undefined {
  if (!initiative.goals.some(({ id }) => id === measurement.goal)) return refuse('unknown-goal', ['goal']);
  return measurement.day > day ? refuse('future-date', ['day']) : undefined;
}

/** Continue, change, pause or cancel; the last two do what they say in the same row. */
export function decideOnDeviation(command: Of<'DecideOnDeviation'>, initiative: Initiative): Decided {
  if (!initiative.deviationSince) return refuse('no-deviation');
  const { choice, reason, until } = command;
  const decided: InitiativeEvent = { type: 'DeviationDecided', ...fact(command), choice, reason };
  const { actor, at, day } = command;
  if (choice === 'pause') {
    if (!until) return refuse('past-date', ['until']);
    return both(decided, pause({ type: 'Pause', reason, until, actor, at, day }, initiative));
  }
  if (choice === 'cancel') return both(decided, cancel({ type: 'Cancel', reason, lesson: reason, actor, at, day }, initiative));
  return accept(decided);
}

const both = (first: InitiativeEvent, second: Decided): Decided => (second.ok ? accept(first, ...second.events) : second);

export function setGoal(command: Of<'SetGoal'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  return accept({ type: 'GoalSet', ...fact(command), goal: command.goal });
}

export function reportOutcome(command: Of<'ReportOutcome'>, initiative: Initiative): Decided {
  if (initiative.state !== 'BENEFIT') return refuse('wrong-state');
  const { year, amount, expected, source } = command;
  return accept({ type: 'OutcomeReported', ...fact(command), year, amount, expected, source });
}

/** Lessons may come late: also when the case is closed. */
export function learnLesson(command: Of<'LearnLesson'>, initiative: Initiative): Decided {
  if (!isSubmitted(initiative)) return refuse('wrong-state');
  if (initiative.lessons.some(({ text }) => text === command.lesson.text)) return accept();
  return accept({ type: 'LessonLearned', ...fact(command), lesson: command.lesson });
}

export function retire(command: Of<'Retire'>, initiative: Initiative): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  if (command.on > command.day) return refuse('future-date', ['on']);
  return accept({ type: 'Retired', ...fact(command), what: command.what, day: command.on });
}
