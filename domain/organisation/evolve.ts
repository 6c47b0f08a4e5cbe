import type { OrganisationEvent } from './events.ts';
import { type Organisation, own, type Role, type UnitId, type Vacancy } from './organisation.ts';

export const EMPTY_ORGANISATION: Organisation = {
  version: 0,
  units: {},
  holders: {},
  vacancies: [],
  channels: {},
};

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
        vacancies: otherVacancies(organisation, event.holder),
      };
    case 'RoleHolderEnded': {
      const holder = own(organisation.holders, event.holder);
      if (!holder) return next;
      return { ...next, holders: { ...organisation.holders, [holder.id]: { ...holder, to: event.to } } };
    }
    case 'SubstituteSet': {
      const holder = own(organisation.holders, event.holder);
      if (!holder) return next;
      const { person, from } = event.substitute;
      // The same person from the same day is the same substitution with new dates; this is how one is cut short.
      const others = holder.substitutes.filter((known) => known.person !== person || known.from !== from);
      const substitutes = [...others, event.substitute];
      return { ...next, holders: { ...organisation.holders, [holder.id]: { ...holder, substitutes } } };
    }
    case 'VacancyNoted':
      return { ...next, vacancies: [...otherVacancies(organisation, event.vacancy), event.vacancy] };
    case 'ChannelLinked':
      return { ...next, channels: { ...organisation.channels, [event.link.channel]: event.link } };
    case 'ChannelUnlinked': {
      const { [event.channel]: _gone, ...channels } = organisation.channels;
      return { ...next, channels };
    }
    case 'PersonAnonymised':
      return { ...next, anonymous: { ...organisation.anonymous, [event.person]: true } };
    case 'MessagesPutAway': {
      const seen = event.messages.map(({ key, at }) => [key, at] as const);
      return { ...next, putAway: { ...organisation.putAway, ...Object.fromEntries(seen) } };
    }
  }
}

const otherVacancies = (
  { vacancies }: Organisation,
  { role, unit }: { role: Role; unit: UnitId },
): Vacancy[] => vacancies.filter((vacancy) => vacancy.role !== role || vacancy.unit !== unit);
