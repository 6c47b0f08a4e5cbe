import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf } from '../inputs.ts';
import { caseReply, findInitiative, notFound, viewOf } from '../look.ts';
import { isInReview, openReview } from './reviewReply.ts';

/** Opens the deciding card; also the answer to Teams' automatic refresh, which must only ever answer. */
export const reviewOpen: Handler = async (ask, deps) => {
  const initiative = findInitiative(caseOf(ask.data), deps);
  if (!initiative) return notFound(ask.texts, deps);
  if (ask.turn.trigger === 'automatic') return unkept(await openReview(initiative, ask, deps));
  const reason = whyNot(initiative, ask, deps);
  return reason !== undefined && ask.turn.scope === 'personal'
    ? caseReply(initiative, ask, deps, { reason })
    : openReview(initiative, ask, deps);
};

/** Whoever asked to decide and cannot is told why; the case's card shows whose turn it is. */
function whyNot(initiative: Initiative, ask: Ask, deps: Deps): string | undefined {
  const view = viewOf(initiative, ask, deps);
  if (!view || view.number === null || view.may.includes('ApproveAsManager')) return undefined;
  return isInReview(initiative)
    ? ask.texts.t('cards.case.not-yours')
    : ask.texts.t('cards.case.already-decided');
}

function unkept({ keep: _notKept, ...reply }: Reply): Reply {
  return reply;
}
