import { type DraftContent, isComplete, type ProposalContent } from '../content.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { missingAt } from '../gates.ts';
import type { Initiative, Submitted } from '../initiative.ts';
import { isSubmitted } from '../initiative.ts';
import { isActive } from '../states.ts';
import { lightBreaches, trackOf } from '../tracks.ts';
import { schedule } from './scheduling.ts';

export function startDraft(command: Of<'StartDraft'>, { organisation }: Context): Decided {
  const { content, actor } = command;
  if (content.unit && !organisation.units[content.unit]) return refuse('unknown-unit', ['unit']);
  return accept({ type: 'DraftStarted', ...fact(command), proposer: actor, content });
}

/**
 * Changes what is written. From preparation on the content must stay complete, and a light initiative that
 * outgrows the light track goes back to preparation on the full one.
 */
export function changeContent(command: Of<'ChangeContent'>, initiative: Initiative, context: Context): Decided {
  const content: DraftContent = { ...initiative.content, ...command.content };
  if (content.unit && !context.organisation.units[content.unit]) return refuse('unknown-unit', ['unit']);
  if (JSON.stringify(content) === JSON.stringify(initiative.content)) return accept();
  const changed: InitiativeEvent = { type: 'ContentChanged', ...fact(command), content };
  if (initiative.state === 'DRAFT') return accept(changed);
  if (!isSubmitted(initiative)) return refuse('wrong-state');
  if (!isComplete(content)) return refuse('incomplete');
  if (initiative.state === 'RETURNED') return accept(changed);
  if (!isActive(initiative.state)) return refuse('wrong-state');
  return accept(changed, ...outgrowLightTrack(command, initiative, content, context));
}

function outgrowLightTrack(
  command: Of<'ChangeContent'>,
  initiative: Submitted,
  content: ProposalContent,
  context: Context,
): InitiativeEvent[] {
  if (initiative.track !== 'light' || initiative.state !== 'EXECUTION') return [];
  const breaches = lightBreaches(content, context.model);
  if (breaches.length === 0) return [];
  const reason = breaches.join(', ');
  return [
    { type: 'MovedToFullTrack', ...fact(command), from: 'EXECUTION', to: 'PREPARATION', reason },
    schedule(command, 'PREPARATION', content),
  ];
}

/** G1. The number was taken beforehand, so that it is unique over all instances. */
export function submit(command: Of<'Submit'>, initiative: Initiative, context: Context): Decided {
  if (initiative.state === 'MANAGER_REVIEW') return accept();
  if (initiative.state !== 'DRAFT') return refuse('wrong-state');
  const missing = missingAt('G1', command, initiative, context);
  if (missing) return refuse(missing.code, missing.about);
  const { content } = initiative;
  if (!isComplete(content)) return refuse('incomplete');
  if (!context.organisation.units[content.unit]) return refuse('unknown-unit', ['unit']);
  if (!command.number) return refuse('number-missing');
  return accept(
    {
      type: 'Submitted',
      ...fact(command),
      from: 'DRAFT',
      to: 'MANAGER_REVIEW',
      number: command.number,
      content,
      similar: command.similar ?? [],
    },
    { type: 'TrackSet', ...fact(command), track: trackOf(content, context.model) },
  );
}

/** Back to the manager, with the changes listed. */
export function resubmit(command: Of<'Resubmit'>, initiative: Initiative, context: Context): Decided {
  if (initiative.state === 'MANAGER_REVIEW') return accept();
  if (initiative.state !== 'RETURNED') return refuse('wrong-state');
  const missing = missingAt('G1', command, initiative, context);
  if (missing) return refuse(missing.code, missing.about);
  const { content } = initiative;
  return accept(
    {
      type: 'Resubmitted',
      ...fact(command),
      from: 'RETURNED',
      to: 'MANAGER_REVIEW',
      changes: command.changes,
      content,
      similar: command.similar ?? [],
    },
    { type: 'TrackSet', ...fact(command), track: trackOf(content, context.model) },
  );
}
