import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Deps } from '../ask.ts';
import { caseOf, idOf, operationFor } from '../inputs.ts';
import { caseReply, findInitiative, notFound } from '../look.ts';
import { readContent } from '../readContent.ts';
import { refusalErrors } from '../refusals.ts';
import { detailsReply } from './detailsReply.ts';

export type SavedDraft =
  | { readonly draft: Initiative; readonly op: string; readonly again: (errors: FieldErrors) => Reply }
  | { readonly reply: Reply };

/** Saves what step 2 holds. On any error the same card comes back with everything that was typed. */
export async function saveDraft(ask: Ask, deps: Deps): Promise<SavedDraft> {
  const { actor, data, texts } = ask;
  const draft = findInitiative(caseOf(data), deps);
  if (!draft) return { reply: notFound(texts, deps) };
  if (draft.state !== 'DRAFT') return { reply: caseReply(draft, ask, deps) };
  if (draft.proposer !== actor) return { reply: notFound(texts, deps) };
  const op = idOf(data, 'op') ?? deps.newId();
  const again = (errors: FieldErrors) =>
    detailsReply(deps.casebook.initiative(draft.id) ?? draft, ask, deps, { op, values: data, errors });
  const { content, errors } = readContent(data, texts, draft.content.estimate);
  if (Object.keys(errors).length > 0) return { reply: again(errors) };
  const outcome = await deps.handle({
    order: { type: 'ChangeContent', content },
    initiative: draft.id,
    operationId: operationFor(op, content),
    actor,
  });
  if (!outcome.ok) return { reply: again(refusalErrors(outcome.refusal, texts)) };
  return { draft: outcome.initiative, op, again };
}
