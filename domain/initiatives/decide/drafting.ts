import { alike } from '../../alike.ts';
import { unitOf } from '../../organisation/lookup.ts';
import {
  changedContent,
  type DraftContent,
  isComplete,
  missingForSubmit,
  type ProposalContent,
} from '../content.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { missingAt } from '../gates.ts';
import type { Initiative, Submitted } from '../initiative.ts';
import { isSubmitted } from '../initiative.ts';
import { isActive, type StateCode } from '../states.ts';
import { lightBreaches, type Track, trackOf } from '../tracks.ts';
import { schedule } from './scheduling.ts';

export function startDraft(command: Of<'StartDraft'>, { organisation }: Context): Decided {
  const { content, actor } = command;
  if (content.unit && !unitOf(organisation, content.unit)) return refuse('unknown-unit', ['unit']);
  return accept({ type: 'DraftStarted', ...fact(command), proposer: actor, content });
}

/**
 * Changes what is written. From submission on the content must stay complete, and from preparation on the track
 * follows it: a light initiative that outgrows the light track goes back to preparation on the full one.
 */
export function changeContent(
  command: Of<'ChangeContent'>,
  initiative: Initiative,
  context: Context,
): Decided {
  const { state } = initiative;
  if (state !== 'DRAFT' && state !== 'RETURNED' && !isActive(state)) return refuse('wrong-state');
  const content = changedContent(initiative.content, command.content);
  if (content.unit && !unitOf(context.organisation, content.unit)) return refuse('unknown-unit', ['unit']);
  if (alike(content, initiative.content)) return accept();
  const changed: InitiativeEvent = { type: 'ContentChanged', ...fact(command), content };
  if (!isSubmitted(initiative)) return accept(changed);
  if (!isComplete(content)) return refuse('incomplete', missingForSubmit(content));
  if (state === 'RETURNED') return accept(changed);
  return accept(changed, ...changeTrack(command, initiative, content, context));
}

const UNDECIDED: readonly StateCode[] = ['PREPARATION', 'ASSESSMENT', 'COUNCIL'];

/** The light way is chosen at the start or not at all; after the council's decision the track stands. */
function changeTrack(
  command: Of<'ChangeContent'>,
  initiative: Submitted,
  content: ProposalContent,
  context: Context,
): InitiativeEvent[] {
  const suggested = trackOf(content, context.model);
  const track = suggested === 'light' ? 'full' : suggested;
  if (initiative.track !== 'light')
    return track !== initiative.track && UNDECIDED.includes(initiative.state)
      ? [trackSet(command, track)]
      : [];
  const breaches = lightBreaches(content, context.model);
  if (initiative.state !== 'EXECUTION' || breaches.length === 0) return [];
  const reason = breaches.join(', ');
  return [
    { type: 'MovedToFullTrack', ...fact(command), from: 'EXECUTION', to: 'PREPARATION', reason },
    ...(track === 'full' ? [] : [trackSet(command, track)]),
    ...schedule(command, 'PREPARATION', initiative, context),
  ];
}

const trackSet = (command: { actor: string; at: string }, track: Track): InitiativeEvent => ({
  type: 'TrackSet',
  ...fact(command),
  track,
});

/** G1. The number was taken beforehand, so that it is unique over all instances. */
export function submit(command: Of<'Submit'>, initiative: Initiative, context: Context): Decided {
  return initiative.state === 'DRAFT' ? sendIn(command, initiative.content, context) : refuse('wrong-state');
}

function sendIn(command: Of<'Submit'>, saved: DraftContent, context: Context): Decided {
  return whenWhole(command, changedContent(saved, command.content ?? {}), context, (whole) =>
    command.number
      ? accept(
          {
            type: 'Submitted',
            ...fact(command),
            from: 'DRAFT',
            to: 'MANAGER_REVIEW',
            number: command.number,
            content: whole,
            similar: command.similar ?? [],
          },
          trackSet(command, trackOf(whole, context.model)),
        )
      : refuse('number-missing'),
  );
}

/** Sends in what was never saved: the draft begins, empty, in the row of the submission. */
export function submitUnsaved(command: Of<'Submit'>, context: Context): Decided {
  const sent = sendIn(command, {}, context);
  if (!sent.ok) return sent;
  const begun = { type: 'DraftStarted', ...fact(command), proposer: command.actor, content: {} } as const;
  return accept(begun, ...sent.events);
}

/** G1 asks for a whole proposal; the unit must exist besides. */
function whenWhole(
  command: Of<'Submit'> | Of<'Resubmit'>,
  content: DraftContent,
  context: Context,
  then: (whole: ProposalContent) => Decided,
): Decided {
  const missing = missingAt('G1', command, { content }, context);
  if (missing) return refuse(missing.code, missing.about);
  if (!isComplete(content)) return refuse('incomplete', missingForSubmit(content));
  if (!unitOf(context.organisation, content.unit)) return refuse('unknown-unit', ['unit']);
  return then(content);
}

/** A case whose number is another's takes a new one, whatever its state. Nobody orders this. */
export function renumber(
  command: { readonly actor: string; readonly at: string; readonly number: string },
  { number: instead }: Submitted,
): Decided {
  const { number } = command;
  return number === instead ? accept() : accept({ type: 'Renumbered', ...fact(command), number, instead });
}

/** Back to the manager, with the changes listed and made. */
export function resubmit(command: Of<'Resubmit'>, initiative: Initiative, context: Context): Decided {
  if (initiative.state !== 'RETURNED') return refuse('wrong-state');
  const content = changedContent(initiative.content, command.content ?? {});
  return whenWhole(command, content, context, (whole) =>
    accept(
      {
        type: 'Resubmitted',
        ...fact(command),
        from: 'RETURNED',
        to: 'MANAGER_REVIEW',
        changes: command.changes,
        content: whole,
        similar: command.similar ?? [],
      },
      trackSet(command, trackOf(whole, context.model)),
    ),
  );
}
