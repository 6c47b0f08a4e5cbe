import { actsAsAnywhere } from '../../organisation/lookup.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import { type Initiative, isSubmitted } from '../initiative.ts';
import { isDecidedSo } from '../repeats.ts';
import { isActive, isFinal } from '../states.ts';
import { noteOf, passGate } from './moving.ts';

/** Changeable while work goes on; a vacancy is filled the same way. To somebody who acts as coach, in whatever unit. */
export function assignCoach(
  command: Of<'AssignCoach'>,
  initiative: Initiative,
  { organisation }: Context,
): Decided {
  if (!isActive(initiative.state)) return refuse('wrong-state');
  if (initiative.coach === command.coach) return accept();
  if (!actsAsAnywhere(organisation, command.coach, 'coach', command.day))
    return refuse('not-a-coach', ['coach']);
  return accept({ type: 'CoachAssigned', ...fact(command), coach: command.coach });
}

/**
 * In every state: what is known of the information changes, also when the case is over, and it must be possible to hide
 * it then. Level 4 is never kept here: the security officer takes over (KLASSA, domain §8).
 */
export function classify(command: Of<'Classify'>, initiative: Initiative): Decided {
  const { classification } = command;
  if (!isSubmitted(initiative)) return refuse('wrong-state');
  const tooHigh = (['c', 'i', 'a'] as const).filter((aspect) => classification[aspect] === 4);
  if (tooHigh.length > 0) return refuse('classified-too-high', tooHigh);
  const now = initiative.classification;
  if (now && now.c === classification.c && now.i === classification.i && now.a === classification.a)
    return accept();
  return accept({ type: 'Classified', ...fact(command), classification });
}

/** G3. */
export function completePreparation(
  command: Of<'CompletePreparation'>,
  initiative: Initiative,
  context: Context,
): Decided {
  return passGate('G3', command, initiative, context, {
    type: 'Prepared',
    ...fact(command),
    from: 'PREPARATION',
    to: 'ASSESSMENT',
    ...noteOf(command),
  });
}

/** Into another case that goes on; the target keeps its own number and this one points at it. */
export function merge(command: Of<'Merge'>, initiative: Initiative): Decided {
  const { target, reason } = command;
  if (initiative.state === 'MERGED')
    return isDecidedSo(command, initiative) ? accept() : refuse('already-decided');
  if (initiative.state !== 'PREPARATION') return refuse('wrong-state');
  if (target === initiative.id || target.toUpperCase() === initiative.number)
    return refuse('same-initiative', ['target']);
  if (command.targetState && isFinal(command.targetState)) return refuse('target-is-over', ['target']);
  return accept({ type: 'Merged', ...fact(command), from: 'PREPARATION', to: 'MERGED', target, reason });
}
