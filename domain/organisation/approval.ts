import { actingFor, holdersOf, lineOf } from './lookup.ts';
import type { Organisation, PersonId, Role, UnitId } from './organisation.ts';

/** One level of the line that may decide on a proposal, and why it is this level's turn. */
export type ApprovalLevel = {
  readonly unit: UnitId;
  /** Who is asked: the holder or the substitute of the day. */
  readonly person: PersonId;
  /** The ordinary holder, who may decide as well when a substitute is asked. */
  readonly holder: PersonId;
  readonly role: Role;
};

const LINE_ROLES: readonly Role[] = ['manager', 'director', 'municipalDirector'];

/**
 * The line that decides on a proposal from a unit, lowest first. Whoever wrote the proposal is left out, as holder
 * and as substitute: conflict of interest (jäv) escalates one level.
 * @param day local day `YYYY-MM-DD`
 */
export function approvalLine(
  organisation: Organisation,
  unit: UnitId,
  proposer: PersonId,
  day: string,
): ApprovalLevel[] {
  const line: ApprovalLevel[] = [];
  for (const { id } of lineOf(organisation, unit)) {
    for (const role of LINE_ROLES) {
      for (const holder of holdersOf(organisation, role, id, day)) {
        if (holder.person === proposer) continue;
        const acting = actingFor(holder, day);
        const person = acting === proposer ? holder.person : acting;
        if (line.some((level) => level.person === person)) continue;
        line.push({ unit: id, person, holder: holder.person, role });
      }
    }
  }
  return line;
}
