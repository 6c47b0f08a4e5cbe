import { createInstance } from 'i18next';
import { createContext, useContext } from 'react';
import { initReactI18next } from 'react-i18next';
import { ENGLISH, type Language, SWEDISH, type TextKey } from './index.ts';

/** Looks a text up. `count` picks the plural form; other values are filled in as they are. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The tab's own instance: texts are in the bundle, so it is ready at once and never fetches. */
export function createTexts(language: Language) {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'sv',
    resources: { sv: SWEDISH, en: ENGLISH },
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  return instance;
}

export type CurrentTexts = { readonly t: Translate; readonly language: Language };

export const TextsContext = createContext<CurrentTexts | undefined>(undefined);

/** Texts in the person's language; keys are checked by the compiler. Cheap enough for every cell of a table. */
export function useTexts(): CurrentTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('there is no TextsProvider around this');
  return texts;
}

/** The help text under a field, where it has one. */
export function hintOf(t: Translate, field: string): string | undefined {
  const key = `fields:${field}.hint`;
  const text = t(key as TextKey);
  return text === key || text === `${field}.hint` ? undefined : text;
}

/** A label for a code that a municipality may have added itself: the code when there is no text for it. */
export function labelOf(t: Translate, group: 'category' | 'group', code: string): string {
  const key = `codes:${group}.${code}`;
  const text = t(key as TextKey);
  return text === key || text === key.slice('codes:'.length) ? code : text;
}
