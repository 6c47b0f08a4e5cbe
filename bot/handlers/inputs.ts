import { createHash } from 'node:crypto';
import type { RawValues } from '../cards/model.ts';

/** Card data is hostile and always strings or nothing; these read it without trusting it. */

export const textOf = (data: RawValues, id: string): string | undefined => {
  const value = data[id];
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').trim();
  return text === '' ? undefined : text;
};

/** A name or search words, short enough to be said back. */
export const nameOf = (data: RawValues): string => {
  const text = textOf(data, 'text') ?? '';
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME).toWellFormed()} …`;
};
const LONGEST_NAME = 100;

export const listOf = (data: RawValues, id: string): string[] | undefined =>
  textOf(data, id)
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Toggles say "true"/"false"; anything else is an unanswered question. */
export const yesNoOf = (data: RawValues, id: string): boolean | undefined => {
  const value = data[id];
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
};

/** Swedish and English ways to write a number: "1 250,5", "1.250,50", "1,250.5", "1250". NaN when it is none. */
export const numberOf = (data: RawValues, id: string): number | undefined => {
  const value = data[id];
  if (typeof value === 'number') return value;
  const text = textOf(data, id)?.replace(/\s/g, '');
  if (text === undefined) return undefined;
  const plain = withDecimalPoint(text.replace('\u2212', '-'));
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};

/** Where both signs stand, the last one is the decimal sign. */
function withDecimalPoint(text: string): string {
  if (!text.includes(',') || !text.includes('.')) return text.replace(',', '.');
  return text.lastIndexOf(',') > text.lastIndexOf('.')
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replaceAll(',', '');
}

/** An id made by us: an operation (UUID) or an initiative's stream. */
export const idOf = (data: RawValues, id: string): string | undefined =>
  matching(/^[A-Za-z0-9-]{1,80}$/, data[id]);

/** An initiative as a card or a person names it: stream or case number; departments have å, ä and ö too. */
export const caseOf = (data: RawValues, id = 'id'): string | undefined =>
  matching(/^[\p{L}\d-]{1,80}$/u, data[id])?.normalize('NFC');

const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined;

/** The operation of a content change depends on the content: the same words twice are one change, other words another. */
export const operationFor = (op: string, values: unknown): string =>
  `${op}-${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12)}`;

/** In a channel several people press the same card: each has an operation of their own, the same at every press. */
export function ownOperation(data: RawValues, actor: string): RawValues {
  const op = idOf(data, 'op');
  if (op === undefined) return data;
  const hash = createHash('sha256').update(`${op} ${actor}`).digest('hex');
  const own = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return { ...data, op: own };
}
