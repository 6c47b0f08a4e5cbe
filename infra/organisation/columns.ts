/** The two sheets of the file. One source for reading, template and explanation. */

type Column = {
  readonly heading: string;
  /** Other headings for the same thing. */
  readonly alias: readonly string[];
  readonly required?: true;
  /** What to write there, for the template. */
  readonly help: string;
  readonly width: number;
  /** A drop-down in the template. */
  readonly list?: 'kind' | 'role' | 'unit';
  readonly format?: 'yyyy-mm-dd' | '0';
};

const UNIT_COLUMNS = {
  id: {
    heading: 'Id',
    alias: ['enhets-id', 'kod', 'organisations-id'],
    required: true,
    help: 'Kort beteckning som aldrig ändras, till exempel vof-hemtjanst-norr. Små bokstäver, siffror och bindestreck.',
    width: 26,
  },
  name: {
    heading: 'Namn',
    alias: ['enhet', 'benämning', 'enhetsnamn'],
    required: true,
    help: 'Vad enheten heter.',
    width: 34,
  },
  kind: {
    heading: 'Typ',
    alias: ['slag', 'nivå', 'enhetstyp'],
    required: true,
    help: 'Kommun (en enda, överst), Förvaltning, Verksamhetsområde eller Enhet.',
    width: 18,
    list: 'kind',
  },
  parent: {
    heading: 'Tillhör',
    alias: ['överordnad', 'överordnad enhet', 'ligger under'],
    help: 'Id eller namn på det enheten hör till. Tomt bara för kommunen.',
    width: 26,
    list: 'unit',
  },
  prefix: {
    heading: 'Prefix',
    alias: ['förkortning'],
    help: 'Bara för förvaltningar: två till fem stora bokstäver som ärendena numreras med, till exempel VOF.',
    width: 10,
  },
  committee: {
    heading: 'Nämnd',
    alias: ['ansvarig nämnd'],
    help: 'Bara för förvaltningar: nämnden som äger ärendena.',
    width: 28,
  },
  committeePrefix: {
    heading: 'Nämndens prefix',
    alias: ['diarieprefix', 'diariets prefix'],
    help: 'Bara för förvaltningar: bokstäverna i nämndens diarienummer, till exempel VON.',
    width: 16,
  },
  alsoCalled: {
    heading: 'Kallas även',
    alias: ['andra namn', 'vardagsnamn'],
    help: 'Det folk säger till vardags, med semikolon emellan: äldreomsorgen; omsorgen.',
    width: 36,
  },
} as const satisfies Readonly<Record<string, Column>>;

const ROLE_COLUMNS = {
  role: {
    heading: 'Roll',
    alias: ['uppdrag', 'funktion'],
    required: true,
    help: 'Välj i listan. Någon måste vara Administratör för Färdplan.',
    width: 34,
    list: 'role',
  },
  unit: {
    heading: 'Enhet',
    alias: ['enhets-id', 'för enhet', 'gäller'],
    required: true,
    help: 'Id eller namn på enheten rollen gäller för. Roller för hela kommunen: kommunen.',
    width: 26,
    list: 'unit',
  },
  person: {
    heading: 'Person',
    alias: ['e-post', 'adress', 'entra-id', 'användare', 'person e-post'],
    required: true,
    help: 'Adressen som personen loggar in med, eller personens Entra-id. Inga namn. Vakant om ingen har rollen än.',
    width: 38,
  },
  from: {
    heading: 'Från',
    alias: ['från och med', 'startdatum', 'gäller från'],
    help: 'Första dagen: 2026-01-01. Tomt är från i dag.',
    width: 12,
    format: 'yyyy-mm-dd',
  },
  to: {
    heading: 'Till',
    alias: ['till och med', 'slutdatum', 'gäller till'],
    help: 'Sista dagen. Tomt är tills vidare.',
    width: 12,
    format: 'yyyy-mm-dd',
  },
  share: {
    heading: 'Andel, procent',
    alias: ['andel', 'omfattning', 'tjänstgöringsgrad', 'procent'],
    help: 'Del av heltid i procent, till exempel 50. Får vara tomt.',
    width: 14,
    format: '0',
  },
  substitute: {
    heading: 'Ersättare',
    alias: ['vikarie', 'ställföreträdare', 'ersättare e-post'],
    help: 'Den som beslutar i stället under en tid: adress eller Entra-id. Får vara tomt.',
    width: 38,
  },
  substituteFrom: {
    heading: 'Ersättare från',
    alias: ['vikarie från'],
    help: 'Första dagen som ersättaren beslutar. Måste finnas om det finns en ersättare.',
    width: 14,
    format: 'yyyy-mm-dd',
  },
  substituteTo: {
    heading: 'Ersättare till',
    alias: ['vikarie till'],
    help: 'Sista dagen som ersättaren beslutar. Måste finnas om det finns en ersättare.',
    width: 14,
    format: 'yyyy-mm-dd',
  },
  target: {
    heading: 'Tillsätts senast',
    alias: ['vakant till', 'måldatum'],
    help: 'Bara för en vakans: dagen då någon ska ha rollen. Får vara tomt.',
    width: 14,
    format: 'yyyy-mm-dd',
  },
  reason: {
    heading: 'Orsak till vakansen',
    alias: ['orsak', 'skäl'],
    help: 'Bara för en vakans: kort och utan namn, till exempel Rekrytering pågår. Visas för alla.',
    width: 34,
  },
} as const satisfies Readonly<Record<string, Column>>;

export type UnitColumn = keyof typeof UNIT_COLUMNS;
export type RoleColumn = keyof typeof ROLE_COLUMNS;

export type SheetSpec<Key extends string> = {
  readonly name: string;
  readonly columns: Readonly<Record<Key, Column>>;
};

export const UNITS: SheetSpec<UnitColumn> = { name: 'Enheter', columns: UNIT_COLUMNS };
export const HOLDERS: SheetSpec<RoleColumn> = { name: 'Roller', columns: ROLE_COLUMNS };

export const columnsOf = <Key extends string>({
  columns,
}: SheetSpec<Key>): readonly (readonly [Key, Column])[] =>
  Object.entries(columns) as unknown as readonly (readonly [Key, Column])[];
