import { suggestTitle } from '../../../domain/initiatives/content.ts';
import type { Reply } from '../../app/turn.ts';
import type { RawValues } from '../../cards/model.ts';
import { problemCard } from '../../cards/problemCard.ts';
import type { Ask, Deps } from '../ask.ts';
import { textOf } from '../inputs.ts';
import { unitChoices } from '../look.ts';
import type { Typed } from '../typed.ts';

/** Step 1: the problem. @param typed with the draft it changes, when there is one. */
export function problemReply(
  { texts }: Pick<Ask, 'texts'>,
  deps: Deps,
  { op = deps.newId(), values = {}, ...rest }: Typed & { readonly draft?: string },
): Reply {
  const units = unitChoices(deps.casebook.organisation());
  const title = suggestTitle(textOf(values, 'problem') ?? '');
  return {
    card: problemCard({ op, values, units, ...rest }, texts),
    summary: texts.t('cards.problem.summary', { title }),
  };
}

/** What a new proposal begins with: what was written, and the own unit. */
export function beginnings(
  problem: string | undefined,
  { actor }: Pick<Ask, 'actor'>,
  deps: Deps,
): RawValues {
  const unit = deps.unitOf(actor);
  return { ...(problem && { problem }), ...(unit && { unit }) };
}
