import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Form } from './form.ts';
import { plain } from './neutralise.ts';
import { bytesOf, CARD_ROOM, fitText } from './room.ts';

/** What the card holds besides the proposal's own texts and what has been typed: labels, choices, buttons. */
const FURNITURE = 10_500;
const PER_SIMILAR = 1_100;
/** No card has more than this many characters of texts without a need to count. */
const SURELY_FITS = 1_500;

export type ReviewRoom = {
  readonly problem: string;
  readonly solution: string;
  readonly effect: string;
  readonly isCut: boolean;
};

/** The proposal's texts ready to show, shortened only when they would break the card's size together with what was typed. */
export function reviewRoom({ content, similar }: InitiativeView, { values }: Form): ReviewRoom {
  const problem = plain(content.problem ?? '');
  const solution = plain(content.solution ?? '');
  const effect = plain(content.effect ?? '');
  const typed =
    values === undefined ? 0 : Object.values(values).reduce<number>((sum, value) => sum + sizeOf(value), 0);
  if (problem.length + solution.length + effect.length <= SURELY_FITS && typed === 0)
    return { problem, solution, effect, isCut: false };
  const room = Math.max(1_800, CARD_ROOM - FURNITURE - PER_SIMILAR * similar.length - typed);
  const wanted = bytesOf(problem) + bytesOf(solution) + bytesOf(effect);
  if (wanted <= room) return { problem, solution, effect, isCut: false };
  return {
    problem: fitText(problem, room * 0.55),
    solution: fitText(solution, room * 0.3),
    effect: fitText(effect, room * 0.15),
    isCut: true,
  };
}

const sizeOf = (value: unknown): number => (typeof value === 'string' ? bytesOf(value) : 8);
