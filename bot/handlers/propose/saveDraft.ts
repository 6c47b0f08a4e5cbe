import type { ContentChange } from '../../../domain/initiatives/content.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Deps } from '../ask.ts';
import { caseOf, idOf, operationFor } from '../inputs.ts';
import { caseReply, findInitiative, notFound } from '../look.ts';
import { readContent } from '../readContent.ts';
import { refusalErrors } from '../refusals.ts';
import { detailsReply } from './detailsReply.ts';

/** A draft of one's own and what was typed in step 2 of it. */
export type TypedDraft = {
  readonly draft: Initiative;
  readonly content: ContentChange;
  readonly op: string;
  /** The card with everything that was typed and what is wrong with it; the next press is an operation of its own. */
  readonly again: (errors: FieldErrors) => Reply;
};

type Answered = { readonly reply: Reply };

/** Reads step 2. What cannot be read comes back on the card, marked. */
export function typedDraft(ask: Ask, deps: Deps): TypedDraft | Answered {
  const { actor, data, texts } = ask;
  const draft = findInitiative(caseOf(data), deps);
  if (!draft) return { reply: notFound(texts, deps) };
  if (draft.state !== 'DRAFT') return { reply: caseReply(draft, ask, deps) };
  if (draft.proposer !== actor) return { reply: notFound(texts, deps) };
  const op = idOf(data, 'op') ?? deps.newId();
  const again = (errors: FieldErrors) =>
    detailsReply(deps.casebook.initiative(draft.id) ?? draft, ask, deps, { values: data, errors });
  const { content, errors } = readContent(data, texts, draft.content.estimate);
  return Object.keys(errors).length > 0 ? { reply: again(errors) } : { draft, content, op, again };
}

/** Saves what step 2 holds. */
export async function saveDraft(
  { draft, content, op, again }: TypedDraft,
  { actor, texts }: Ask,
  deps: Deps,
): Promise<{ readonly draft: Initiative } | Answered> {
  const outcome = await deps.handle({
    order: { type: 'ChangeContent', content },
    initiative: draft.id,
    operationId: operationFor(op, content),
    actor,
  });
  return outcome.ok ? { draft: outcome.initiative } : { reply: again(refusalErrors(outcome.refusal, texts)) };
}
