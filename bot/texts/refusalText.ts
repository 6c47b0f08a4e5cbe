import type { Texts } from './texts.ts';

/** A refusal of `domain` or of the store: a code that is a text key, and the fields it is about. */
export type CodedRefusal = { readonly code: string; readonly about?: readonly string[] | undefined };

/** What happened and what to do, in the person's language; fields are named as people call them. */
export const refusalText = ({ code, about = [] }: CodedRefusal, texts: Texts): string => {
  const names = about.map((path) => texts.t(`fields.${lastOf(path)}`, { defaultValue: '' })).filter(Boolean);
  return texts.t(`refusals.${code}.text`, { fields: names.join(', ') });
};

/** More than one row of the log can hold: which text to shorten, how long it all is, and how much fits. */
export const tooLargeText = (
  { field: path, length, limit }: { readonly field: string; readonly length: number; readonly limit: number },
  texts: Texts,
): string => {
  const name = texts.t(`fields.${lastOf(path)}`, { defaultValue: texts.t('refusals.too-long.longest') });
  return texts.t('refusals.too-long.whole', { field: name, length, limit });
};

/** `content.problem` and `evidence.needIsReal` end in the field's name. */
const lastOf = (path: string): string => path.split('.').at(-1) ?? path;
