import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import { EARLIER_ROOM, earlierDecisions } from './caseParts.ts';
import type { Form } from './form.ts';
import { bytesOf, CARD_ROOM } from './room.ts';

/** What the manager's card holds besides the proposal's texts and what has been typed: labels, choices, buttons. */
const FURNITURE = 11_500;
const PER_SIMILAR = 1_100;
const PER_EARLIER = EARLIER_ROOM + 600;
const LEAST = 1_800;
/** Longer texts are rare, and only they can break the card's size. */
const TYPICAL_LENGTH = 1_500;

/** Nothing typed yet and texts so short that they surely find room. */
export const isTypical = ({ problem, solution, effect }: DraftContent, { values }: Form): boolean =>
  values === undefined &&
  (problem?.length ?? 0) + (solution?.length ?? 0) + (effect?.length ?? 0) <= TYPICAL_LENGTH;

export type Room = { readonly texts: number; readonly hasEarlier: boolean };

/**
 * Bytes left for the proposal's texts beside everything else on the card. What was said before is left out when somebody
 * has typed so much that there is no room for it: it has been read by then.
 */
export function roomBeside(view: InitiativeView, { values = {} }: Form): Room {
  const typed = Object.values(values).reduce<number>((sum, value) => sum + sizeOf(value), 0);
  const free = CARD_ROOM - FURNITURE - PER_SIMILAR * view.similar.length - typed;
  const besideEarlier = free - PER_EARLIER * earlierDecisions(view).length;
  const hasEarlier = besideEarlier >= LEAST;
  return { texts: Math.max(LEAST, hasEarlier ? besideEarlier : free), hasEarlier };
}

const sizeOf = (value: unknown): number => (typeof value === 'string' ? bytesOf(value) : 8);
