import { type Estimate, estimateSchema } from '../../../domain/benefits/estimate.ts';

/** The estimates of the sample municipality's twelve proposals and the results worked out by hand for them. */
export type SampleEstimate = {
  readonly id: string;
  readonly estimate: Estimate;
  /** Hours per year at full use, whole hours. */
  readonly hours: number;
  /** Years with two decimals; null = not within five years. */
  readonly payback: number | null;
  /** kr. */
  readonly npv: number;
  readonly financialPayback: number | null;
  readonly financialNpv: number;
  /** a*, two decimals; `never` = above 1. */
  readonly breakEven: number | 'never';
};

type Row = [
  id: string,
  volumePerYear: number,
  minutesPerItem: number,
  hours: number,
  hourCost: number,
  shareInMoney: number,
  otherFinancialPerYear: number,
  oneTimeCost: number,
  yearlyCost: number,
  adoption: number[],
  payback: number | null,
  npv: number,
  financialPayback: number | null,
  financialNpv: number,
  breakEven: number | 'never',
];

// biome-ignore format: a table is read as a table
const ROWS: Row[] = [
  ['P01', 16_790,  20,  5_597, 345, .25, 260_000, 2_108_000,   410_000, [.60, .95, 1],   1.72, 5_093_702, null,   -907_710, .40],
  ['P02',  3_285,  18,    986, 350, .10,  25_000,   516_000,   119_000, [.60, .95, 1],   2.72,   472_068, null,   -814_435, .63],
  ['P03',    720, 840, 10_080, 345, .30,  60_000,   420_000, 1_272_000, [.40, .80, 1],   1.18, 7_228_141, null, -2_043_365, .39],
  ['P04',  9_600,  22,  3_520, 425, .20,       0,   900_000,   390_000, [.35, .70, .80], 2.14, 2_000_303, null, -1_748_808, .39],
  ['P05', 18_600,   5,  1_550, 370, 0,         0,   450_000,   180_000, [.30, .50, .60], 4.14,    80_433, null, -1_274_347, .49],
  ['P06',  3_150,   6,    315, 365, 0,         0,   280_000,   120_000, [.30, .50, .60], null,  -557_959, null,   -829_565, 'never'],
  ['P07',  1_200,  60,  1_200, 390, .30, 570_000, 1_400_000,   280_000, [.30, .60, .90], 3.57,   697_860, null,   -368_948, .56],
  ['P08',    850,  95,  1_346, 430, .15,       0,   780_000,   165_000, [.40, .65, .80], 3.69,   278_036, null, -1_263_599, .58],
  ['P09', 18_240,   6,  1_824, 445, 0,   720_000, 1_900_000,   640_000, [.90, 1, 1],     2.30, 2_034_927, null, -1_603_526, .69],
  ['P10', 11_500,   9,  1_725, 375, .40, 310_000,   240_000,   210_000, [.60, .90, 1],   0.66, 2_718_672, 1.36,  1_128_486, .27],
  ['P11',    260,  60,    260, 400, .20, 380_000,   690_000,   140_000, [.50, .80, 1],   2.99,   559_225, 3.72,    234_266, .60],
  ['P12',    780,  70,    910, 410, .20,  18_000,   320_000,   115_000, [.50, .75, .85], 2.28,   506_026, null,   -526_323, .47],
];

export const SAMPLE_ESTIMATES: SampleEstimate[] = ROWS.map(
  ([
    id,
    volumePerYear,
    minutesPerItem,
    hours,
    hourCost,
    shareInMoney,
    otherFinancialPerYear,
    oneTimeCost,
    yearlyCost,
    adoption,
    payback,
    npv,
    financialPayback,
    financialNpv,
    breakEven,
  ]) => ({
    id,
    estimate: estimateSchema.parse({
      volumePerYear,
      minutesPerItem,
      hourCost,
      shareInMoney,
      otherFinancialPerYear,
      oneTimeCost,
      yearlyCost,
      adoption,
    }),
    hours,
    payback,
    npv,
    financialPayback,
    financialNpv,
    breakEven,
  }),
);

export const sampleEstimate = (id: string): Estimate => {
  const sample = SAMPLE_ESTIMATES.find((row) => row.id === id);
  if (!sample) throw new Error(`no sample estimate ${id}`);
  return sample.estimate;
};
