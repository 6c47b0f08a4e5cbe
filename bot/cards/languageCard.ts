import type { Texts } from '../texts/texts.ts';
import { card, heading, quiet } from './elements.ts';
import type { CardJson } from './model.ts';
import { execute } from './verbs.ts';

export type LanguageModel = { readonly op: string };

/** One button a language, each in its own language. */
export function languageCard({ op }: LanguageModel, { t }: Texts): CardJson {
  return card(
    [heading(t('cards.language.heading')), quiet(t('cards.language.help'))],
    (['sv', 'en'] as const).map((language) =>
      execute(t(`cards.language.${language}`), 'language-set', { op, language }),
    ),
  );
}
