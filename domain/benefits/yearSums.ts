import type { BenefitInput, CostLine, TimeBenefitLine } from './benefitInput.ts';
import type { BenefitModel } from './model.ts';

/**
 * Benefits and costs in kr, summed per year: index 0 is year 1, `oneTime` (C₀) belongs to year 0.
 * `financial` is BF, `reallocation` is BR, `costs` is D.
 */
export type YearSums = {
  readonly oneTime: number;
  readonly financial: readonly number[];
  readonly reallocation: readonly number[];
  readonly costs: readonly number[];
};

const MINUTES_PER_HOUR = 60;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** T, hours per year at full use. */
export const hoursOf = (line: TimeBenefitLine): number =>
  (line.volumePerYear * line.minutesPerItem) / MINUTES_PER_HOUR;

/** V, kr per year at full use. */
export const timeValueOf = (line: TimeBenefitLine): number => hoursOf(line) * line.hourCost;

/** kr of a cost line: what is paid to others plus own staff's hours. */
export const costOf = ({ external, internal }: CostLine): number =>
  external + (internal ? internal.hours * internal.hourCost : 0);

/** Share of full use in `year` (1 = first); the last given value is repeated, values past the horizon are not used. */
export const adoptionIn = (year: number, adoption: readonly number[]): number => {
  const share = adoption[Math.min(year, adoption.length) - 1];
  if (share === undefined) throw new RangeError('adoption needs at least one value');
  return share;
};

/** Years 1..N of the model's horizon. */
export const yearsOf = (model: BenefitModel): number[] =>
  Array.from({ length: model.horizonYears }, (_, index) => index + 1);

/** Sums all lines per year: `BF_t = a_t × (Σ f V + Σ E)`, `BR_t = a_t × Σ (1 − f) V`, with a = 1 for unscaled lines. */
export function yearSums(input: BenefitInput, model: BenefitModel): YearSums {
  const years = yearsOf(model);
  const used = (line: { scalesWithAdoption: boolean }, year: number): number =>
    line.scalesWithAdoption ? adoptionIn(year, input.adoption) : 1;
  const timeTimes = (share: (line: TimeBenefitLine) => number, year: number): number =>
    sum(input.timeBenefits.map((line) => used(line, year) * share(line) * timeValueOf(line)));
  return {
    oneTime: sum(input.oneTimeCosts.map(costOf)),
    financial: years.map(
      (year) =>
        timeTimes((line) => line.shareInMoney, year) +
        sum(input.financialBenefits.map((line) => used(line, year) * line.perYear)),
    ),
    reallocation: years.map((year) => timeTimes((line) => 1 - line.shareInMoney, year)),
    costs: years.map((year) =>
      sum(input.yearlyCosts.filter((line) => year <= (line.untilYear ?? year)).map(costOf)),
    ),
  };
}
