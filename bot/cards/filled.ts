import type { RawValues } from './model.ts';

/** The figures of the short estimate, by input. */
export const FIGURES = [
  'volumePerYear',
  'minutesPerItem',
  'hourCost',
  'oneTimeCost',
  'yearlyCost',
  'adoption',
] as const;

/** What a person may add and take away again; the other inputs are needed or always have a value. */
export const MORE = ['solution', 'effect'] as const;
const CAN_BE_EMPTIED = [...MORE, ...FIGURES] as const;
type CanBeEmptied = (typeof CAN_BE_EMPTIED)[number];

/**
 * Clients leave empty inputs out, so a card says in its buttons which of its inputs held something when it was made:
 * one of those that does not come back has been emptied. A card that says nothing empties nothing.
 * @param saved what is stored, by input id. @param shown the inputs of the card.
 */
export function filled(saved: RawValues, shown: readonly CanBeEmptied[]): { readonly filled?: string } {
  const ids = shown.filter((id) => !isEmpty(saved[id]));
  return ids.length > 0 ? { filled: ids.join(',') } : {};
}

/** Inputs that held something and were emptied. */
export function emptied(data: RawValues): readonly string[] {
  const before = typeof data.filled === 'string' ? data.filled.split(',') : [];
  return CAN_BE_EMPTIED.filter((id) => before.includes(id) && isEmpty(data[id]));
}

/** What is stored with what was typed over it; what was emptied is empty. */
export const changed = (saved: RawValues, typed: RawValues | undefined): RawValues =>
  typed === undefined
    ? saved
    : { ...saved, ...typed, ...Object.fromEntries(emptied(typed).map((id) => [id, undefined])) };

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
