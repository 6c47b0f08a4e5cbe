import type { z } from 'zod';
import type { FieldErrors, RawValues } from '../cards/model.ts';
import type { Texts } from '../texts/texts.ts';
import { textOf } from './inputs.ts';
import type { InputOf } from './refusals.ts';

export type OrderForm = {
  readonly data: RawValues;
  readonly texts: Texts;
  /** Text key of what the card says is needed, by field: `<needed>.<field>`. */
  readonly needed: string;
  readonly inputOf?: InputOf;
};

/**
 * What is wrong with an order that a card was to give, by input: too long with the limit, else what the card needs,
 * else what the code of the schema says.
 */
export function orderErrors(error: z.ZodError, form: OrderForm): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path.at(-1) ?? 'general');
    const input = form.inputOf?.(issue.path.join('.')) ?? field;
    errors[input] ??= textFor(issue, field, input, form);
  }
  return errors;
}

function textFor(
  { code, message, ...issue }: z.core.$ZodIssue,
  field: string,
  input: string,
  { data, texts, needed }: OrderForm,
): string {
  const length = textOf(data, input)?.length ?? 0;
  if (code === 'too_big' && message === 'too-long')
    return texts.t('refusals.too-long.field', { limit: Number('maximum' in issue && issue.maximum), length });
  const otherwise = texts.t(`refusals.${message}.text`, { defaultValue: texts.t('refusals.invalid.field') });
  return texts.t(`${needed}.${field}`, { defaultValue: otherwise });
}
