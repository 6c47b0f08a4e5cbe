import { reading } from './cell.ts';
import { plainTextOf } from './text.ts';

const SPACES = /[\s\u00a0\u202f\u2009]+/g;
/** `1 250 000`, `1.250.000`, with or without decimals after a comma. */
const GROUPED = /^\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
/** Grouping or decimals? Nobody can tell. */
const UNCLEAR = /^\d{1,3}\.\d{3}$/;
const UNIT = /(?:kronor|kr|sek|:-|st|h|tim(?:mar)?|min(?:uter)?)\.?$/;
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/(?:tkr|ksek|tusen)\.?$/, 1_000],
  [/(?:mnkr|mkr|msek|miljoner|milj)\.?$/, 1_000_000],
];

const EXAMPLE = 'Skriv ett tal, till exempel 450 000 eller 1,5.';

/** A number the way it is written in Swedish. */
export function swedishNumber(text: string): number | undefined {
  const plain = text.replace(SPACES, ' ').trim();
  if (UNCLEAR.test(plain)) return undefined;
  if (GROUPED.test(plain)) return Number(plain.replace(/[ .]/g, '').replace(',', '.'));
  return PLAIN.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** Never negative; the highest that makes sense is for the calculation to say. */
const numbered = (times: (text: string) => readonly [rest: string, factor: number]) =>
  reading<number>((cell) => {
    if (cell.kind === 'number')
      return cell.value < 0 ? { problem: 'Talet ska vara 0 eller mer.' } : { value: cell.value };
    if (cell.kind !== 'text') return { problem: EXAMPLE };
    const written = plainTextOf(cell).toLowerCase();
    if (!written) return undefined;
    if (/^[-−–]\s*\d/.test(written)) return { problem: 'Talet ska vara 0 eller mer.' };
    const [rest, factor] = times(written);
    const value = swedishNumber(rest);
    if (value !== undefined) return { value: Math.round(value * factor * 100) / 100 };
    if (UNCLEAR.test(rest.trim())) return { problem: `Punkten kan betyda två saker. ${EXAMPLE}` };
    return { problem: EXAMPLE };
  });

/** kr; `450 tkr` and `1,2 mnkr` too. */
export const readAmount = numbered((text) => {
  const bare = text.replace(/\s*per år$|\/år$/, '').trim();
  for (const [suffix, factor] of TIMES) if (suffix.test(bare)) return [bare.replace(suffix, ''), factor];
  return [bare.replace(UNIT, ''), 1];
});

export const readNumber = numbered((text) => [text.replace(UNIT, ''), 1]);
