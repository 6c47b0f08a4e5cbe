import { EMPTY_ORGANISATION } from '../../../domain/organisation/evolve.ts';
import type { Organisation, Role, RoleHolder, Unit } from '../../../domain/organisation/organisation.ts';

/** A few units and role holders of an invented municipality; people are named by function only. */

const UNITS: readonly Unit[] = [
  { id: 'kommunen', kind: 'municipality', name: 'Ekhamra kommun' },
  { id: 'klk', kind: 'department', name: 'Kommunledningskontoret', parent: 'kommunen', prefix: 'KLK' },
  { id: 'kontaktcenter', kind: 'unit', name: 'Kontaktcenter', parent: 'klk' },
  {
    id: 'vof',
    kind: 'department',
    name: 'Vård- och omsorgsförvaltningen',
    parent: 'kommunen',
    prefix: 'VOF',
  },
  { id: 'hemtjanst', kind: 'area', name: 'Hemtjänst', parent: 'vof' },
  { id: 'hemtjanst-norr', kind: 'unit', name: 'Hemtjänst norr', parent: 'hemtjanst' },
  { id: 'sarskilt-boende', kind: 'unit', name: 'Särskilt boende', parent: 'vof' },
  { id: 'sof', kind: 'department', name: 'Socialförvaltningen', parent: 'kommunen', prefix: 'SOF' },
  { id: 'lss', kind: 'unit', name: 'LSS och boendestöd', parent: 'sof' },
  { id: 'sbf', kind: 'department', name: 'Samhällsbyggnadsförvaltningen', parent: 'kommunen', prefix: 'SBF' },
  { id: 'gata', kind: 'unit', name: 'Gata och vinterväghållning', parent: 'sbf' },
  {
    id: 'buf',
    kind: 'department',
    name: 'Barn- och utbildningsförvaltningen',
    parent: 'kommunen',
    prefix: 'BUF',
  },
];

const HOLDERS: readonly (readonly [Role, unit: string, person: string])[] = [
  ['manager', 'hemtjanst-norr', 'chef-norr'],
  ['director', 'vof', 'direktor-vof'],
  ['director', 'sof', 'direktor-sof'],
  ['manager', 'lss', 'chef-lss'],
  ['manager', 'gata', 'chef-gata'],
  ['director', 'sbf', 'direktor-sbf'],
  ['coach', 'hemtjanst-norr', 'coach-norr'],
  ['coach', 'lss', 'coach-lss'],
  ['developmentLead', 'vof', 'utvecklingsledare-vof'],
  ['headOfDigitalisation', 'kommunen', 'digitaliseringschef'],
  ['preparationChair', 'kommunen', 'beredningsordforande'],
  ['councilChair', 'kommunen', 'kommundirektor'],
  ['objectOwner', 'vof', 'objektagare-vof'],
];

export const NAMES: Readonly<Record<string, string>> = {
  underskoterska: 'Undersköterska hemtjänst norr',
  'chef-norr': 'Enhetschef hemtjänst norr',
  'coach-norr': 'Digitaliseringscoach hemtjänst norr',
  'chef-lss': 'Enhetschef LSS',
  'coach-lss': 'Digitaliseringscoach LSS',
  'chef-gata': 'Enhetschef gata',
  'direktor-vof': 'Vård- och omsorgsdirektör',
  'direktor-sof': 'Socialdirektör',
  'direktor-sbf': 'Samhällsbyggnadschef',
  'utvecklingsledare-vof': 'Utvecklingsledare vård och omsorg',
  digitaliseringschef: 'Digitaliseringschef',
  beredningsordforande: 'Beredningsgruppens ordförande',
  kommundirektor: 'Kommundirektör',
  'objektagare-vof': 'Objektägare vård och omsorg',
  vaktmastare: 'Vaktmästare',
};

/** Persons one may be, with the unit they work in. */
export const PERSONAS: readonly { readonly id: string; readonly unit: string | null }[] = [
  { id: 'underskoterska', unit: 'hemtjanst-norr' },
  { id: 'chef-norr', unit: 'hemtjanst-norr' },
  { id: 'coach-norr', unit: 'hemtjanst-norr' },
  { id: 'chef-lss', unit: 'lss' },
  { id: 'digitaliseringschef', unit: 'klk' },
  { id: 'vaktmastare', unit: null },
];

export const ORGANISATION: Organisation = {
  ...EMPTY_ORGANISATION,
  version: 1,
  units: Object.fromEntries(UNITS.map((unit) => [unit.id, unit])),
  holders: Object.fromEntries(
    HOLDERS.map(([role, unit, person]): [string, RoleHolder] => {
      const id = `${role}-${unit}`;
      return [id, { id, role, unit, person, from: '2025-01-01', substitutes: [] }];
    }),
  ),
};
