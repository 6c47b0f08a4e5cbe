import type { BenefitInput } from './benefitInput.ts';
import { cashFlows, netPresentValue } from './cashFlow.ts';
import type { BenefitModel } from './model.ts';
import { type InputFactors, UNCHANGED, withFactors } from './scaling.ts';

/** One bar of the tornado: net present value (kr, total basis) with one input moved down and up, all else as given. */
export type SensitivityBar = {
  readonly input: keyof InputFactors;
  readonly npvWhenLess: number;
  readonly npvWhenMore: number;
  /** kr between the two: the length of the bar. */
  readonly effect: number;
};

const INPUTS = Object.keys(UNCHANGED) as (keyof InputFactors)[];

/**
 * Moves one input at a time by the model's `sensitivityStep` (20 %) down and up.
 * @returns the five bars, the input with the largest effect first; equal effects keep the order of `InputFactors`.
 */
export function sensitivity(input: BenefitInput, model: BenefitModel): SensitivityBar[] {
  const npvWith = (moved: keyof InputFactors, factor: number): number =>
    netPresentValue(
      cashFlows(withFactors(input, { ...UNCHANGED, [moved]: factor }), model).total,
      model.discountRate,
    );
  return INPUTS.map((moved) => {
    const npvWhenLess = npvWith(moved, 1 - model.sensitivityStep);
    const npvWhenMore = npvWith(moved, 1 + model.sensitivityStep);
    return { input: moved, npvWhenLess, npvWhenMore, effect: Math.abs(npvWhenMore - npvWhenLess) };
  }).sort((one, other) => other.effect - one.effect);
}
