import { held, UNITS } from '../builders/municipality.ts';
import { SAMPLE, SAMPLE_SEED, type Seed, type SeedUser } from '../tenant/seed.ts';

/** Everybody of the story by Entra id, named by what they do. */
const idOf = (number: number): string => `a1f0c0de-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const CAST = {
  coach: idOf(101),
  director: idOf(102),
  head: idOf(103),
  toolAdmin: idOf(104),
} as const;

/** Where something is proposed: who proposes, and who decides there. */
export type Place = { readonly unit: string; readonly employee: string; readonly manager: string };

const PLACES_BY_UNIT = { norr: 6, soder: 6 } as const;

/** Twelve employees in two units of one department, so that many may work at the same time. */
export const PLACES: readonly Place[] = Object.entries(PLACES_BY_UNIT).flatMap(([unit, count], at) =>
  Array.from({ length: count }, (_, i) => ({
    unit,
    employee: idOf(201 + at * 50 + i),
    manager: idOf(250 + at * 50),
  })),
);

export const CHANNEL = '19:3f0c8a1b2d4e4f5a9b6c7d8e9f001122@thread.tacv2';
export const TEAM = {
  id: '19:general00aa11bb22cc33dd44ee55ff@thread.tacv2',
  name: 'Vård och omsorg',
} as const;

export const ORGANISATION = {
  units: UNITS,
  holders: [
    ...new Map(PLACES.map(({ unit, manager }) => [manager, held('manager', unit, manager)])).values(),
    held('coach', 'hemtjanst', CAST.coach),
    held('director', 'vof', CAST.director),
    held('headOfDigitalisation', 'digital', CAST.head),
    held('toolAdmin', 'digital', CAST.toolAdmin),
  ],
};

const person = (id: string, displayName: string): SeedUser => ({ id, displayName, hasApp: true });

const USERS: readonly SeedUser[] = [
  ...PLACES.map(({ employee, unit }, i) => person(employee, `Undersköterska ${i + 1}, hemtjänst ${unit}`)),
  ...new Map(
    PLACES.map(({ manager, unit }) => [manager, person(manager, `Enhetschef, hemtjänst ${unit}`)]),
  ).values(),
  person(CAST.coach, 'Digitaliseringscoach, hemtjänsten'),
  person(CAST.director, 'Förvaltningschef, vård och omsorg'),
  person(CAST.head, 'Digitaliseringschef'),
  person(CAST.toolAdmin, 'Systemförvaltare'),
];

/** The tenant before anybody has done anything: two empty sites, and no right for the service to any of them. */
export const SEED: Seed = {
  ...SAMPLE_SEED,
  sites: [
    { displayName: 'Färdplan logg', path: SAMPLE.logSite },
    { displayName: 'Färdplan', path: SAMPLE.portfolioSite },
  ],
  users: [...SAMPLE_SEED.users, ...USERS],
};
