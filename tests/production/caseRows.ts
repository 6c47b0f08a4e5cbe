import type { Figures, Measured } from './story.ts';

/** What the readable lists should hold of the story's only case, counted by hand and written in the municipality's words. */
export type CaseRows = Readonly<Record<string, readonly object[]>>;

export const FIGURES: Figures = {
  volumePerYear: 1_200,
  minutesPerItem: 15,
  oneTimeCost: 20_000,
  yearlyCost: 4_000,
};
/** 1,200 times a quarter of an hour. */
const HOURS = 300;
/** At 450 kr an hour. */
const VALUE = 135_000;
/** 131,000 kr a year for five years at 3 %, less 20,000. */
const NET_PRESENT_VALUE = 579_941.64;
/** 20,000 of 131,000. */
const PAYBACK = 0.15;

export const GOAL = {
  id: 'minutes',
  kind: 'effect',
  text: 'Mindre tid på nycklar',
  measure: 'Minuter per pass',
  unit: 'minuter',
  baseline: 20,
  target: 2,
  due: '2099-01-31',
};
export const MEASURED: Measured = { goal: GOAL.id, value: 14, source: 'Tidmätning en vecka' };

const YELLOW = 'Gult: risk att det inte går som planerat';
const GREEN = 'Grönt: går som planerat';
/** The program's own clock says which. */
const SOME_DAY = expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/);

/** The lists after each step of the story. */
export function rowsAfter(number: string, name: string) {
  const CaseNumber = number;
  const titled = expect.stringMatching(new RegExp(`^${number} \\d{4}-\\d\\d-\\d\\d$`));
  const initiative = {
    Title: `Smartare (${name})`,
    CaseNumber,
    Department: 'Vård- och omsorgsförvaltningen',
    Unit: 'Hemtjänst norr',
    Protection: 'Öppet',
    SubmittedDay: SOME_DAY,
    StateSince: SOME_DAY,
    Track: 'Förbättring i vardagen',
    Category: 'Nytt arbetssätt',
    ChangeType: 'Förbättra hur vi arbetar',
    Need: `Varje dag letar vi länge efter nycklar och blanketter (${name}).`,
    ValuePerYear: VALUE,
    NetPresentValue: NET_PRESENT_VALUE,
    PaybackYears: PAYBACK,
    SimilarCases: 0,
  };
  const decided = { CaseNumber, DecidedDay: SOME_DAY };
  const sentIn = { ...decided, Title: 'Inskickat', FromState: 'Utkast', ToState: 'Chefsprövning' };
  const reported = (CaseStatus: string, Comment: string) => ({
    ...{ Title: titled, CaseNumber, FollowUpDay: SOME_DAY },
    ...{ CaseStatus, Comment },
  });
  const cost = (CostKind: string, Amount: number) => ({
    ...{ Title: `${number} ${CostKind}`, CaseNumber },
    ...{ CostKind, Amount },
  });

  const proposed: CaseRows = {
    Initiativ: [{ ...initiative, CaseState: 'Chefsprövning', DeadlineDay: SOME_DAY }],
    Nyttor: [
      {
        Title: `${number} Frigjord tid`,
        CaseNumber,
        BenefitKind: 'Frigjord tid',
        HoursPerYear: HOURS,
        AmountPerYear: VALUE,
      },
    ],
    Kostnader: [cost('Engångskostnad', FIGURES.oneTimeCost), cost('Kostnad per år', FIGURES.yearlyCost)],
    Beslut: [sentIn],
    Uppföljningar: [],
    Mätningar: [],
  };
  const underWay = { ...initiative, CaseState: 'Genomförande', NextFollowUp: SOME_DAY };
  const approved: CaseRows = {
    ...proposed,
    Initiativ: [underWay],
    Beslut: [
      sentIn,
      {
        ...decided,
        Title: 'Godkänt av chefen',
        FromState: 'Chefsprövning',
        ToState: 'Genomförande',
        Grounds: 'Vi prövar det.',
      },
    ],
  };
  const late = reported(YELLOW, 'Etiketterna är försenade.');
  const followedUp: CaseRows = {
    ...approved,
    Initiativ: [{ ...underWay, CaseStatus: YELLOW }],
    Uppföljningar: [late],
    Mätningar: [
      {
        ...{ Title: titled, CaseNumber, MeasuredDay: SOME_DAY },
        ...{ Goal: GOAL.text, MeasureUnit: GOAL.unit, Baseline: GOAL.baseline, Target: GOAL.target },
        ...{ Value: MEASURED.value, Source: MEASURED.source },
      },
    ],
  };
  const followedUpAgain: CaseRows = {
    ...followedUp,
    Initiativ: [{ ...underWay, CaseStatus: GREEN }],
    Uppföljningar: [late, reported(GREEN, 'Nu sitter etiketterna där.')],
  };
  return { proposed, approved, followedUp, followedUpAgain };
}
