import { calculate } from '../../../domain/benefits/calculate.ts';
import type { Estimate } from '../../../domain/benefits/estimate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../../domain/benefits/model.ts';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type {
  Goal,
  ManagerEvidence,
  Measurement,
  Recommendation,
  SimilarAnswer,
} from '../../../domain/initiatives/events.ts';
import type { Status } from '../../../domain/initiatives/followUps.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { type Alias, idOf } from './people.ts';
import { SAMPLE_KEYS, type SampleKey, type SampleOrder } from './proposal.ts';

/** The orders of the sample's scripts, short enough that a script reads as a story. */

type Approval = {
  readonly hours: number;
  readonly funding: ManagerEvidence['fundingIdea'];
  readonly note: string;
  readonly answers?: Partial<Record<SampleKey, Pick<SimilarAnswer, 'answer' | 'reason'>>>;
};

/** G2. Every hit the search gave is answered: the planned ones as planned, any other as standing alone. */
export const approve =
  ({ hours, funding, note, answers = {} }: Approval): SampleOrder =>
  (initiative) => ({
    type: 'ApproveAsManager',
    evidence: {
      needIsReal: true,
      fitsGoals: true,
      preparationHours: hours,
      fundingIdea: funding,
      similarAnswers: hitsOf(initiative).map((id) => ({ id, ...(answers[keyOf(id)] ?? STANDS_ALONE) })),
    },
    note,
  });

const STANDS_ALONE = {
  answer: 'separate',
  reason: 'Behovet och målgruppen är andra. Vi håller kontakt mellan ärendena.',
} as const;

const hitsOf = (initiative: Initiative): string[] => initiative.similar?.map(({ id }) => id) ?? [];

/** Operation of the draft; the stream is named after it. */
export const sampleOperation = (key: SampleKey): string => `sample-${key.toLowerCase()}`;

/** Stream name of a sample initiative; the same in every installation. */
export const sampleStream = (key: SampleKey): string => `I-SAMPLE-${key}`;

const keyOf = (stream: string): SampleKey => SAMPLE_KEYS.find((key) => sampleStream(key) === stream) ?? 'P01';

export const assignCoach = (coach: Alias): InitiativeOrder => ({ type: 'AssignCoach', coach: idOf(coach) });

/** K, R, T. */
export const classify = (c: number, i: number, a: number): InitiativeOrder => ({
  type: 'Classify',
  classification: { c, i, a },
});

export const effectGoal = (goal: Omit<Goal, 'kind'>): InitiativeOrder => ({
  type: 'SetGoal',
  goal: { ...goal, kind: 'effect' },
});

export const projectGoal = (goal: Omit<Goal, 'kind'>): InitiativeOrder => ({
  type: 'SetGoal',
  goal: { ...goal, kind: 'project' },
});

export const followUp = (status: Status, text: string, measurement?: Measurement): InitiativeOrder => ({
  type: 'FollowUp',
  status,
  text,
  ...(measurement && { measurement }),
});

export const completePreparation = (note: string): InitiativeOrder => ({ type: 'CompletePreparation', note });

export const recommend = (recommendation: Recommendation, reason: string): InitiativeOrder => ({
  type: 'Recommend',
  recommendation,
  reason,
});

type CouncilDecision = {
  readonly reason: string;
  readonly conditions?: string;
  readonly registryNumber?: string;
};

export const approveInCouncil = (decision: CouncilDecision): InitiativeOrder => ({
  type: 'ApproveInCouncil',
  ...decision,
});

export const start = (next: 'PROCUREMENT' | 'EXECUTION', manager: Alias, note: string): InitiativeOrder => ({
  type: 'Start',
  next,
  projectManager: idOf(manager),
  note,
});

export const recordContract = (note: string): InitiativeOrder => ({ type: 'RecordContract', note });
export const goLive = (note: string): InitiativeOrder => ({ type: 'GoLive', note });
export const handOver = (text: string, advice: string): InitiativeOrder => ({
  type: 'HandOver',
  lesson: { text, advice },
});
export const learn = (text: string, advice: string): InitiativeOrder => ({
  type: 'LearnLesson',
  lesson: { text, advice },
});

/** kr of benefit that the calculation expects in a year since go-live, on the total basis. */
const expectedBenefit = (estimate: Estimate, year: number): number =>
  (calculate(estimate, DEFAULT_BENEFIT_MODEL).total.flow[year] ?? 0) + estimate.yearlyCost;

/** The outcome of a year as a share of what was expected, in whole kronor. */
export const outcomeOf =
  (year: number, share: number, source: string): SampleOrder =>
  ({ content }) => {
    if (!content.estimate) throw new Error('no estimate to compare the outcome with');
    const expected = expectedBenefit(content.estimate, year);
    return { type: 'ReportOutcome', year, amount: Math.round(expected * share), expected, source };
  };
