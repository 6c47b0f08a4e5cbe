import { actingForAll, actorsIn, actsFor, holdersAnywhere, nearestHolders } from './lookup.ts';
import type { Organisation, PersonId, Role, RoleHolder, UnitId } from './organisation.ts';

/** Who answers for a unit or leads a body; what the rules and "whose turn is it?" have in common. */

/** Those who lead the unit: its nearest manager, or the director where no manager stands between. */
export function lineManagers(organisation: Organisation, unit: UnitId, day: string): RoleHolder[] {
  for (const role of ['manager', 'director', 'municipalDirector'] as const) {
    const found = nearestHolders(organisation, role, unit, day);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who is asked to order and pay: the unit's director, else the municipal director, else the head of digitalisation. */
export function sponsorsOf(organisation: Organisation, unit: UnitId, day: string): PersonId[] {
  for (const role of ['director', 'municipalDirector', 'headOfDigitalisation'] as const) {
    const found = actorsIn(organisation, role, unit, day);
    if (found.length > 0) return found;
  }
  return [];
}

const BODIES = {
  preparation: ['preparationChair', 'preparationMember', 'headOfDigitalisation'],
  council: ['councilChair', 'councilMember', 'headOfDigitalisation'],
} as const satisfies Record<string, readonly Role[]>;
export type Body = keyof typeof BODIES;

/**
 * Who decides for a body on somebody's proposal: its chair. A chair who wrote the proposal steps aside for the
 * members, and they for the head of digitalisation. A body without a chair decides nothing: that is a vacancy to
 * fill, not a gap to slip through.
 */
export function leadersOf(
  organisation: Organisation,
  body: Body,
  proposer: PersonId,
  day: string,
): PersonId[] {
  const [chair, ...others] = BODIES[body];
  const chairs = holdersAnywhere(organisation, chair, day);
  if (chairs.length === 0) return [];
  const inTurn = [chairs, ...others.map((role) => holdersAnywhere(organisation, role, day))];
  for (const holders of inTurn) {
    const free = actingForAll(holders, day).filter((person) => person !== proposer);
    if (free.length > 0) return free;
  }
  return [];
}

/** May the person decide for the body? A chair may beside the own substitute. */
export function leads(
  organisation: Organisation,
  body: Body,
  { person, proposer, day }: { person: PersonId; proposer: PersonId; day: string },
): boolean {
  if (person === proposer) return false;
  const isChair = holdersAnywhere(organisation, BODIES[body][0], day).some((held) =>
    actsFor(held, person, day),
  );
  return isChair || leadersOf(organisation, body, proposer, day).includes(person);
}
