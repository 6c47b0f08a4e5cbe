import type { Unit, UnitId } from '../../../../domain/organisation/organisation.ts';

/** The parts of Ekhamra kommun: committees with their departments, areas and units. Invented; no municipality is meant. */

export const MUNICIPALITY: UnitId = 'ekhamra';

type Branch = { readonly unit: Omit<Unit, 'parent'>; readonly below: readonly Branch[] };

const unit = (id: UnitId, name: string, ...alsoCalled: string[]): Branch => ({
  unit: { id, kind: 'unit', name, ...(alsoCalled.length > 0 && { alsoCalled }) },
  below: [],
});

const area = (id: UnitId, name: string, below: readonly Branch[], ...alsoCalled: string[]): Branch => ({
  unit: { id, kind: 'area', name, ...(alsoCalled.length > 0 && { alsoCalled }) },
  below,
});

type Department = {
  readonly id: UnitId;
  readonly prefix: string;
  readonly name: string;
  readonly committee: readonly [name: string, prefix: string];
  readonly alsoCalled: readonly string[];
};

const department = (
  { committee: [name, prefix], ...rest }: Department,
  below: readonly Branch[],
): Branch => ({
  unit: { ...rest, kind: 'department', committee: { name, prefix } },
  below,
});

const KLK = department(
  {
    id: 'klk',
    prefix: 'KLK',
    name: 'Kommunledningskontoret',
    committee: ['Kommunstyrelsen', 'KS'],
    alsoCalled: ['kommunledningen', 'kommunstyrelsens förvaltning'],
  },
  [
    unit('klk-kontaktcenter', 'Kontaktcenter', 'växeln'),
    area('klk-digitalisering', 'Digitaliseringsavdelningen', [unit('klk-it', 'It-enheten', 'it')]),
    unit('klk-kansli', 'Kansli och arkiv', 'arkivet', 'kommunkansliet'),
    unit('klk-ekonomi', 'Ekonomi och upphandling', 'ekonomi', 'upphandling'),
  ],
);

const VOF = department(
  {
    id: 'vof',
    prefix: 'VOF',
    name: 'Vård- och omsorgsförvaltningen',
    committee: ['Vård- och omsorgsnämnden', 'VON'],
    alsoCalled: ['vård och omsorg', 'äldreomsorgen', 'omsorgen'],
  },
  [
    area('vof-ordinart-boende', 'Ordinärt boende', [
      unit('vof-hemtjanst-norr', 'Hemtjänst norr', 'hemtjänsten i norr', 'hemtjänsten norr'),
      unit('vof-hemtjanst-soder', 'Hemtjänst söder', 'hemtjänsten i söder', 'hemtjänsten söder'),
      unit('vof-hemsjukvard', 'Hemsjukvården', 'hemsjukvård'),
    ]),
    area(
      'vof-sarskilt-boende',
      'Särskilt boende',
      [unit('vof-ekbacken', 'Ekbackens särskilda boende', 'Ekbacken')],
      'äldreboendena',
    ),
    unit('vof-bistand', 'Biståndsenheten'),
  ],
);

const SOF = department(
  {
    id: 'sof',
    prefix: 'SOF',
    name: 'Socialförvaltningen',
    committee: ['Socialnämnden', 'SN'],
    alsoCalled: ['socialtjänsten', 'soc'],
  },
  [
    area('sof-individ-familj', 'Individ och familj', [
      unit('sof-ekonomiskt-bistand', 'Ekonomiskt bistånd', 'försörjningsstöd'),
      unit('sof-barn-familj', 'Barn och familj'),
    ]),
    area(
      'sof-lss',
      'LSS och boendestöd',
      [
        unit('sof-boendestod', 'Boendestöd'),
        unit('sof-gruppbostader', 'Gruppbostäder LSS', 'gruppbostäderna'),
      ],
      'LSS',
    ),
  ],
);

const BUF = department(
  {
    id: 'buf',
    prefix: 'BUF',
    name: 'Barn- och utbildningsförvaltningen',
    committee: ['Barn- och utbildningsnämnden', 'BUN'],
    alsoCalled: ['barn och utbildning', 'skolförvaltningen', 'skolan'],
  },
  [
    area(
      'buf-grundskola',
      'Grundskola',
      [unit('buf-ekskolan', 'Ekskolan'), unit('buf-sjoskolan', 'Sjöskolan')],
      'grundskolan',
    ),
    area(
      'buf-forskola',
      'Förskola',
      [unit('buf-forskolor-ost', 'Förskolor öst'), unit('buf-forskolor-vast', 'Förskolor väst')],
      'förskolan',
    ),
  ],
);

const SBF = department(
  {
    id: 'sbf',
    prefix: 'SBF',
    name: 'Samhällsbyggnadsförvaltningen',
    committee: ['Samhällsbyggnadsnämnden', 'SBN'],
    alsoCalled: ['samhällsbyggnad', 'tekniska'],
  },
  [
    unit('sbf-bygglov', 'Bygglov', 'bygglovsenheten'),
    unit('sbf-drift', 'Drift', 'gata och park', 'driftenheten'),
    unit('sbf-kart', 'Kart och gis', 'kartenheten'),
    unit('sbf-fastighet', 'Fastighet', 'fastighetsenheten'),
  ],
);

const KFF = department(
  {
    id: 'kff',
    prefix: 'KFF',
    name: 'Kultur- och fritidsförvaltningen',
    committee: ['Kultur- och fritidsnämnden', 'KFN'],
    alsoCalled: ['kultur och fritid'],
  },
  [
    unit('kff-bibliotek', 'Biblioteken', 'biblioteket'),
    unit('kff-lokalbokning', 'Lokalbokning och idrott', 'lokalbokningen', 'idrotten'),
    unit('kff-kulturskola', 'Kulturskolan'),
    unit('kff-ung-fritid', 'Ung fritid', 'fritidsgårdarna'),
  ],
);

const OFK = department(
  {
    id: 'ofk',
    prefix: 'ÖFK',
    name: 'Överförmyndarkansliet',
    committee: ['Överförmyndarnämnden', 'ÖFN'],
    alsoCalled: ['överförmyndaren'],
  },
  [unit('ofk-kansliet', 'Tillsyn och granskning')],
);

const EKHAMRA: Branch = {
  unit: { id: MUNICIPALITY, kind: 'municipality', name: 'Ekhamra kommun', alsoCalled: ['kommunen'] },
  below: [KLK, VOF, SOF, BUF, SBF, KFF, OFK],
};

const flatten = ({ unit: own, below }: Branch, parent?: UnitId): Unit[] => [
  { ...own, ...(parent !== undefined && { parent }) },
  ...below.flatMap((branch) => flatten(branch, own.id)),
];

/** Every unit after the one it belongs to. */
export const UNITS: readonly Unit[] = flatten(EKHAMRA);
