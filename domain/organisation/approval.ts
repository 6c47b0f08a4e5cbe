import { actingFor, holdersOf, lineOf } from './lookup.ts';
import type { Organisation, PersonId, Role, RoleHolder, UnitId } from './organisation.ts';

/** One person in the line that may decide on a proposal. */
export type ApprovalLevel = {
  readonly unit: UnitId;
  /** Who is asked: the holder or the substitute of the day. */
  readonly person: PersonId;
  /** The ordinary holder, who may decide as well when a substitute is asked. */
  readonly holder: PersonId;
  readonly role: Role;
  /** 0 for those whose turn it is first; two who share a role share the level. */
  readonly level: number;
};

const LINE_ROLES: readonly Role[] = ['manager', 'director', 'municipalDirector'];

/**
 * The line that decides on a proposal from a unit, lowest first. Whoever wrote the proposal is left out, as holder
 * and as substitute: conflict of interest (jäv) escalates one level. Nobody is there twice: who leads both a
 * unit and the area above it is asked once, and the level after that is the next person's.
 * @param day local day `YYYY-MM-DD`
 */
export function approvalLine(
  organisation: Organisation,
  unit: UnitId,
  proposer: PersonId,
  day: string,
): ApprovalLevel[] {
  const line: ApprovalLevel[] = [];
  const mayDecide = (holder: RoleHolder) =>
    holder.person !== proposer &&
    actingFor(holder, day) !== proposer &&
    !line.some(({ person }) => person === actingFor(holder, day));
  for (const { id } of lineOf(organisation, unit)) {
    for (const role of LINE_ROLES) {
      const level = (line.at(-1)?.level ?? -1) + 1;
      for (const holder of holdersOf(organisation, role, id, day).filter(mayDecide)) {
        line.push({ unit: id, person: actingFor(holder, day), holder: holder.person, role, level });
      }
    }
  }
  return line;
}
