import { accept, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { DeviationChoice, InitiativeEvent } from '../events.ts';
import { type Initiative, workStateOf } from '../initiative.ts';
import { isDecidedSo } from '../repeats.ts';
import { isActive, isAtWork, isTransition } from '../states.ts';
import { noteOf } from './moving.ts';
import { takeUp } from './scheduling.ts';

export function pause(command: Of<'Pause'>, initiative: Initiative): Decided {
  const { reason, until } = command;
  if (initiative.state === 'PAUSED')
    return isDecidedSo(command, initiative) ? accept() : refuse('already-decided');
  if (!isActive(initiative.state)) return refuse('wrong-state');
  if (until <= command.day) return refuse('past-date', ['until']);
  return accept(...settled(command, 'pause', initiative), {
    type: 'Paused',
    ...fact(command),
    from: initiative.state,
    to: 'PAUSED',
    reason,
    until,
  });
}

/** Back to where it was paused, and nowhere else. */
export function resume(command: Of<'Resume'>, initiative: Initiative): Decided {
  if (initiative.state !== 'PAUSED')
    return isActive(initiative.state) && !command.note ? accept() : refuse('wrong-state');
  const { from } = initiative.paused;
  if (command.to && command.to !== from) return refuse('not-paused-there');
  return accept(
    { type: 'Resumed', ...fact(command), from: 'PAUSED', to: from, ...noteOf(command) },
    ...takeUp(command, initiative),
  );
}

/**
 * Any time before the project is handed over (G9), paused or not; a draft is simply thrown away. Once work has begun it
 * takes a lesson, and from execution on what it has cost.
 */
export function cancel(command: Of<'Cancel'>, initiative: Initiative): Decided {
  if (initiative.state === 'CANCELLED')
    return isDecidedSo(command, initiative) ? accept() : refuse('already-decided');
  if (!isTransition('Cancelled', initiative.state, 'CANCELLED')) return refuse('wrong-state');
  const worksIn = workStateOf(initiative);
  if (worksIn === 'BENEFIT') return refuse('wrong-state');
  const { reason, costSoFar, lesson } = command;
  if (isActive(worksIn) && !lesson) return refuse('lesson-needed', ['lesson']);
  if (isAtWork(worksIn) && costSoFar === undefined) return refuse('cost-needed', ['costSoFar']);
  return accept(...settled(command, 'cancel', initiative), {
    type: 'Cancelled',
    ...fact(command),
    from: initiative.state,
    to: 'CANCELLED',
    reason,
    ...(costSoFar !== undefined && { costSoFar }),
    ...(lesson && { lesson }),
  });
}

/** Whoever pauses or cancels decides on a deviation by doing so. */
const settled = (
  command: Of<'Pause'> | Of<'Cancel'>,
  choice: DeviationChoice,
  { deviationSince }: Initiative,
): InitiativeEvent[] =>
  deviationSince ? [{ type: 'DeviationDecided', ...fact(command), choice, reason: command.reason }] : [];
