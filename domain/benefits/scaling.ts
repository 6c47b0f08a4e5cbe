import type { BenefitInput, CostLine } from './benefitInput.ts';
import type { BenefitModel } from './model.ts';

/** Factors on the inputs of a calculation; 1 leaves an input as it is. */
export type InputFactors = {
  readonly hours: number;
  readonly hourCost: number;
  readonly adoption: number;
  readonly oneTimeCost: number;
  readonly yearlyCost: number;
};

export const UNCHANGED: InputFactors = { hours: 1, hourCost: 1, adoption: 1, oneTimeCost: 1, yearlyCost: 1 };

const costTimes = <Line extends CostLine>(line: Line, amount: number, hourCost: number): Line => ({
  ...line,
  external: line.external * amount,
  internal: line.internal && {
    hours: line.internal.hours * amount,
    hourCost: line.internal.hourCost * hourCost,
  },
});

/**
 * The same calculation with its inputs multiplied. `hourCost` moves own staff's hours on both sides, as one pay does.
 * Adoption never passes 1: nobody can use a service more than always.
 */
export const withFactors = (input: BenefitInput, factors: InputFactors): BenefitInput => ({
  ...input,
  timeBenefits: input.timeBenefits.map((line) => ({
    ...line,
    volumePerYear: line.volumePerYear * factors.hours,
    hourCost: line.hourCost * factors.hourCost,
  })),
  oneTimeCosts: input.oneTimeCosts.map((line) => costTimes(line, factors.oneTimeCost, factors.hourCost)),
  yearlyCosts: input.yearlyCosts.map((line) => costTimes(line, factors.yearlyCost, factors.hourCost)),
  adoption: input.adoption.map((share) => Math.min(1, share * factors.adoption)),
});

/** The calculation in its low or high case: a line's own factor where it has one, else the model's. */
export function inCase(input: BenefitInput, which: 'low' | 'high', model: BenefitModel): BenefitInput {
  const { benefits, costs } = model.cases[which];
  const cost = <Line extends CostLine>(line: Line): Line =>
    costTimes(line, line.caseFactors?.[which] ?? costs, 1);
  return {
    ...input,
    timeBenefits: input.timeBenefits.map((line) => ({
      ...line,
      volumePerYear: line.volumePerYear * (line.caseFactors?.[which] ?? benefits),
    })),
    financialBenefits: input.financialBenefits.map((line) => ({
      ...line,
      perYear: line.perYear * (line.caseFactors?.[which] ?? benefits),
    })),
    oneTimeCosts: input.oneTimeCosts.map(cost),
    yearlyCosts: input.yearlyCosts.map(cost),
  };
}
