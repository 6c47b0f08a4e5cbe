import { type BenefitInput, benefitInputOf } from './benefitInput.ts';
import { accumulated, cashFlows, type Flow, netPresentValue, payback } from './cashFlow.ts';
import type { Estimate } from './estimate.ts';
import type { BenefitModel } from './model.ts';
import { benefitCostRatio, breakEvenAdoption } from './ratios.ts';
import { inCase } from './scaling.ts';
import { adoptionIn, hoursOf, sum, timeValueOf } from './yearSums.ts';

/** One way of counting: kr per year from year 0, payback in years (null = not within the horizon), NPV in kr. */
export type BasisResult = {
  readonly flow: Flow;
  readonly accumulated: readonly number[];
  readonly payback: number | null;
  readonly npv: number;
};

export type CaseResult = { readonly total: BasisResult; readonly financial: BasisResult };

/** Codes that double as text keys. Neither stops a proposal; both say what to look at before deciding. */
export type BenefitWarning = 'break-even-above-adoption' | 'low-adoption';

/**
 * The whole result, unrounded: round for display only.
 * `valuePerYearAtFullUse` is the freed hours in kr; money beside them is `otherFinancialPerYearAtFullUse` (kr).
 * `ratio` and `breakEvenAdoption` are on the total basis; see `benefitCostRatio` and `breakEvenAdoption` for null.
 */
export type Calculation = CaseResult & {
  readonly hoursPerYearAtFullUse: number;
  readonly valuePerYearAtFullUse: number;
  readonly otherFinancialPerYearAtFullUse: number;
  readonly ratio: number | null;
  readonly breakEvenAdoption: number | null;
  readonly warnings: readonly BenefitWarning[];
  readonly cases: { readonly low: CaseResult; readonly base: CaseResult; readonly high: CaseResult };
};

const basis = (flow: Flow, model: BenefitModel): BasisResult => ({
  flow,
  accumulated: accumulated(flow),
  payback: payback(flow),
  npv: netPresentValue(flow, model.discountRate),
});

function caseResult(input: BenefitInput, model: BenefitModel): CaseResult {
  const flows = cashFlows(input, model);
  return { total: basis(flows.total, model), financial: basis(flows.financial, model) };
}

function warningsFor(
  breakEven: number | null,
  plannedAdoption: number,
  model: BenefitModel,
): BenefitWarning[] {
  const warnings: BenefitWarning[] = [];
  if (breakEven === null || breakEven > plannedAdoption) warnings.push('break-even-above-adoption');
  if (plannedAdoption < model.lowAdoptionLimit) warnings.push('low-adoption');
  return warnings;
}

/**
 * The full calculation of any number of lines. Takes input that `benefitInputSchema` has let through; never rounds and
 * never gives NaN for it.
 * Source: Inera, Metodstöd nyttokalkyl; Digg, Vägledning i nyttorealisering. Warnings: the planned adoption meant is
 * that of the horizon's last year.
 */
export function calculateBenefits(input: BenefitInput, model: BenefitModel): Calculation {
  const base = caseResult(input, model);
  const breakEven = breakEvenAdoption(input, model);
  return {
    ...base,
    hoursPerYearAtFullUse: sum(input.timeBenefits.map(hoursOf)),
    valuePerYearAtFullUse: sum(input.timeBenefits.map(timeValueOf)),
    otherFinancialPerYearAtFullUse: sum(input.financialBenefits.map((line) => line.perYear)),
    ratio: benefitCostRatio(input, model),
    breakEvenAdoption: breakEven,
    warnings: warningsFor(breakEven, adoptionIn(model.horizonYears, input.adoption), model),
    cases: {
      low: caseResult(inCase(input, 'low', model), model),
      base,
      high: caseResult(inCase(input, 'high', model), model),
    },
  };
}

/** The calculation of an employee's short estimate. Takes what `estimateSchema` has let through. */
export const calculate = (estimate: Estimate, model: BenefitModel): Calculation =>
  calculateBenefits(benefitInputOf(estimate, model), model);
