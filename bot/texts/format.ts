import type { Language } from './language.ts';
import { remembering } from './remembering.ts';

/** Spaces inside a number must not break over two lines. */
const HARD_SPACE = '\u00a0';
const MINUS = '\u2212';

const MONTHS: Readonly<Record<Language, string>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  en: 'January February March April May June July August September October November December',
};
const MONTH_NAMES = { sv: MONTHS.sv.split(' '), en: MONTHS.en.split(' ') };

/**
 * A number as people write it: "5 093 702,5" in Swedish, "5,093,702.5" in English.
 * @param decimals exactly so many; without it at most two, and none that are zero.
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  // Whole numbers are most of what is shown and need no rounding.
  const isWhole = Number.isSafeInteger(size) && !decimals;
  const [whole = '0', exact = ''] = isWhole ? [String(size)] : size.toFixed(decimals ?? 2).split('.');
  const fraction = decimals === undefined ? withoutZeros(exact) : exact;
  const digits = fraction === '' ? '' : `${language === 'sv' ? ',' : '.'}${fraction}`;
  const sign = value < 0 && (Number(whole) > 0 || Number(fraction) > 0) ? MINUS : '';
  return sign + grouped(whole, language === 'sv' ? HARD_SPACE : ',') + digits;
}

function grouped(digits: string, space: string): string {
  let rest = digits;
  let made = '';
  while (rest.length > 3) {
    made = space + rest.slice(-3) + made;
    rest = rest.slice(0, -3);
  }
  return rest + made;
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** Whole kronor; halves away from zero. */
export function formatKronor(amount: number, language: Language): string {
  const whole = formatNumber(Math.sign(amount) * Math.floor(Math.abs(amount) + 0.5), language, 0);
  return language === 'sv' ? `${whole}${HARD_SPACE}kr` : `SEK${HARD_SPACE}${whole}`;
}

/** @param day local day `YYYY-MM-DD`; anything else comes back as it is. */
export function formatDay(day: string, language: Language): string {
  const name = MONTH_NAMES[language][Number(day.slice(5, 7)) - 1];
  if (name === undefined || day.length !== 10) return day;
  return `${Number(day.slice(8))}${HARD_SPACE}${name} ${day.slice(0, 4)}`;
}

const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Local day and hour of a UTC hour `YYYY-MM-DDTHH`: Sweden is whole hours from UTC, so minutes need no asking. */
const swedishHour = remembering((hour: string): readonly [day: string, hour: string] => {
  const [day = '', clock = ''] = STOCKHOLM.format(Date.parse(`${hour}:00:00Z`)).split(' ');
  return [day, clock.slice(0, 2)];
});

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** @param iso ISO 8601 UTC; shown as Swedish local time: "3 mars 2026 kl. 14.05". */
export function formatTime(iso: string, language: Language): string {
  if (!UTC.test(iso)) return iso;
  const [day, hour] = swedishHour(iso.slice(0, 13));
  const minutes = iso.slice(14, 16);
  return language === 'sv'
    ? `${formatDay(day, 'sv')} kl.${HARD_SPACE}${hour}.${minutes}`
    : `${formatDay(day, 'en')}, ${hour}:${minutes}`;
}
