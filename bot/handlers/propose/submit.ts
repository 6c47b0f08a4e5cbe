import type { Handler } from '../ask.ts';
import { caseReply } from '../look.ts';
import { refusalErrors } from '../refusals.ts';
import { STEP_ONE, stepOne } from './problemReply.ts';
import { saveDraft, typedDraft } from './saveDraft.ts';

/** Step 2 to 3: what was typed is saved and sent in as one; the card becomes the case's card. */
export const submit: Handler = async (ask, deps) => {
  const typed = typedDraft(ask, deps);
  if ('reply' in typed) return typed.reply;
  const { draft, content, op, again } = typed;
  const outcome = await deps.handle({
    order: { type: 'Submit', content },
    initiative: draft.id,
    operationId: `${op}-submit`,
    actor: ask.actor,
  });
  if (outcome.ok) return caseReply(outcome.initiative, ask, deps);
  // What cannot be sent in yet can still be saved.
  const saved = await saveDraft(typed, ask, deps);
  if ('reply' in saved) return saved.reply;
  const errors = refusalErrors(outcome.refusal, ask.texts);
  // What is asked for in step 1 cannot be answered in step 2.
  const isStepOne = outcome.refusal.code === 'incomplete' && STEP_ONE.some((id) => errors[id] !== undefined);
  return isStepOne ? stepOne(saved.draft, ask, deps, errors) : again(errors);
};
