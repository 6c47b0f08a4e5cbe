import type { Organisation, PersonId, Role, RoleHolder, Unit, UnitId } from './organisation.ts';

/** The unit and everything above it, nearest first. A broken or looping tree ends where it breaks. */
export function lineOf(organisation: Organisation, unit: UnitId): Unit[] {
  const line: Unit[] = [];
  for (let at: UnitId | undefined = unit; at !== undefined && line.length < 10; ) {
    const found: Unit | undefined = organisation.units[at];
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
  Object.values(organisation.holders).filter(
    (holder) => holder.role === role && holder.unit === unit && covers(holder, day),
  );

/** Holders of a role in the unit or, where nobody holds it there, the nearest unit above. */
export function nearestHolders(organisation: Organisation, role: Role, unit: UnitId, day: string): RoleHolder[] {
  for (const { id } of lineOf(organisation, unit)) {
    const found = holdersOf(organisation, role, id, day);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who acts for a holder on a day: the substitute while one is set, otherwise the holder. */
export const actingFor = (holder: RoleHolder, day: string): PersonId =>
  holder.substitutes.findLast((substitute) => covers(substitute, day))?.person ?? holder.person;

/** Those who act in a role for a unit today; where nobody does in its line, those who act in it anywhere. */
export function actorsIn(organisation: Organisation, role: Role, unit: UnitId, day: string): PersonId[] {
  const near = nearestHolders(organisation, role, unit, day);
  const holders =
    near.length > 0 ? near : Object.values(organisation.holders).filter((holder) => holder.role === role && covers(holder, day));
  return [...new Set(holders.map((holder) => actingFor(holder, day)))];
}

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
    holdersOf(organisation, role, id, day).some(
      (holder) => holder.person === person || actingFor(holder, day) === person,
    ),
  );

/** Does the person act in the role anywhere today? */
export const actsAsAnywhere = (organisation: Organisation, person: PersonId, role: Role, day: string): boolean =>
  Object.values(organisation.holders).some(
    (holder) =>
      holder.role === role &&
      covers(holder, day) &&
      (holder.person === person || actingFor(holder, day) === person),
  );

/** A role someone acts in today, with the unit it is held for. */
export type ActingRole = { readonly role: Role; readonly unit: UnitId; readonly asSubstitute: boolean };

export const rolesOf = (organisation: Organisation, person: PersonId, day: string): ActingRole[] =>
  Object.values(organisation.holders)
    .filter((holder) => covers(holder, day) && (holder.person === person || actingFor(holder, day) === person))
    .map((holder) => ({ role: holder.role, unit: holder.unit, asSubstitute: holder.person !== person }));

const covers = ({ from, to }: { from: string; to?: string }, day: string): boolean =>
  from <= day && (to === undefined || day <= to);
