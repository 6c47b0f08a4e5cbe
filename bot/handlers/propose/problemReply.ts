import { suggestTitle } from '../../../domain/initiatives/content.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors, RawValues } from '../../cards/model.ts';
import { problemCard } from '../../cards/problemCard.ts';
import type { Ask, Deps } from '../ask.ts';
import { textOf } from '../inputs.ts';
import { unitChoices } from '../look.ts';
import type { Typed } from '../typed.ts';

/** The inputs of step 1. */
export const STEP_ONE = ['problem', 'unit', 'affectedGroups'] as const;

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

/** Step 1 of a draft as it is saved. */
export function stepOne({ id, content }: Initiative, ask: Ask, deps: Deps, errors?: FieldErrors): Reply {
  const { problem, unit, affectedGroups } = content;
  const values = { problem, unit, affectedGroups: affectedGroups?.join(',') };
  return problemReply(ask, deps, { draft: id, values, ...(errors && { errors }) });
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
