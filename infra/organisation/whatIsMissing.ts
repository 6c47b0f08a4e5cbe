import { leadersOf, lineManagers } from '../../domain/organisation/leadership.ts';
import { holdersAnywhere } from '../../domain/organisation/lookup.ts';
import { CENTRAL_ROLES, type Organisation, type Role } from '../../domain/organisation/organisation.ts';

/** Nobody, and so somebody who wrote no proposal. */
const NOBODY = '';

/**
 * What would stop a proposal on its way with this organisation, in words (Swedish). Advice only: a municipality may
 * want to begin before everything is in place.
 */
export function whatIsMissing(
  organisation: Organisation,
  today: string,
  nameOf: (role: Role) => string,
): string[] {
  const withoutManager = Object.values(organisation.units)
    .filter(({ id, kind }) => kind !== 'municipality' && lineManagers(organisation, id, today).length === 0)
    .map(({ name }) => name);
  const withoutHolder = CENTRAL_ROLES.filter(
    (role) => holdersAnywhere(organisation, role, today).length === 0,
  );
  return [
    ...(withoutManager.length > 0
      ? [`Ingen chef kan besluta om förslag från: ${withoutManager.join(', ')}.`]
      : []),
    ...(leadersOf(organisation, 'preparation', NOBODY, today).length === 0
      ? ['Ingen leder beredningsgruppen i dag: förslag stannar när de ska beredas.']
      : []),
    ...(leadersOf(organisation, 'council', NOBODY, today).length === 0
      ? ['Ingen leder digitaliseringsrådet i dag: förslag stannar när de ska prioriteras.']
      : []),
    ...(withoutHolder.length > 0 ? [`Ingen har i dag rollen: ${withoutHolder.map(nameOf).join(', ')}.`] : []),
  ];
}
