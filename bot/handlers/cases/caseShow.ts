import type { Handler } from '../ask.ts';
import { caseOf } from '../inputs.ts';
import { findInitiative, notFound } from '../look.ts';
import { openReview } from '../review/reviewReply.ts';

/** A case by id or number: the deciding card for whoever should decide it, else its card. */
export const caseShow: Handler = async (ask, deps) => {
  const initiative = findInitiative(caseOf(ask.data), deps);
  return initiative ? openReview(initiative, ask, deps) : notFound(ask.texts, deps);
};
