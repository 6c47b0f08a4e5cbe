import { commandSchema } from '../../../domain/initiatives/commands.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import { followUpCard } from '../../cards/followUpCard.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf, idOf, numberOf, operationFor, textOf } from '../inputs.ts';
import { caseReply, findInitiative, isHiddenHere, notFound, refusalReply, viewOf } from '../look.ts';
import { orderErrors } from '../orderErrors.ts';
import { refusalErrors } from '../refusals.ts';
import type { Typed } from '../typed.ts';

/** Opens the card; what was written after the number is how it goes. */
export const followUpOpen: Handler = async (ask, deps) => {
  const found = findInitiative(caseOf(ask.data), deps);
  if (!found) return notFound(ask.texts, deps);
  const text = ask.turn.kind === 'message' ? textOf(ask.data, 'text') : undefined;
  return followUpReply(found, ask, deps, text ? { values: { text } } : {});
};

/** The follow-up card for whoever may fill it in; others get the case's card. */
function followUpReply(initiative: Initiative, ask: Ask, deps: Deps, typed: Typed): Reply {
  const view = viewOf(initiative, ask, deps);
  if (!view?.may.includes('FollowUp') || isHiddenHere(initiative, ask, deps))
    return caseReply(initiative, ask, deps);
  const { op = deps.newId(), ...rest } = typed;
  return {
    card: followUpCard({ op, view, ...rest }, ask.texts),
    summary: ask.texts.t('cards.follow-up.summary', { number: view.number ?? '' }),
  };
}

/** Status, text and perhaps a measurement; the card becomes the case's card. */
export const followUpSave: Handler = async (ask, deps) => {
  const { actor, data, texts } = ask;
  const initiative = findInitiative(caseOf(data), deps);
  if (!initiative) return notFound(texts, deps);
  const op = idOf(data, 'op') ?? deps.newId();
  const again = (errors: FieldErrors) =>
    followUpReply(deps.casebook.initiative(initiative.id) ?? initiative, ask, deps, {
      op,
      values: data,
      errors,
    });
  const order = commandSchema.safeParse({
    type: 'FollowUp',
    status: textOf(data, 'status'),
    text: textOf(data, 'text'),
    ...measurementIn(ask),
  });
  if (!order.success)
    return again(orderErrors(order.error, { data, texts, needed: 'cards.follow-up.needed' }));
  const outcome = await deps.handle({
    order: order.data,
    initiative: initiative.id,
    operationId: operationFor(`${op}-follow-up`, order.data),
    actor,
  });
  if (outcome.ok) return caseReply(outcome.initiative, ask, deps);
  const { code } = outcome.refusal;
  if (code === 'wrong-state') return caseReply(outcome.initiative ?? initiative, ask, deps);
  return code === 'not-allowed'
    ? refusalReply(outcome.refusal, texts, deps)
    : again(refusalErrors(outcome.refusal, texts));
};

/** Goal, value or source begun: then all of it is wanted. The day is today unless another is said. */
function measurementIn({ data, viewer }: Ask): { measurement?: object } {
  const [goal, source] = [textOf(data, 'goal'), textOf(data, 'source')];
  const value = numberOf(data, 'value');
  if (goal === undefined && value === undefined && source === undefined) return {};
  return { measurement: { goal, value, day: textOf(data, 'day') ?? viewer.day, source } };
}
