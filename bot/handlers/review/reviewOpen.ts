import type { Reply } from '../../app/turn.ts';
import type { Handler } from '../ask.ts';
import { caseOf } from '../inputs.ts';
import { findInitiative, notFound } from '../look.ts';
import { openReview } from './reviewReply.ts';

/** Opens the deciding card; also the answer to Teams' automatic refresh, which must only ever answer. */
export const reviewOpen: Handler = async (ask, deps) => {
  const initiative = findInitiative(caseOf(ask.data), deps);
  if (!initiative) return notFound(ask.texts, deps);
  const reply = await openReview(initiative, ask, deps);
  return ask.turn.trigger === 'automatic' ? unkept(reply) : reply;
};

function unkept({ keep: _notKept, ...reply }: Reply): Reply {
  return reply;
}
