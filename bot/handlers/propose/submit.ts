import type { Handler } from '../ask.ts';
import { caseReply } from '../look.ts';
import { refusalErrors } from '../refusals.ts';
import { saveDraft } from './saveDraft.ts';

/** Step 2 to 3: what was typed is saved first, then submitted; the card becomes the case's card. */
export const submit: Handler = async (ask, deps) => {
  const saved = await saveDraft(ask, deps);
  if ('reply' in saved) return saved.reply;
  const { draft, op, again } = saved;
  const outcome = await deps.handle({
    order: { type: 'Submit' },
    initiative: draft.id,
    operationId: `${op}-submit`,
    actor: ask.actor,
  });
  return outcome.ok
    ? caseReply(outcome.initiative, ask, deps)
    : again(refusalErrors(outcome.refusal, ask.texts));
};
