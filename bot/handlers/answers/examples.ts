import { isSubmitted, type Submitted } from '../../../domain/initiatives/initiative.ts';
import { isFinal } from '../../../domain/initiatives/states.ts';
import { departmentOf, unitOf } from '../../../domain/organisation/lookup.ts';
import type { Unit } from '../../../domain/organisation/organisation.ts';
import { sightOf } from '../../../domain/portfolio/visibility.ts';
import type { Examples } from '../../cards/helpCard.ts';
import type { Ask, Deps } from '../ask.ts';
import { isHiddenHere } from '../look.ts';

/** Names and a number that answer something when they are copied: the person's own unit, department and case. */
export function examplesFor(ask: Ask, deps: Deps): Examples {
  const organisation = deps.casebook.organisation();
  const unit = ownUnit(ask, deps) ?? Object.values(organisation.units).find(({ kind }) => kind === 'unit');
  const department = unit && departmentOf(organisation, unit.id);
  const number = nearestCase(ask, deps)?.number;
  return {
    ...(unit && { unit: unit.name }),
    ...(department && { department: department.name }),
    ...(number !== undefined && { number }),
  };
}

/** Where the person works, as far as the directory tells. */
export function ownUnit({ actor }: Pick<Ask, 'actor'>, { casebook, unitOf: idOf }: Deps): Unit | undefined {
  const id = idOf(actor);
  return id === undefined ? undefined : unitOf(casebook.organisation(), id);
}

/** A case that may be named here: one's own to follow up first, then one's own proposal, then the latest of any. */
function nearestCase(ask: Ask, deps: Deps): Submitted | undefined {
  const { person } = ask.viewer;
  const context = deps.context();
  let nearest: { readonly rank: number; readonly found: Submitted } | undefined;
  for (const one of deps.casebook.all()) {
    if (!isSubmitted(one)) continue;
    const isOpenCoached = one.coach === person && !isFinal(one.state);
    const rank = Number(isOpenCoached) * 2 + Number(one.proposer === person);
    const isNearer =
      !nearest || rank > nearest.rank || (rank === nearest.rank && one.changedAt > nearest.found.changedAt);
    if (isNearer && sightOf(one, ask.viewer, context) === 'all' && !isHiddenHere(one, ask, deps))
      nearest = { rank, found: one };
  }
  return nearest?.found;
}
