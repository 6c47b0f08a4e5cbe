import type { OrganisationEvent } from './events.ts';

/** The municipality as data: units in a tree, role holders with dates and substitutes, channels tied to units. */

export const ROLES = [
  'manager',
  'director',
  'coach',
  'developmentLead',
  'headOfDigitalisation',
  'municipalDirector',
  'preparationChair',
  'preparationMember',
  'councilChair',
  'councilMember',
  'objectOwner',
  'objectManager',
  'securityOfficer',
  'dpo',
  'lawyer',
  'controller',
  'procurement',
  'registrar',
  'auditor',
  'toolAdmin',
] as const;
export type Role = (typeof ROLES)[number];

export type UnitId = string;
export type PersonId = string;

export type Unit = {
  readonly id: UnitId;
  readonly kind: 'municipality' | 'department' | 'area' | 'unit';
  readonly name: string;
  /** How people call it too, e.g. "socialtjänsten" for Socialförvaltningen. */
  readonly alsoCalled?: readonly string[];
  readonly parent?: UnitId;
  /** Departments only: `VOF` in case numbers, and the committee with its registry prefix. */
  readonly prefix?: string;
  readonly committee?: { readonly name: string; readonly prefix: string };
};

/** Dates are local days `YYYY-MM-DD`, both included; no `to` means until further notice. */
export type Period = { readonly from: string; readonly to?: string };

export type Substitute = Period & { readonly person: PersonId };

export type RoleHolder = Period & {
  readonly id: string;
  readonly role: Role;
  readonly unit: UnitId;
  readonly person: PersonId;
  /** Share of full time, 0–1. */
  readonly share?: number;
  /** While one of these runs, the substitute acts. */
  readonly substitutes: readonly Substitute[];
};

/** A role that should be held but is not. `reason` is shown. */
export type Vacancy = { readonly role: Role; readonly unit: UnitId; readonly target?: string; readonly reason?: string };

export type ChannelLink = {
  readonly channel: string;
  readonly unit: UnitId;
  readonly name?: string;
  readonly linkedBy: PersonId;
  readonly at: string;
};

export type Organisation = {
  readonly version: number;
  readonly units: Readonly<Record<UnitId, Unit>>;
  readonly holders: Readonly<Record<string, RoleHolder>>;
  readonly vacancies: readonly Vacancy[];
  readonly channels: Readonly<Record<string, ChannelLink>>;
};

export const EMPTY_ORGANISATION: Organisation = { version: 0, units: {}, holders: {}, vacancies: [], channels: {} };

/** Folds one fact. Exhaustive: a new event breaks the build here. */
export function evolveOrganisation(organisation: Organisation, event: OrganisationEvent): Organisation {
  const next = { ...organisation, version: organisation.version + 1 };
  switch (event.type) {
    case 'UnitPlaced':
      return { ...next, units: { ...organisation.units, [event.unit.id]: event.unit } };
    case 'RoleHolderAppointed':
      return {
        ...next,
        holders: { ...organisation.holders, [event.holder.id]: event.holder },
        vacancies: organisation.vacancies.filter(
          ({ role, unit }) => role !== event.holder.role || unit !== event.holder.unit,
        ),
      };
    case 'RoleHolderEnded': {
      const holder = organisation.holders[event.holder];
      if (!holder) return next;
      return { ...next, holders: { ...organisation.holders, [holder.id]: { ...holder, to: event.to } } };
    }
    case 'SubstituteSet': {
      const holder = organisation.holders[event.holder];
      if (!holder) return next;
      const substitutes = [...holder.substitutes, event.substitute];
      return { ...next, holders: { ...organisation.holders, [holder.id]: { ...holder, substitutes } } };
    }
    case 'VacancyNoted':
      return { ...next, vacancies: [...organisation.vacancies, event.vacancy] };
    case 'ChannelLinked':
      return { ...next, channels: { ...organisation.channels, [event.link.channel]: event.link } };
    case 'ChannelUnlinked': {
      const { [event.channel]: _gone, ...channels } = organisation.channels;
      return { ...next, channels };
    }
  }
}
