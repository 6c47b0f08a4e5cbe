import { roundHalfAwayFromZero } from '../../../domain/benefits/rounding.ts';
import type { Language } from '../texts/index.ts';

/** A space that does not break, as Swedish writes its thousands. */
const SPACE = '\u00a0';
const ZONE = 'Europe/Stockholm';
const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, SPACE);

/** Number with at most `decimals` decimals, Swedish grouping; comma in Swedish, point in English. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const rounded = roundHalfAwayFromZero(value, decimals);
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const end =
    fraction && Number(fraction) > 0 ? `${language === 'sv' ? ',' : '.'}${fraction.replace(/0+$/, '')}` : '';
  return `${rounded < 0 ? '\u2212' : ''}${grouped(whole)}${end}`;
}

/** kr without öre: "5 093 702 kr". Rounds for display only. */
export const formatMoney = (kr: number, language: Language): string =>
  `${formatNumber(kr, language)}${SPACE}kr`;

/** One decimal, always shown: "2,3". */
export const formatYears = (years: number, language: Language): string =>
  roundHalfAwayFromZero(years, 1)
    .toFixed(1)
    .replace('.', language === 'sv' ? ',' : '.');

/** A share 0–1 as whole per cent without the sign. */
export const formatShare = (share: number, language: Language): string => formatNumber(share * 100, language);

/** A local day (`YYYY-MM-DD`): "12 mars 2026". */
export function formatDay(day: string, language: Language): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}

/** Short form for tables: "12 mars 2026" → "2026-03-12", the same in both languages. */
export const formatShortDay = (day: string): string => day.slice(0, 10);

/** An instant (ISO 8601 UTC) as the clock says in Sweden: "12 mars 2026 kl. 09:30". */
export function formatTime(at: string, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const clock = formatter(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(date);
  return `${formatDay(localDay(date), language)}${language === 'sv' ? ' kl. ' : ' at '}${clock.replace('.', ':')}`;
}

/** The day it is in Sweden at an instant. */
export function localDay(date: Date): string {
  const parts = formatter('sv', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: ZONE,
  }).formatToParts(date);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The local day of an instant given as text. */
export const dayOf = (at: string): string => (at.length === 10 ? at : localDay(new Date(at)));

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  made.set(key, found);
  return found;
}
