import { accept, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { Initiative } from '../initiative.ts';
import { isSubmitted } from '../initiative.ts';
import { isActive, isTransition } from '../states.ts';
import { schedule } from './scheduling.ts';

export function pause(command: Of<'Pause'>, initiative: Initiative): Decided {
  const { reason, until } = command;
  if (initiative.state === 'PAUSED') return initiative.paused.until === until ? accept() : refuse('wrong-state');
  if (!isActive(initiative.state)) return refuse('wrong-state');
  if (until <= command.day) return refuse('past-date', ['until']);
  return accept({ type: 'Paused', ...fact(command), from: initiative.state, to: 'PAUSED', reason, until });
}

/** Back to where it was paused, and nowhere else. */
export function resume(command: Of<'Resume'>, initiative: Initiative): Decided {
  if (initiative.state !== 'PAUSED') return isActive(initiative.state) ? accept() : refuse('wrong-state');
  const { from } = initiative.paused;
  if (command.to && command.to !== from) return refuse('not-paused-there');
  const note = command.note ? { note: command.note } : {};
  return accept(
    { type: 'Resumed', ...fact(command), from: 'PAUSED', to: from, ...note },
    schedule(command, from, initiative.content),
  );
}

/** Any time before the project is handed over (G9); a draft is simply thrown away. */
export function cancel(command: Of<'Cancel'>, initiative: Initiative): Decided {
  if (initiative.state === 'CANCELLED') return accept();
  if (!isTransition('Cancelled', initiative.state, 'CANCELLED')) return refuse('wrong-state');
  const { reason, costSoFar, lesson } = command;
  if (isSubmitted(initiative) && isActive(initiative.state) && !lesson) return refuse('lesson-needed', ['lesson']);
  return accept({
    type: 'Cancelled',
    ...fact(command),
    from: initiative.state,
    to: 'CANCELLED',
    reason,
    ...(costSoFar !== undefined && { costSoFar }),
    ...(lesson && { lesson }),
  });
}
