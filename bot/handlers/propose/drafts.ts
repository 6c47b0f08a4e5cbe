import { isSubmitted } from '../../../domain/initiatives/initiative.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf, idOf, numberOf } from '../inputs.ts';
import { caseReply, findInitiative, notFound, notice, refusalReply } from '../look.ts';
import { resubmitReply } from '../review/resubmit.ts';
import { detailsReply } from './detailsReply.ts';
import { stepOne } from './problemReply.ts';
import { saveDraft, typedDraft } from './saveDraft.ts';

/** Opens a draft where it was left, a returned case for completing, anything else as its card. */
export const draftOpen: Handler = async (ask, deps) => {
  const found = findInitiative(caseOf(ask.data), deps);
  if (!found) return notFound(ask.texts, deps);
  if (found.state === 'RETURNED') return resubmitReply(found, ask, deps);
  if (found.state !== 'DRAFT') return caseReply(found, ask, deps);
  return detailsReply(found, ask, deps);
};

/** Saves step 2 as it is and says where to find it. */
export const draftSave: Handler = async (ask, deps) => {
  const { texts } = ask;
  const saved = await saveTyped(ask, deps);
  if ('reply' in saved) return saved.reply;
  const next = { title: texts.t('buttons.my-drafts'), verb: 'my-drafts' } as const;
  return notice('draft-saved', texts, deps, next, { title: saved.draft.content.title ?? '' });
};

/** Without these there is no time to count. */
const LEAST_FIGURES = ['volumePerYear', 'minutesPerItem'] as const;

/** What the figures come to, while there is still time to change them. What step 2 held is saved. */
export const draftCount: Handler = async (ask, deps) => {
  const typed = typedDraft(ask, deps);
  if ('reply' in typed) return typed.reply;
  const missing = LEAST_FIGURES.filter((id) => numberOf(ask.data, id) === undefined);
  const needed = ask.texts.t('cards.details.estimate-needed');
  if (missing.length > 0) return typed.again(Object.fromEntries(missing.map((id) => [id, needed])));
  const saved = await saveDraft(typed, ask, deps);
  return 'reply' in saved ? saved.reply : detailsReply(saved.draft, ask, deps);
};

/** Back to step 1; what step 2 held is saved. */
export const draftBack: Handler = async (ask, deps) => {
  const saved = await saveTyped(ask, deps);
  if ('reply' in saved) return saved.reply;
  return stepOne(saved.draft, ask, deps);
};

const saveTyped = async (ask: Ask, deps: Deps) => {
  const typed = typedDraft(ask, deps);
  return 'reply' in typed ? typed : saveDraft(typed, ask, deps);
};

/** Throws a draft away. What has been sent in is not a draft any more, whoever asks. */
export const draftDiscard: Handler = async (ask, deps) => {
  const { actor, data, texts } = ask;
  const draft = findInitiative(caseOf(data), deps);
  if (!draft || draft.proposer !== actor) return notFound(texts, deps);
  const isDiscarded = draft.state === 'CANCELLED' && !isSubmitted(draft);
  if (draft.state !== 'DRAFT' && !isDiscarded) return caseReply(draft, ask, deps);
  const outcome = await deps.handle({
    order: { type: 'Cancel', reason: texts.t('notices.draft-discarded.reason') },
    initiative: draft.id,
    operationId: `${idOf(data, 'op') ?? deps.newId()}-discard`,
    actor,
  });
  const next = { title: texts.t('buttons.start-proposal'), verb: 'start-proposal' } as const;
  return outcome.ok
    ? notice('draft-discarded', texts, deps, next)
    : refusalReply(outcome.refusal, texts, deps);
};
