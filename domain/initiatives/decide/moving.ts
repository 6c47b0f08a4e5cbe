import { accept, type Context, type Decided, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import type { Submitted } from '../initiative.ts';
import type { StateCode } from '../states.ts';
import { schedule } from './scheduling.ts';

type Move = Extract<InitiativeEvent, { from: StateCode; to: StateCode }>;

/**
 * A move along the main road, with the follow-ups of the new state. While red twice in a row waits for a decision
 * nothing moves on.
 */
export function moveTo(
  command: { actor: string; at: string; day: string },
  initiative: Submitted,
  move: Move,
  context: Context,
): Decided {
  if (initiative.deviationSince) return refuse('deviation-undecided');
  return accept(move, ...schedule(command, move.to, initiative, context));
}
