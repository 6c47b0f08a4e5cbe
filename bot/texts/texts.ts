import i18next, { type i18n } from 'i18next';
import { formatDay, formatKronor, formatNumber, formatTime } from './format.ts';
import { LANGUAGES, type Language } from './language.ts';
import { readTexts } from './readTexts.ts';
import { remembering } from './remembering.ts';
import { compile, type Template, type Values } from './templates.ts';

export type { Language, Values };

/** Everything a card or message says in one language. */
export type Texts = {
  readonly language: Language;
  /** @param values names in the text; `count` picks the plural, `defaultValue` is used when the key is missing. */
  readonly t: (key: string, values?: Values) => string;
  /** Whole kronor: "5 093 702 kr". */
  readonly kr: (amount: number) => string;
  readonly number: (value: number, decimals?: number) => string;
  /** A payback time: "2,3 år"; null means it does not pay back within the horizon. */
  readonly years: (years: number | null) => string;
  /** @param day local day `YYYY-MM-DD` → "3 mars 2026" */
  readonly day: (day: string) => string;
  /** @param iso UTC → Swedish local time, "3 mars 2026 kl. 14.05" */
  readonly time: (iso: string) => string;
};

/**
 * Loads the texts once. i18next picks the text (language, plural, Swedish where English lacks it); what it picked is
 * kept ready to fill in, since a card asks for some thirty texts.
 */
export function createTexts(): (language: Language) => Texts {
  const library = i18next.createInstance();
  library.init({
    resources: { sv: { translation: readTexts('sv') }, en: { translation: readTexts('en') } },
    fallbackLng: 'sv',
    supportedLngs: [...LANGUAGES],
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const byLanguage = { sv: textsIn('sv', library), en: textsIn('en', library) };
  return (language) => byLanguage[language];
}

function textsIn(language: Language, library: i18n): Texts {
  const fixed = new Map<string, string>();
  const templates = new Map<string, Template>();
  const rules = new Intl.PluralRules(language);
  const plural = remembering((count: number) => rules.select(count));

  function lookUp(key: string, count?: number): string | undefined {
    const options = { lng: language, ...(count !== undefined && { count }) };
    if (!library.exists(key, options)) return undefined;
    const text: unknown = library.t(key, { ...options, skipInterpolation: true, returnObjects: true });
    return typeof text === 'string' ? text : undefined;
  }

  /** Only texts that exist are kept: a key may hold what somebody has sent. */
  function templateFor(key: string, count: number | undefined): Template | undefined {
    const name = count === undefined ? key : `${key} ${plural(count)}`;
    const known = templates.get(name);
    if (known) return known;
    const text = lookUp(key, count);
    if (text === undefined) return undefined;
    const template = compile(text);
    templates.set(name, template);
    return template;
  }

  function t(key: string, values?: Values): string {
    if (values === undefined) {
      const known = fixed.get(key);
      if (known !== undefined) return known;
      const text = lookUp(key);
      if (text === undefined) return key;
      const filled = compile(text)(NOTHING);
      fixed.set(key, filled);
      return filled;
    }
    const template = templateFor(key, typeof values.count === 'number' ? values.count : undefined);
    return template ? template(values) : String(values.defaultValue ?? key);
  }

  return {
    language,
    t,
    kr: (amount) => formatKronor(amount, language),
    number: (value, decimals) => formatNumber(value, language, decimals),
    years: (years) => {
      if (years === null) return t('common.never-pays-back');
      const months = Math.round(years * 12);
      return months >= 1 && months < 12
        ? t('common.months', { count: months })
        : t('common.years', { years: formatNumber(years, language, 1) });
    },
    day: (day) => formatDay(day, language),
    time: (iso) => formatTime(iso, language),
  };
}

const NOTHING: Values = {};
