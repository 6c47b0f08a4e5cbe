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

/**
 * Held for the whole municipality, in whatever unit the holder sits. Every other role counts only in its unit and
 * what is below it.
 */
export const CENTRAL_ROLES = [
  'headOfDigitalisation',
  'municipalDirector',
  'preparationChair',
  'preparationMember',
  'councilChair',
  'councilMember',
  'securityOfficer',
  'dpo',
  'lawyer',
  'controller',
  'procurement',
  'registrar',
  'auditor',
  'toolAdmin',
] as const satisfies readonly Role[];

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
export type Vacancy = {
  readonly role: Role;
  readonly unit: UnitId;
  readonly target?: string;
  readonly reason?: string;
};

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
  /** People whose names are shown no more. */
  readonly anonymous?: Readonly<Record<PersonId, true>>;
  /** Messages that did not arrive and that somebody has dealt with: by key, the failure that was looked at. */
  readonly putAway?: Readonly<Record<string, string>>;
};

/** A message that did not arrive, as somebody saw it: its key and when it failed (ISO 8601 UTC). */
export type FailedMessage = { readonly key: string; readonly at: string };

/** What a record holds under a key that came from outside: `constructor` and `__proto__` are nobody's id. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Somebody has dealt with this failure, or a later one of the same message; one that comes afterwards is new. */
export const isPutAway = ({ putAway }: Organisation, { key, at }: FailedMessage): boolean => {
  const seen = putAway && own(putAway, key);
  return seen !== undefined && seen >= at;
};

export const isAnonymous = ({ anonymous }: Organisation, person: PersonId): boolean =>
  anonymous !== undefined && own(anonymous, person) === true;
