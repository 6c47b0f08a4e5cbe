import { isFinal, LIGHT_STATES, MAIN_STATES, type StateCode } from '../../../domain/initiatives/states.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';

/** `left` is where the case stood when it left the main road; `side` is where it is instead. */
export type StepPlace = 'done' | 'current' | 'ahead' | 'skipped' | 'left' | 'side';
export type Step = { readonly state: StateCode; readonly place: StepPlace };

type Travelled = Pick<InitiativeView, 'state' | 'track'> & {
  readonly decisions: readonly Pick<InitiativeView['decisions'][number], 'from' | 'to'>[];
};

/** The road of the case's track with where it has been, where it is and what is left. */
export function stepsOf({ state, track, decisions }: Travelled): Step[] {
  const road: readonly StateCode[] = track === 'light' ? LIGHT_STATES : MAIN_STATES;
  const visited = new Set([state, ...decisions.flatMap(({ from, to }) => [from, to])]);
  const onRoad = road.includes(state);
  const stood = onRoad ? state : (lastOnRoad(road, decisions) ?? road[0]);
  const at = stood === undefined ? -1 : road.indexOf(stood);
  const steps = road.map((each, index): Step => {
    if (index > at) return { state: each, place: 'ahead' };
    if (index === at) return { state: each, place: onRoad ? 'current' : 'left' };
    // A case that began before decisions were kept has only its state: what lies behind it is done.
    return {
      state: each,
      place: decisions.length > 0 && index > 0 && !visited.has(each) ? 'skipped' : 'done',
    };
  });
  if (onRoad) return steps;
  // A case that has ended beside the road will not walk the rest of it.
  const rest = isFinal(state) ? [] : steps.slice(at + 1);
  return [...steps.slice(0, at + 1), { state, place: 'side' }, ...rest];
}

const lastOnRoad = (road: readonly StateCode[], decisions: Travelled['decisions']): StateCode | undefined =>
  decisions.findLast(({ from }) => road.includes(from))?.from;

export const isHere = ({ place }: Step): boolean => place === 'current' || place === 'side';
