import { commandSchema } from '../../../domain/initiatives/commands.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import { deviationCard } from '../../cards/deviationCard.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf, idOf, numberOf, operationFor, textOf } from '../inputs.ts';
import { caseReply, findInitiative, isHiddenHere, notFound, refusalReply, viewOf } from '../look.ts';
import { orderErrors } from '../orderErrors.ts';
import { refusalErrors } from '../refusals.ts';
import type { Typed } from '../typed.ts';

export const deviationOpen: Handler = async (ask, deps) => {
  const found = findInitiative(caseOf(ask.data), deps);
  return found ? deviationReply(found, ask, deps) : notFound(ask.texts, deps);
};

/** Red twice in a row: continue, change, pause or cancel, with a reason. */
export function deviationReply(initiative: Initiative, ask: Ask, deps: Deps, typed: Typed = {}): Reply {
  const view = viewOf(initiative, ask, deps);
  if (!view?.may.includes('DecideOnDeviation') || isHiddenHere(initiative, ask, deps))
    return caseReply(initiative, ask, deps);
  const { op = deps.newId(), ...rest } = typed;
  return {
    card: deviationCard({ op, view, ...rest }, ask.texts),
    summary: ask.texts.t('cards.deviation.summary', { number: view.number ?? '' }),
  };
}

export const deviationDecide: Handler = async (ask, deps) => {
  const { actor, data, texts } = ask;
  const initiative = findInitiative(caseOf(data), deps);
  if (!initiative) return notFound(texts, deps);
  const op = idOf(data, 'op') ?? deps.newId();
  const again = (errors: FieldErrors) =>
    deviationReply(deps.casebook.initiative(initiative.id) ?? initiative, ask, deps, {
      op,
      values: data,
      errors,
    });
  const [choice, reason, until] = ['choice', 'reason', 'until'].map((id) => textOf(data, id));
  const costSoFar = numberOf(data, 'costSoFar');
  const order = commandSchema.safeParse({
    type: 'DecideOnDeviation',
    choice,
    reason,
    ...(until && { until }),
    ...(costSoFar !== undefined && { costSoFar }),
  });
  if (!order.success)
    return again(orderErrors(order.error, { data, texts, needed: 'cards.deviation.needed' }));
  const outcome = await deps.handle({
    order: order.data,
    initiative: initiative.id,
    operationId: operationFor(`${op}-deviation`, order.data),
    actor,
  });
  if (outcome.ok) return caseReply(outcome.initiative, ask, deps);
  const { code, about } = outcome.refusal;
  // No date is refused as a date in the past: the card asks for one.
  if (code === 'past-date' && !until) return again({ until: texts.t('cards.deviation.needed.until') });
  if (code === 'no-deviation') return caseReply(outcome.initiative ?? initiative, ask, deps);
  return about ? again(refusalErrors(outcome.refusal, texts)) : refusalReply(outcome.refusal, texts, deps);
};
