import { commandSchema, type InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../../domain/initiatives/initiative.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Handler } from '../ask.ts';
import { caseOf, idOf, listOf, numberOf, textOf, yesNoOf } from '../inputs.ts';
import { caseReply, findInitiative, notFound, refusalReply } from '../look.ts';
import { orderErrors } from '../orderErrors.ts';
import { type InputOf, refusalErrors } from '../refusals.ts';
import { missingToApprove } from './missingToApprove.ts';
import { reviewReply } from './reviewReply.ts';

type Decision = 'approve' | 'return' | 'reject' | 'forward';

/** Somebody else was first: what holds now is the answer, not an error. */
const isOvertaken = ({ state }: Initiative): boolean => state !== 'MANAGER_REVIEW' && state !== 'FORWARDED';

/** The manager's four buttons. Whether this person may, and what is missing, is answered by `decide` alone. */
export const decideReview =
  (decision: Decision): Handler =>
  async (ask, deps) => {
    const { actor, data, texts } = ask;
    const initiative = findInitiative(caseOf(data), deps);
    if (!initiative || !isSubmitted(initiative)) return notFound(texts, deps);
    const op = idOf(data, 'op') ?? deps.newId();
    const again = (errors: FieldErrors) =>
      reviewReply(deps.casebook.initiative(initiative.id) ?? initiative, ask, deps, {
        op,
        values: data,
        errors,
      });
    const answers = answersIn(initiative, ask);
    const inputOf = inputOfReview(answers);
    const order = commandSchema.safeParse(ORDERS[decision](ask, answers, initiative));
    const missing = decision === 'approve' ? missingToApprove(initiative, ask) : {};
    if (order.success && Object.keys(missing).length > 0) return again(missing);
    if (!order.success) {
      const errors = {
        ...missing,
        ...orderErrors(order.error, { data, texts, needed: 'cards.review.needed', inputOf }),
      };
      const isUnsaid =
        (decision === 'return' || decision === 'reject') && textOf(data, 'reason') === undefined;
      return again(isUnsaid ? { ...errors, reason: texts.t(`cards.review.needed.${decision}`) } : errors);
    }
    const operationId = `${op}-${decision}`;
    const outcome = await deps.handle({ order: order.data, initiative: initiative.id, operationId, actor });
    if (outcome.ok) return caseReply(outcome.initiative, ask, deps);
    const now = outcome.initiative ?? initiative;
    if (isOvertaken(now)) return caseReply(now, ask, deps);
    const { code } = outcome.refusal;
    if (code === 'not-allowed' || code === 'own-proposal') return refusalReply(outcome.refusal, texts, deps);
    return again(refusalErrors(outcome.refusal, texts, inputOf));
  };

type Answer = { readonly id: string; readonly answer: string; readonly reason?: string | undefined };

/** A case kept apart without a reason of its own stands on the reason for the whole. */
const answersIn = ({ similar }: Submitted, { data }: Ask): Answer[] =>
  similar.flatMap(({ id }) => {
    const answer = textOf(data, `similar:${id}`);
    return answer
      ? [{ id, answer, reason: textOf(data, `similarReason:${id}`) ?? textOf(data, 'reason') }]
      : [];
  });

/** Which input of the card holds a field of the order. */
const inputOfReview =
  (answers: readonly Answer[]): InputOf =>
  (path) => {
    const [, index, field] = /similarAnswers\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const id = answers[Number(index)]?.id;
    if (id !== undefined) return field === 'reason' ? `similarReason:${id}` : `similar:${id}`;
    const last = path.split('.').at(-1) ?? path;
    return { unit: 'forwardUnit', note: 'reason' }[last] ?? last;
  };

type Unchecked = { readonly type: InitiativeOrder['type']; readonly [field: string]: unknown };

const ORDERS: Readonly<
  Record<Decision, (ask: Ask, answers: readonly Answer[], initiative: Submitted) => Unchecked>
> = {
  approve: ({ data }, similarAnswers, { track }) => ({
    type: 'ApproveAsManager',
    note: textOf(data, 'reason'),
    evidence: {
      needIsReal: yesNoOf(data, 'needIsReal') ?? false,
      fitsGoals: yesNoOf(data, 'fitsGoals') ?? false,
      // On the light track there is no preparation, and the card does not ask.
      preparationHours: numberOf(data, 'preparationHours') ?? (track === 'light' ? 0 : undefined),
      fundingIdea: listOf(data, 'fundingIdea')?.[0],
      similarAnswers,
    },
  }),
  return: ({ data }) => ({ type: 'Return', reason: textOf(data, 'reason') }),
  reject: ({ data }) => ({ type: 'Reject', reason: textOf(data, 'reason') }),
  forward: ({ data }) => ({
    type: 'Forward',
    unit: textOf(data, 'forwardUnit'),
    reason: textOf(data, 'reason'),
  }),
};
