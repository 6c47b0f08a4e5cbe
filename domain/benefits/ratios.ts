import type { BenefitInput } from './benefitInput.ts';
import { netPresentValue, ROUNDING_NOISE } from './cashFlow.ts';
import type { BenefitModel } from './model.ts';
import { sum, timeValueOf, yearSums, yearsOf } from './yearSums.ts';

/** Present value in kr of sums that fall in years 1, 2, 3 … */
const presentValue = (yearly: readonly number[], rate: number): number =>
  netPresentValue([0, ...yearly], rate);

/**
 * Present value of all benefits for each krona of cost, total basis.
 * @returns a ratio without unit (1 = breaks even), null when nothing costs anything.
 */
export function benefitCostRatio(input: BenefitInput, model: BenefitModel): number | null {
  const { oneTime, financial, reallocation, costs } = yearSums(input, model);
  const rate = model.discountRate;
  const cost = oneTime + presentValue(costs, rate);
  if (cost <= ROUNDING_NOISE) return null;
  return (presentValue(financial, rate) + presentValue(reallocation, rate)) / cost;
}

/**
 * `a*`, the adoption (the same every year) at which the net present value on the total basis is 0.
 * Lines that do not scale with adoption pay their part of the costs first.
 * @returns a share; above 1 means never; 0 when no use at all is needed; null when no benefit depends on adoption.
 */
export function breakEvenAdoption(input: BenefitInput, model: BenefitModel): number | null {
  const rate = model.discountRate;
  const { oneTime, costs } = yearSums(input, model);
  const scaling = <Line extends { scalesWithAdoption: boolean }>(
    lines: readonly Line[],
    scales: boolean,
  ): Line[] => lines.filter((line) => line.scalesWithAdoption === scales);
  const perYear = (scales: boolean): number =>
    sum(scaling(input.timeBenefits, scales).map(timeValueOf)) +
    sum(scaling(input.financialBenefits, scales).map((line) => line.perYear));
  const annuity = sum(yearsOf(model).map((year) => (1 + rate) ** -year));
  const needed = oneTime + presentValue(costs, rate) - perYear(false) * annuity;
  if (needed <= ROUNDING_NOISE) return 0;
  const atFullUse = perYear(true) * annuity;
  return atFullUse <= ROUNDING_NOISE ? null : needed / atFullUse;
}
