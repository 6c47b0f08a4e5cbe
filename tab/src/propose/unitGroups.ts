import type { Unit } from '../../../domain/organisation/organisation.ts';
import { swedishKey } from '../elements/swedishKey.ts';

export type UnitGroup = { readonly department: Unit; readonly units: readonly Unit[] };

/** Units under their department, both by name; the department itself comes first in its group. */
export function unitGroups(units: readonly Unit[]): UnitGroup[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const departmentOf = (unit: Unit): Unit | undefined => {
    let at: Unit | undefined = unit;
    for (let depth = 0; at && depth < 10; depth += 1) {
      if (at.kind === 'department') return at;
      at = at.parent === undefined ? undefined : byId.get(at.parent);
    }
    return undefined;
  };
  const byName = (a: Unit, b: Unit) => (swedishKey(a.name) < swedishKey(b.name) ? -1 : 1);
  return units
    .filter(({ kind }) => kind === 'department')
    .toSorted(byName)
    .map((department) => ({
      department,
      units: [
        department,
        ...units.filter((unit) => unit !== department && departmentOf(unit) === department).toSorted(byName),
      ],
    }));
}
