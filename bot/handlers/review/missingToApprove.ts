import type { Submitted } from '../../../domain/initiatives/initiative.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask } from '../ask.ts';
import { textOf, yesNoOf } from '../inputs.ts';

const VOUCHED_FOR = ['needIsReal', 'fitsGoals'] as const;

/**
 * What the card asks for before an approval and has not got, told at once and at its input: `decide` refuses one thing
 * at a time, and a manager who presses four times gives up. The rule itself is the domain's.
 */
export function missingToApprove({ similar }: Submitted, { data, texts }: Ask): FieldErrors {
  const errors: Record<string, string> = {};
  for (const id of VOUCHED_FOR) if (!yesNoOf(data, id)) errors[id] = texts.t('cards.review.needed.vouch');
  for (const { id } of similar) {
    const answer = textOf(data, `similar:${id}`);
    if (answer === undefined) errors[`similar:${id}`] = texts.t('cards.review.needed.similar');
    const isReasoned = [`similarReason:${id}`, 'reason'].some((input) => textOf(data, input) !== undefined);
    if (answer === 'separate' && !isReasoned)
      errors[`similarReason:${id}`] = texts.t('cards.review.needed.similarReason');
  }
  return errors;
}
