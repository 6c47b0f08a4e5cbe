import type { BenefitInput } from './benefitInput.ts';
import type { BenefitModel } from './model.ts';
import { yearSums } from './yearSums.ts';

/** Net flow in kr per year, unrounded: index 0 is the start (year 0), index N the last year of the horizon. */
export type Flow = readonly number[];

/** `total` counts freed time that is used for something else; `financial` only what shows in the accounts. */
export type CashFlows = { readonly total: Flow; readonly financial: Flow };

/** A hundredth of an öre: under this a sum that should be 0 is only the noise of binary fractions. */
export const ROUNDING_NOISE = 0.0001;

/** Net flows on both bases: `CF_0 = −C₀`, financial `CF_t = BF − D`, total `CF_t = BF + BR − D` (kr). */
export function cashFlows(input: BenefitInput, model: BenefitModel): CashFlows {
  const { oneTime, financial, reallocation, costs } = yearSums(input, model);
  const start = 0 - oneTime;
  const inMoney = financial.map((benefit, year) => benefit - (costs[year] ?? 0));
  return {
    total: [start, ...inMoney.map((net, year) => net + (reallocation[year] ?? 0))],
    financial: [start, ...inMoney],
  };
}

/** `A_t`, the sum of the flow up to and including each year (kr). */
export function accumulated(flow: Flow): number[] {
  let soFar = 0;
  return flow.map((net) => {
    soFar += net;
    return soFar;
  });
}

/**
 * Years until the case has paid for itself, counted to the last time the accumulated sum passes 0, with an even flow
 * within the year.
 * @returns years with fractions; 0 when nothing has to be paid back; null when it is not paid back within the flow.
 * Source: Inera, Metodstöd nyttokalkyl, step 8; the last crossing is chosen so that a later dip is not hidden.
 */
export function payback(flow: Flow): number | null {
  const sums = accumulated(flow);
  const isPaid = (sumOfYear: number | undefined): boolean => (sumOfYear ?? 0) >= -ROUNDING_NOISE;
  let year = sums.length - 1;
  if (!isPaid(sums[year])) return null;
  while (year > 0 && isPaid(sums[year - 1])) year -= 1;
  if (year <= 0) return 0;
  const shareOfYear = -(sums[year - 1] ?? 0) / (flow[year] ?? 0);
  return year - 1 + Math.min(1, shareOfYear);
}

/** `Σ CF_t / (1 + rate)^t` in kr. `rate` is a share per year; each flow falls at the end of its year. */
export const netPresentValue = (flow: Flow, rate: number): number =>
  flow.reduce((value, net, year) => value + net / (1 + rate) ** year, 0);
