import type { InitiativeCommand } from '../commands.ts';
import { accept, type Context, type Decided, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { missingAt } from '../gates.ts';
import { type Initiative, isSubmitted } from '../initiative.ts';
import { isDecidedSo } from '../repeats.ts';
import type { GateCode, StateCode } from '../states.ts';
import { schedule } from './scheduling.ts';

type Move = Extract<InitiativeEvent, { from: StateCode; to: StateCode }>;

/**
 * A move along the main road, with the follow-ups of the new state. Where the initiative has already come that far the
 * answer is quiet, unless something else is said now. While red twice in a row waits for a decision nothing moves on
 * (R-144).
 */
export function passGate(
  gate: GateCode,
  command: InitiativeCommand,
  initiative: Initiative,
  context: Context,
  move: Move,
): Decided {
  if (initiative.state === move.to)
    return isDecidedSo(command, initiative) ? accept() : refuse('already-decided');
  if (!isSubmitted(initiative) || initiative.state !== move.from) return refuse('wrong-state');
  const missing = missingAt(gate, command, initiative, context);
  if (missing) return refuse(missing.code, missing.about);
  if (initiative.deviationSince) return refuse('deviation-undecided');
  return accept(move, ...schedule(command, move.to, initiative, context));
}

/** An event says nothing of what nobody wrote. */
export const noteOf = ({ note }: { readonly note?: string | undefined }) => (note ? { note } : {});
