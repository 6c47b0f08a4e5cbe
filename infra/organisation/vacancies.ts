import { approvalLine } from '../../domain/organisation/approval.ts';
import { actorsIn, nearestHolders, unitOf } from '../../domain/organisation/lookup.ts';
import type { Organisation, Role, UnitId, Vacancy } from '../../domain/organisation/organisation.ts';
import type { Planning, Step } from './planning.ts';

/** Notes what the file says is vacant. Whoever is appointed later takes the vacancy away. */
export function vacancySteps({ organisation, vacancies, units, nameOf }: Planning): Step[] {
  return vacancies.flatMap(({ row: _row, ...vacancy }): Step[] => {
    const known = organisation.vacancies.find((one) => isSame(one, vacancy));
    if (known && known.target === vacancy.target && known.reason === vacancy.reason) return [];
    const unit = units.find(({ id }) => id === vacancy.unit)?.name ?? vacancy.unit;
    return [
      {
        kind: known ? 'changed' : 'new',
        about: `vakans: ${nameOf(vacancy.role)}, ${unit}`,
        order: { type: 'NoteVacancy', vacancy },
      },
    ];
  });
}

const isSame = (one: Pick<Vacancy, 'role' | 'unit'>, other: Pick<Vacancy, 'role' | 'unit'>): boolean =>
  one.role === other.role && one.unit === other.unit;

/** Nobody, and so somebody who wrote no proposal. */
const NOBODY = '';
const DECIDING: readonly Role[] = ['manager', 'director', 'municipalDirector'];

/** Every vacancy, when it should be filled, and who does the work meanwhile (in Swedish). */
export function tellVacancies(
  organisation: Organisation,
  today: string,
  nameOf: (role: Role) => string,
): string[] {
  return organisation.vacancies.map(({ role, unit, target, reason }) => {
    const where = (id: UnitId): string => unitOf(organisation, id)?.name ?? id;
    const said = [
      `Vakant: ${nameOf(role)}, ${where(unit)}${whenOf(target, today)}${reason ? ` (${reason})` : ''}.`,
    ];
    const instead = meanwhile(organisation, role, unit, today);
    said.push(
      instead
        ? `Så länge går det till ${nameOf(instead.role)}${instead.unit ? `, ${where(instead.unit)}` : ''}.`
        : 'Ingen har uppgiften så länge.',
    );
    return said.join(' ');
  });
}

function whenOf(target: string | undefined, today: string): string {
  if (target === undefined) return '';
  return target < today ? `, skulle ha tillsatts ${target}` : `, tillsätts senast ${target}`;
}

/** As the rules of the domain have it: the next in the line decides, other roles are found further up. */
function meanwhile(
  organisation: Organisation,
  role: Role,
  unit: UnitId,
  today: string,
): { readonly role: Role; readonly unit?: UnitId } | undefined {
  if (DECIDING.includes(role)) {
    const [next] = approvalLine(organisation, unit, NOBODY, today);
    if (next) return next;
    const head = actorsIn(organisation, 'headOfDigitalisation', unit, today);
    return head.length > 0 ? { role: 'headOfDigitalisation' } : undefined;
  }
  const [near] = nearestHolders(organisation, role, unit, today);
  if (near) return near;
  return actorsIn(organisation, role, unit, today).length > 0 ? { role } : undefined;
}
