import { commandSchema } from '../../../domain/initiatives/commands.ts';
import { LIMITS } from '../../../domain/initiatives/content.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors } from '../../cards/model.ts';
import { resubmitCard } from '../../cards/resubmitCard.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf, idOf, operationFor, textOf } from '../inputs.ts';
import { caseReply, findInitiative, isHiddenHere, notFound, viewOf } from '../look.ts';
import { readContent } from '../readContent.ts';
import { refusalErrors } from '../refusals.ts';
import type { Typed } from '../typed.ts';

export const resubmitOpen: Handler = async (ask, deps) => {
  const found = findInitiative(caseOf(ask.data), deps);
  return found ? resubmitReply(found, ask, deps) : notFound(ask.texts, deps);
};

/** The returned case with the reason it came back; anything else shows its card. */
export function resubmitReply(initiative: Initiative, ask: Ask, deps: Deps, typed: Typed = {}): Reply {
  const view = viewOf(initiative, ask, deps);
  // A form without the figures would take them away when it is saved.
  if (!view?.may.includes('Resubmit') || view.figuresHidden || isHiddenHere(initiative, ask, deps))
    return caseReply(initiative, ask, deps);
  const { op = deps.newId(), ...rest } = typed;
  return {
    card: resubmitCard({ op, view, ...rest }, ask.texts),
    summary: ask.texts.t('cards.resubmit.summary', { number: view.number ?? '' }),
  };
}

/** Sends the case back to the manager, with the changes made and listed, in one order. */
export const resubmit: Handler = async (ask, deps) => {
  const { actor, data, texts } = ask;
  const initiative = findInitiative(caseOf(data), deps);
  if (!initiative) return notFound(texts, deps);
  if (initiative.state !== 'RETURNED') return caseReply(initiative, ask, deps);
  const op = idOf(data, 'op') ?? deps.newId();
  const again = (errors: FieldErrors) =>
    resubmitReply(deps.casebook.initiative(initiative.id) ?? initiative, ask, deps, { values: data, errors });
  const { content, errors } = readContent(data, texts, initiative.content.estimate);
  const order = commandSchema.safeParse({ type: 'Resubmit', changes: textOf(data, 'changes'), content });
  if (!order.success) return again({ changes: changesError(ask), ...errors });
  if (Object.keys(errors).length > 0) return again(errors);
  const outcome = await deps.handle({
    order: order.data,
    initiative: initiative.id,
    operationId: operationFor(`${op}-resubmit`, order.data),
    actor,
  });
  return outcome.ok ? caseReply(outcome.initiative, ask, deps) : again(refusalErrors(outcome.refusal, texts));
};

function changesError({ data, texts }: Ask): string {
  const length = textOf(data, 'changes')?.length ?? 0;
  return length > LIMITS.reason
    ? texts.t('refusals.too-long.field', { limit: LIMITS.reason, length })
    : texts.t('cards.resubmit.changes-needed');
}
