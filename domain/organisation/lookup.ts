import {
  CENTRAL_ROLES,
  type Organisation,
  own,
  type Period,
  type PersonId,
  type Role,
  type RoleHolder,
  type Substitute,
  type Unit,
  type UnitId,
} from './organisation.ts';

/** Deeper than any municipality; a tree that loops ends here at the latest. */
const MOST_LEVELS = 10;

export const unitOf = (organisation: Organisation, unit: UnitId): Unit | undefined =>
  own(organisation.units, unit);

/** The unit and everything above it, nearest first. A broken or looping tree ends where it breaks. */
export function lineOf(organisation: Organisation, unit: UnitId): Unit[] {
  const line: Unit[] = [];
  for (let at: UnitId | undefined = unit; at !== undefined && line.length < MOST_LEVELS; ) {
    const found: Unit | undefined = unitOf(organisation, at);
    if (!found || line.includes(found)) break;
    line.push(found);
    at = found.parent;
  }
  return line;
}

export const departmentOf = (organisation: Organisation, unit: UnitId): Unit | undefined =>
  lineOf(organisation, unit).find(({ kind }) => kind === 'department');

export const isWithin = (organisation: Organisation, unit: UnitId, ancestor: UnitId): boolean =>
  lineOf(organisation, unit).some(({ id }) => id === ancestor);

/** Holders of a role in exactly this unit on a local day (`YYYY-MM-DD`). */
export const holdersOf = (organisation: Organisation, role: Role, unit: UnitId, day: string): RoleHolder[] =>
  holdersAnywhere(organisation, role, day).filter((holder) => holder.unit === unit);

/** Those who see to it that messages arrive, and put away the ones they have dealt with. */
export const looksAfterTheTool = (organisation: Organisation, person: PersonId, day: string): boolean =>
  (['toolAdmin', 'headOfDigitalisation'] as const).some((role) =>
    actsAsAnywhere(organisation, person, role, day),
  );

/** Holders of a role in any unit on a local day. */
export const holdersAnywhere = (organisation: Organisation, role: Role, day: string): RoleHolder[] =>
  inRole(organisation, role).filter((holder) => covers(holder, day));

/** Sorted by role once per organisation: a list of all cases asks thousands of times. */
const SORTED = new WeakMap<Organisation['holders'], ReadonlyMap<Role, RoleHolder[]>>();

function inRole({ holders }: Organisation, role: Role): readonly RoleHolder[] {
  const sorted = SORTED.get(holders) ?? Map.groupBy(Object.values(holders), (holder) => holder.role);
  SORTED.set(holders, sorted);
  return sorted.get(role) ?? [];
}

/** Holders of a role in the unit or, where nobody holds it there, the nearest unit above. */
export function nearestHolders(
  organisation: Organisation,
  role: Role,
  unit: UnitId,
  day: string,
): RoleHolder[] {
  for (const { id } of lineOf(organisation, unit)) {
    const found = holdersOf(organisation, role, id, day);
    if (found.length > 0) return found;
  }
  return [];
}

/** The roles a person holds, today or later; not those the person stands in for. */
export const heldBy = ({ holders }: Organisation, person: PersonId, day: string): RoleHolder[] =>
  Object.values(holders).filter((holder) => holder.person === person && isNotOver(holder, day));

/** Who stands in for a holder, today or later, the next one first. */
export const comingSubstitutes = ({ substitutes }: RoleHolder, day: string): Substitute[] =>
  substitutes
    .filter((substitute) => isNotOver(substitute, day))
    .sort((a, b) => Number(a.from > b.from) - Number(a.from < b.from));

/** Who acts for a holder on a day: the substitute while one is set, otherwise the holder. */
export const actingFor = (holder: RoleHolder, day: string): PersonId =>
  holder.substitutes.findLast((substitute) => covers(substitute, day))?.person ?? holder.person;

/** Who acts for a person in a role today; the person themself where they hold no such role. */
export function standInFor(organisation: Organisation, person: PersonId, role: Role, day: string): PersonId {
  const holder = holdersAnywhere(organisation, role, day).find((held) => held.person === person);
  return holder ? actingFor(holder, day) : person;
}

/**
 * Those who act in a role for a unit today: of the unit or the nearest one above. A central role is found wherever
 * it is held; any other role outside the line is somebody else's business, so the answer may be nobody.
 */
export function actorsIn(organisation: Organisation, role: Role, unit: UnitId, day: string): PersonId[] {
  const near = nearestHolders(organisation, role, unit, day);
  const holders = near.length === 0 && isCentral(role) ? holdersAnywhere(organisation, role, day) : near;
  return actingForAll(holders, day);
}

export const actingForAll = (holders: readonly RoleHolder[], day: string): PersonId[] => [
  ...new Set(holders.map((holder) => actingFor(holder, day))),
];

/** Does the person act as this holder today? The holder may always, beside the substitute. */
export const actsFor = (holder: RoleHolder, person: PersonId, day: string): boolean =>
  holder.person === person || actingFor(holder, day) === person;

/**
 * Does the person act in the role for the unit today, as holder or substitute, there or in a unit above?
 * A manager of an area is a manager for all of its units; a coach of a department for all of it.
 */
export const actsAs = (
  organisation: Organisation,
  person: PersonId,
  role: Role,
  unit: UnitId,
  day: string,
): boolean =>
  lineOf(organisation, unit).some(({ id }) =>
    holdersOf(organisation, role, id, day).some((holder) => actsFor(holder, person, day)),
  );

/** Does the person act in the role anywhere today? */
export const actsAsAnywhere = (
  organisation: Organisation,
  person: PersonId,
  role: Role,
  day: string,
): boolean => holdersAnywhere(organisation, role, day).some((holder) => actsFor(holder, person, day));

/** A role someone acts in today, with the unit it is held for. */
export type ActingRole = { readonly role: Role; readonly unit: UnitId; readonly asSubstitute: boolean };

export const rolesOf = (organisation: Organisation, person: PersonId, day: string): ActingRole[] =>
  Object.values(organisation.holders)
    .filter((holder) => covers(holder, day) && actsFor(holder, person, day))
    .map((holder) => ({ role: holder.role, unit: holder.unit, asSubstitute: holder.person !== person }));

/** What was called off before it began is over, too. */
const isNotOver = ({ from, to }: Period, day: string): boolean =>
  to === undefined || (day <= to && from <= to);

const isCentral = (role: Role): boolean => (CENTRAL_ROLES as readonly Role[]).includes(role);

const covers = ({ from, to }: Period, day: string): boolean => from <= day && (to === undefined || day <= to);
