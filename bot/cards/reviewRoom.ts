import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Form } from './form.ts';
import { bytesOf, CARD_ROOM } from './room.ts';

/** What the manager's card holds besides the proposal's texts and what has been typed: labels, choices, buttons. */
export const FURNITURE = 11_500;
const PER_SIMILAR = 1_100;
const LEAST = 1_800;
/** Longer texts are rare, and only they can break the card's size. */
const TYPICAL_LENGTH = 1_500;

/** Nothing typed yet and texts so short that they surely find room. */
export const isTypical = ({ problem, solution, effect }: DraftContent, { values }: Form): boolean =>
  values === undefined &&
  (problem?.length ?? 0) + (solution?.length ?? 0) + (effect?.length ?? 0) <= TYPICAL_LENGTH;

/** Bytes left for the proposal's texts beside everything else on the card. */
export function roomBeside({ similar }: InitiativeView, { values = {} }: Form, furniture: number): number {
  const typed = Object.values(values).reduce<number>((sum, value) => sum + sizeOf(value), 0);
  return Math.max(LEAST, CARD_ROOM - furniture - PER_SIMILAR * similar.length - typed);
}

const sizeOf = (value: unknown): number => (typeof value === 'string' ? bytesOf(value) : 8);
