import type { ColumnSpec, ColumnType, ListSpec } from './list.ts';

const TEXT: ColumnType = { kind: 'text' };
const NOTE: ColumnType = { kind: 'note' };
const DATE: ColumnType = { kind: 'date' };
const WHOLE: ColumnType = { kind: 'number', decimals: 'none' };
const NUMBER: ColumnType = { kind: 'number', decimals: 'automatic' };

const text = (name: string, title: string): ColumnSpec => ({ name, title, type: TEXT });
const indexed = (name: string, title: string): ColumnSpec => ({ name, title, type: TEXT, indexed: true });
const note = (name: string, title: string): ColumnSpec => ({ name, title, type: NOTE });
const day = (name: string, title: string): ColumnSpec => ({ name, title, type: DATE });
const whole = (name: string, title: string): ColumnSpec => ({ name, title, type: WHOLE });
const number = (name: string, title: string): ColumnSpec => ({ name, title, type: NUMBER });

/** What ties a row to its initiative, and shows whether somebody has changed it by hand. */
const OURS: readonly ColumnSpec[] = [
  { name: 'RowKey', title: 'Nyckel', type: TEXT, unique: true },
  indexed('Initiative', 'Ärende-id'),
  whole('LogVersion', 'Version i loggen'),
  text('RowSum', 'Kontrollsumma'),
  text('Attempt', 'Försök'),
];

const WARNING = 'Skrivs av Färdplan. Ändringar för hand skrivs över.';

export const INITIATIVE_LIST: ListSpec = {
  title: 'Initiativ',
  description: `Alla initiativ som är inskickade. ${WARNING}`,
  heading: 'Initiativ',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    indexed('Department', 'Förvaltning'),
    text('Unit', 'Enhet'),
    indexed('CaseState', 'Läge'),
    text('Track', 'Spår'),
    text('Category', 'Kategori'),
    text('ChangeType', 'Typ av förändring'),
    text('CaseStatus', 'Lägesbild'),
    text('Protection', 'Skydd'),
    note('Need', 'Behov'),
    day('SubmittedDay', 'Inskickat'),
    day('StateSince', 'I läget sedan'),
    day('DeadlineDay', 'Läget klart senast'),
    day('NextFollowUp', 'Nästa uppföljning'),
    number('ValuePerYear', 'Frigjord tid, kr per år'),
    number('NetPresentValue', 'Nettonuvärde, kr'),
    number('PaybackYears', 'Återbetalning, år'),
    whole('SimilarCases', 'Liknande ärenden'),
    ...OURS,
  ],
};

export const BENEFIT_LIST: ListSpec = {
  title: 'Nyttor',
  description: `Beräknad nytta och utfall, en rad per nytta och år. ${WARNING}`,
  heading: 'Nytta',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    text('BenefitKind', 'Slag'),
    number('HoursPerYear', 'Timmar per år'),
    number('AmountPerYear', 'Kronor per år'),
    whole('OutcomeYear', 'År efter införandet'),
    number('Outcome', 'Utfall, kr'),
    note('Source', 'Källa'),
    ...OURS,
  ],
};

export const COST_LIST: ListSpec = {
  title: 'Kostnader',
  description: `Beräknade kostnader. Visas inte förrän en upphandling är avgjord. ${WARNING}`,
  heading: 'Kostnad',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    text('CostKind', 'Slag'),
    number('Amount', 'Kronor'),
    ...OURS,
  ],
};

export const DECISION_LIST: ListSpec = {
  title: 'Beslut',
  description: `Alla beslut i ärendena, med motiv. ${WARNING}`,
  heading: 'Beslut',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    day('DecidedDay', 'Datum'),
    text('FromState', 'Från läge'),
    text('ToState', 'Till läge'),
    note('Grounds', 'Motiv'),
    ...OURS,
  ],
};

export const FOLLOW_UP_LIST: ListSpec = {
  title: 'Uppföljningar',
  description: `Uppföljningar som är gjorda. ${WARNING}`,
  heading: 'Uppföljning',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    day('FollowUpDay', 'Datum'),
    text('CaseStatus', 'Lägesbild'),
    note('Comment', 'Kommentar'),
    ...OURS,
  ],
};

export const MEASUREMENT_LIST: ListSpec = {
  title: 'Mätningar',
  description: `Mätvärden mot ärendenas mål. ${WARNING}`,
  heading: 'Mätning',
  columns: [
    indexed('CaseNumber', 'Ärendenummer'),
    day('MeasuredDay', 'Datum'),
    note('Goal', 'Mål'),
    text('MeasureUnit', 'Enhet'),
    number('Baseline', 'Utgångsläge'),
    number('Target', 'Målvärde'),
    number('Value', 'Mätvärde'),
    note('Source', 'Källa'),
    ...OURS,
  ],
};

/** Readable lists of the portfolio site, for people, Power BI and Excel. Nothing reads them back. */
export const PORTFOLIO_SITE_LISTS: readonly ListSpec[] = [
  INITIATIVE_LIST,
  BENEFIT_LIST,
  COST_LIST,
  DECISION_LIST,
  FOLLOW_UP_LIST,
  MEASUREMENT_LIST,
];
