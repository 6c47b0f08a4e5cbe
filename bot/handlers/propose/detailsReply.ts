import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import { similarNow } from '../../app/views/initiativeView.ts';
import { detailsCard } from '../../cards/detailsCard.ts';
import type { Ask, Deps } from '../ask.ts';
import { notFound, unitChoices, viewOf } from '../look.ts';
import type { Typed } from '../typed.ts';

/** Step 2 of a draft, with the similar cases of this moment. */
export function detailsReply(draft: Initiative, ask: Ask, deps: Deps, typed: Typed = {}): Reply {
  const view = viewOf(draft, ask, deps);
  if (!view) return notFound(ask.texts, deps);
  const similar = similarNow(draft.content, draft.id, ask.viewer, deps);
  const units = unitChoices(deps.casebook.organisation());
  const { op = deps.newId(), ...rest } = typed;
  return {
    card: detailsCard({ op, view, similar, units, ...rest }, ask.texts),
    summary: ask.texts.t('cards.details.summary', { title: draft.content.title ?? '' }),
  };
}
