import {
  type BenefitInput,
  benefitInputOf,
  benefitInputSchema,
} from '../../../domain/benefits/benefitInput.ts';
import { calculate } from '../../../domain/benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL as model } from '../../../domain/benefits/model.ts';
import { sensitivity } from '../../../domain/benefits/sensitivity.ts';
import { sampleEstimate } from './sampleEstimates.ts';

const p12: BenefitInput = benefitInputOf(sampleEstimate('P12'), model);
const barOf = (input: BenefitInput, name: string) =>
  sensitivity(input, model).find((bar) => bar.input === name);

describe('moving one input at a time by 20 %', () => {
  it('puts the largest effect first', () => {
    const effects = sensitivity(p12, model).map((bar) => bar.effect);
    expect(effects).toEqual([...effects].sort((one, other) => other - one));
    expect(sensitivity(p12, model).map((bar) => bar.input)).toEqual([
      'adoption',
      'hours',
      'hourCost',
      'yearlyCost',
      'oneTimeCost',
    ]);
  });

  it('moves the one-time cost krona for krona', () => {
    const { npv } = calculate(sampleEstimate('P12'), model).total;
    const bar = barOf(p12, 'oneTimeCost');
    expect(bar?.npvWhenLess).toBeCloseTo(npv + 64_000, 6);
    expect(bar?.npvWhenMore).toBeCloseTo(npv - 64_000, 6);
    expect(bar?.effect).toBeCloseTo(128_000, 6);
  });

  it('moves the yearly cost by its present value', () => {
    const annuity = 4.579_707_187_194_534;
    expect(barOf(p12, 'yearlyCost')?.effect).toBeCloseTo(2 * 0.2 * 115_000 * annuity, 4);
  });

  it('moves hours and pay by the value of the time, not by the postage', () => {
    const full = p12.timeBenefits.map((line) => line.volumePerYear * line.minutesPerItem * line.hourCost);
    expect(full).toEqual([373_100 * 60]);
    const used = [0.5, 0.75, 0.85, 0.85, 0.85].reduce((sum, a, t) => sum + a / 1.03 ** (t + 1), 0);
    expect(barOf(p12, 'hours')?.effect).toBeCloseTo(0.4 * 373_100 * used, 4);
    expect(barOf(p12, 'hourCost')?.effect).toBeCloseTo(0.4 * 373_100 * used, 4);
  });

  it('moves the price of own staff on both sides', () => {
    const input = benefitInputSchema.parse({
      timeBenefits: [{ volumePerYear: 60, minutesPerItem: 60, hourCost: 100 }],
      oneTimeCosts: [{ internal: { hours: 10, hourCost: 100 } }],
    });
    const noInterest = { ...model, discountRate: 0 };
    const bar = sensitivity(input, noInterest).find(({ input: name }) => name === 'hourCost');
    expect(bar?.npvWhenMore).toBeCloseTo(1.2 * (5 * 6_000 - 1_000), 6);
  });

  it('never lets more than everybody use it', () => {
    const everybody = { ...p12, adoption: [1] };
    const bar = barOf(everybody, 'adoption');
    const unchanged = barOf(everybody, 'hours');
    expect(bar?.npvWhenMore).toBeCloseTo(
      ((unchanged?.npvWhenLess ?? 0) + (unchanged?.npvWhenMore ?? 0)) / 2,
      4,
    );
    expect(bar?.npvWhenLess).toBeLessThan(bar?.npvWhenMore ?? 0);
  });
});
