import type { OrganisationOrder } from '../../bot/app/handleOrganisation.ts';
import type { Organisation, Unit } from '../../domain/organisation/organisation.ts';
import type { RoleNames, WantedHolder, WantedVacancy } from './readHolders.ts';

/** One change, carried out by one command. `about` names it for people, without anybody's name. */
export type Step = {
  readonly kind: 'new' | 'changed' | 'ends';
  readonly about: string;
  readonly order: OrganisationOrder;
};

export type Planning = {
  readonly organisation: Organisation;
  readonly units: readonly Unit[];
  readonly holders: readonly WantedHolder[];
  readonly vacancies: readonly WantedVacancy[];
  /** Local day. */
  readonly today: string;
  /** Last day of roles that are no longer in the file; without it none may be missing. */
  readonly end: string | undefined;
  /** A role in words. */
  readonly nameOf: RoleNames;
};
