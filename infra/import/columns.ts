/** What a column is read as; `lists` are drop-downs in the template. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'amount'
  | 'day'
  | 'yesOrNo'
  | 'address'
  | 'unit'
  | 'state'
  | 'status'
  | 'changeType'
  | 'category'
  | 'groups';

type Column = {
  readonly heading: string;
  /** Other headings that municipalities use for the same thing. */
  readonly alias: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: true;
  /** What to write there, for the template. */
  readonly help: string;
  readonly example: string | number | Date;
};

/** How the title of the template's example begins; such a row is never read. */
export const EXAMPLE = 'Exempel:';

/** The columns of the import, in the order of the template. One source for reading, template and explanation. */
export const COLUMNS = {
  title: {
    heading: 'Rubrik',
    alias: ['titel', 'namn', 'projekt', 'projektnamn', 'benämning', 'initiativ', 'aktivitet'],
    kind: 'text',
    required: true,
    help: 'Vad ärendet heter. Högst 120 tecken.',
    example: `${EXAMPLE} Digitala lås i hemtjänsten`,
  },
  problem: {
    heading: 'Problem',
    alias: ['behov', 'beskrivning', 'problembeskrivning', 'bakgrund', 'syfte'],
    kind: 'text',
    required: true,
    help: 'Vad som krånglar och för vem. Aldrig namn eller personnummer på brukare, elever eller klienter.',
    example: 'Personalen hämtar och lämnar nycklar varje pass. Det tar tid och nycklar kommer bort.',
  },
  solution: {
    heading: 'Lösning',
    alias: ['lösningsförslag', 'förslag', 'åtgärd'],
    kind: 'text',
    help: 'Vad ni har tänkt göra, om det är bestämt.',
    example: 'Lås som öppnas med mobilen.',
  },
  effect: {
    heading: 'Önskad effekt',
    alias: ['effekt', 'mål', 'effektmål', 'förväntad effekt'],
    kind: 'text',
    help: 'Hur ni märker att det har blivit bättre. Högst 500 tecken.',
    example: 'Ingen behöver hämta nycklar.',
  },
  unit: {
    heading: 'Enhet',
    alias: ['avdelning', 'förvaltning', 'verksamhet', 'organisation', 'förvaltning/enhet'],
    kind: 'unit',
    required: true,
    help: 'Enheten som äger behovet, skriven som i organisationen. Enhetens chef blir ärendets chef.',
    example: '',
  },
  changeType: {
    heading: 'Typ',
    alias: ['typ av förändring', 'typ av initiativ', 'projekttyp', 'ärendetyp'],
    kind: 'changeType',
    required: true,
    help: 'Välj i listan. Typen avgör vilken väg ärendet går.',
    example: 'Skaffa något nytt',
  },
  state: {
    heading: 'Läge',
    alias: ['fas', 'skede', 'projektfas', 'steg'],
    kind: 'state',
    required: true,
    help: 'Var ärendet är nu. Välj i listan. Pausade ärenden läses in i läget före pausen.',
    example: 'Genomförande',
  },
  status: {
    heading: 'Status',
    alias: ['statusfärg', 'färg', 'trafikljus', 'rag'],
    kind: 'status',
    help: 'Grönt, Gult eller Rött, om ni följer upp så.',
    example: 'Grönt',
  },
  statusText: {
    heading: 'Lägesbeskrivning',
    alias: ['statuskommentar', 'kommentar', 'lägesrapport', 'nuläge'],
    kind: 'text',
    help: 'Några ord om hur det går.',
    example: 'Montering pågår i två områden.',
  },
  startedOn: {
    heading: 'Startdatum',
    alias: ['start', 'startad', 'startat', 'påbörjad', 'påbörjat'],
    kind: 'day',
    help: 'När arbetet startade: 2025-03-01.',
    example: new Date(Date.UTC(2025, 2, 1)),
  },
  liveOn: {
    heading: 'Driftstart',
    alias: ['driftdatum', 'driftsatt', 'i drift sedan', 'i drift från'],
    kind: 'day',
    help: 'När det nya togs i bruk. Nyttan följs upp från den dagen.',
    example: '',
  },
  oneTimeCost: {
    heading: 'Engångskostnad, kr',
    alias: ['engångskostnad', 'investering', 'projektkostnad', 'budget', 'kostnad'],
    kind: 'amount',
    help: 'Kostnad en gång, egen tid inräknad. Exempel: 450 000, 450 tkr eller 0,45 mnkr.',
    example: 450_000,
  },
  yearlyCost: {
    heading: 'Årlig kostnad, kr',
    alias: ['årlig kostnad', 'årskostnad', 'driftkostnad', 'löpande kostnad'],
    kind: 'amount',
    help: 'Kostnad per år när det är i drift.',
    example: 120_000,
  },
  volume: {
    heading: 'Antal per år',
    alias: ['volym', 'volym per år', 'antal tillfällen'],
    kind: 'number',
    help: 'Hur många gånger per år det som ska bli bättre görs.',
    example: 16_790,
  },
  minutes: {
    heading: 'Minuter per gång',
    alias: ['minuter', 'sparade minuter', 'tid per tillfälle'],
    kind: 'number',
    help: 'Hur många minuter som sparas varje gång.',
    example: 20,
  },
  hours: {
    heading: 'Sparade timmar per år',
    alias: ['timmar', 'timmar per år', 'tidsbesparing', 'frigjord tid'],
    kind: 'number',
    help: 'Om antal och minuter inte är kända: hur många timmar som sparas per år.',
    example: '',
  },
  moneyPerYear: {
    heading: 'Ekonomisk nytta, kr per år',
    alias: ['ekonomisk nytta', 'nytta', 'årlig nytta', 'besparing', 'nytta kr per år'],
    kind: 'amount',
    help: 'Pengar som sparas per år utöver tiden: licenser, porto, vikarier.',
    example: '',
  },
  category: {
    heading: 'Kategori',
    alias: ['område', 'ämne', 'ämnesområde'],
    kind: 'category',
    help: 'Välj i listan. Tomt blir Annat.',
    example: 'Digitala lås',
  },
  groups: {
    heading: 'Berörda',
    alias: ['målgrupp', 'målgrupper', 'berörda grupper'],
    kind: 'groups',
    help: 'Vilka det gäller, med semikolon emellan. Tomt blir Medarbetare.',
    example: 'Medarbetare; Brukare och klienter',
  },
  system: {
    heading: 'It-system',
    alias: ['it-stöd', 'system'],
    kind: 'yesOrNo',
    help: 'Ja eller Nej: behövs ett it-system eller en app?',
    example: 'Ja',
  },
  personalData: {
    heading: 'Personuppgifter',
    alias: ['nya personuppgifter'],
    kind: 'yesOrNo',
    help: 'Ja eller Nej: behandlas personuppgifter på ett nytt sätt?',
    example: 'Ja',
  },
  automation: {
    heading: 'Automatisering',
    alias: ['automatiserade beslut'],
    kind: 'yesOrNo',
    help: 'Ja eller Nej: gör ett program det en människa gör i dag?',
    example: 'Nej',
  },
  acquisition: {
    heading: 'Inköp',
    alias: ['upphandling behövs', 'köp'],
    kind: 'yesOrNo',
    help: 'Ja eller Nej: behöver något köpas in?',
    example: 'Ja',
  },
  severalUnits: {
    heading: 'Flera enheter',
    alias: ['fler enheter', 'kommungemensamt'],
    kind: 'yesOrNo',
    help: 'Ja eller Nej: berörs fler enheter än en?',
    example: 'Nej',
  },
  proposer: {
    heading: 'Kontakt (e-post)',
    alias: ['kontakt', 'kontaktperson', 'förslagsställare', 'ansvarig', 'e-post'],
    kind: 'address',
    help: 'Den som svarar på frågor om behovet: adressen personen loggar in med. Tomt blir du som läser in.',
    example: '',
  },
  projectManager: {
    heading: 'Projektledare (e-post)',
    alias: ['projektledare', 'pl'],
    kind: 'address',
    help: 'Adressen personen loggar in med.',
    example: '',
  },
  reference: {
    heading: 'Ärendebeteckning',
    alias: ['diarienummer', 'dnr', 'ärendenummer', 'projektnummer', 'externt id', 'ärende-id'],
    kind: 'text',
    help: 'Vad ärendet heter i diariet eller i ett annat system. Högst 100 tecken.',
    example: 'VON 2025/123',
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnKey = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly ColumnKey[];
export const columnOf = (key: ColumnKey): Column => COLUMNS[key];

/** Columns that many have and that follow from something else here; said, not read. */
export const FOLLOWS: Readonly<Record<string, string>> = {
  chef: 'chefen följer av enheten',
  enhetschef: 'chefen följer av enheten',
  coach: 'coachen följer av enheten',
  förvaltningschef: 'chefen följer av enheten',
};
