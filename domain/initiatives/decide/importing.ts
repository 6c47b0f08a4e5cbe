import { unitOf } from '../../organisation/lookup.ts';
import { isComplete, missingForSubmit, type ProposalContent } from '../content.ts';
import { accept, type Context, type Decided, fact, type Refusal, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import type { ImportCommand, ImportEvent } from '../importing.ts';
import { mayImport } from '../permissions.ts';
import { personalNumberIn } from '../screening.ts';
import { isActive, LIGHT_STATES, type StateCode } from '../states.ts';
import { type Track, trackOf } from '../tracks.ts';
import { coachFor } from './review.ts';
import { schedule } from './scheduling.ts';

/**
 * Begins a case in the state it had before the tool. No decision is made here and none is made up: the row says who
 * brought it in, from where and when, and the follow-ups start that day. All of it is one row, and provisional until
 * `completeImport` says that the other rows of its file are there too.
 * Source: docs/adr/0008-life-cycle.md
 */
export function importInitiative(command: ImportCommand, context: Context): Decided {
  if (!mayImport(command, context)) return refuse('not-allowed');
  const forbidden = personalNumberIn(command);
  if (forbidden) return refuse('personal-number', [forbidden]);
  const { content, day, state, similar, number } = command;
  if (!isComplete(content)) return refuse('incomplete', missingForSubmit(content));
  if (!unitOf(context.organisation, content.unit)) return refuse('unknown-unit', ['unit']);
  const ahead = (['startedOn', 'liveOn'] as const).filter((name) => (command[name] ?? day) > day);
  if (ahead.length > 0) return refuse('future-date', ahead);
  if (similar === undefined) return refuse('similar-not-looked-up');
  if (!number) return refuse('number-missing');

  const { actor, reason, reference, projectManager, startedOn, liveOn, proposer = actor } = command;
  const liveAt = liveOn && context.calendar.startOfDay(liveOn);
  const active = isActive(state);
  return accept(
    {
      type: 'Imported',
      ...fact(command),
      proposer,
      number,
      state,
      content,
      similar,
      reason,
      ...(reference && { reference }),
      ...(projectManager && { projectManager }),
      ...(startedOn && { startedOn }),
      ...(liveAt && { liveAt }),
      provisional: true,
    },
    { type: 'TrackSet', ...fact(command), track: trackIn(state, content, context) },
    ...(active ? coachFor(command, { unit: content.unit }, context) : []),
    ...(active ? statusOf(command) : []),
    ...schedule(command, state, { content, ...(liveAt && { liveAt }) }, context),
  );
}

type CompleteImport = Pick<ImportCommand, 'actor' | 'at' | 'day'> & Pick<ImportEvent, 'initiatives'>;

/** Makes cases of all rows of a file at once. @param isThere whether a row is written and waits for the others. */
export function completeImport(
  command: CompleteImport,
  isThere: (id: string) => boolean,
  context: Pick<Context, 'organisation'>,
):
  | { readonly ok: true; readonly events: readonly ImportEvent[] }
  | { readonly ok: false; readonly refusal: Refusal } {
  const { initiatives } = command;
  if (!mayImport(command, context)) return { ok: false, refusal: { code: 'not-allowed' } };
  if (!initiatives.every(isThere)) return { ok: false, refusal: { code: 'unknown-initiative' } };
  return { ok: true, events: [{ type: 'ImportCompleted', ...fact(command), initiatives }] };
}

/** What stands in a state that the light track leaves out is not on it, however small it is. */
function trackIn(state: StateCode, content: ProposalContent, { model }: Context): Track {
  const track = trackOf(content, model);
  return track === 'light' && !(LIGHT_STATES as readonly StateCode[]).includes(state) ? 'full' : track;
}

const statusOf = (command: ImportCommand): InitiativeEvent[] =>
  command.status ? [{ type: 'FollowedUp', ...fact(command), ...command.status }] : [];
