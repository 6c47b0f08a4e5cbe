import type { Refused } from '../app/handle.ts';
import type { FieldErrors } from '../cards/model.ts';
import { refusalText } from '../texts/refusalText.ts';
import type { Texts } from '../texts/texts.ts';

/** From a field's path to the input that holds it, e.g. `content.problem` → `problem`. */
export type InputOf = (path: string) => string;

const lastOf: InputOf = (path) => path.split('.').at(-1) ?? path;

/** Marks the inputs a refusal is about. */
export function refusalErrors(refused: Refused, texts: Texts, inputOf: InputOf = lastOf): FieldErrors {
  // On a form: sent before, and something else has been saved since, from another device or an older card.
  if (refused.code === 'stale') return { general: texts.t('refusals.stale.form') };
  const text = refusalText(refused, texts);
  const about = refused.about ?? [];
  if (refused.code === 'similar-not-answered')
    return Object.fromEntries(about.map((id) => [`similar:${id}`, text]));
  if (refused.code === 'incomplete') {
    const needed = (path: string) =>
      texts.t(`refusals.incomplete.fields.${lastOf(path)}`, { defaultValue: text });
    return Object.fromEntries(about.map((path) => [inputOf(path), needed(path)]));
  }
  return about.length > 0
    ? Object.fromEntries(about.map((path) => [inputOf(path), text]))
    : { general: text };
}
