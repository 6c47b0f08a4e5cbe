import { type BenefitInput, benefitInputOf } from '../../../domain/benefits/benefitInput.ts';
import { calculate, calculateBenefits } from '../../../domain/benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL as model } from '../../../domain/benefits/model.ts';
import { roundHalfAwayFromZero } from '../../../domain/benefits/rounding.ts';
import { SAMPLE_ESTIMATES, sampleEstimate } from './sampleEstimates.ts';

const twoDecimals = (value: number | null): number | null =>
  value === null ? null : roundHalfAwayFromZero(value, 2);
const kronor = (value: number): number => roundHalfAwayFromZero(value);

describe('the twelve sample proposals, to the krona', () => {
  it.each(SAMPLE_ESTIMATES)('$id', (row) => {
    const result = calculate(row.estimate, model);
    expect({
      hours: roundHalfAwayFromZero(result.hoursPerYearAtFullUse),
      payback: twoDecimals(result.total.payback),
      npv: kronor(result.total.npv),
      financialPayback: twoDecimals(result.financial.payback),
      financialNpv: kronor(result.financial.npv),
    }).toEqual({
      hours: row.hours,
      payback: row.payback,
      npv: row.npv,
      financialPayback: row.financialPayback,
      financialNpv: row.financialNpv,
    });
    if (row.breakEven === 'never') expect(result.breakEvenAdoption).toBeGreaterThan(1);
    else expect(twoDecimals(result.breakEvenAdoption)).toBe(row.breakEven);
  });

  it('holds all twelve', () => expect(SAMPLE_ESTIMATES).toHaveLength(12));

  it('warns only for the one that needs more use than planned', () => {
    const warned = SAMPLE_ESTIMATES.map((row) => [row.id, calculate(row.estimate, model).warnings]);
    expect(warned.filter(([, warnings]) => warnings?.length)).toEqual([
      ['P06', ['break-even-above-adoption']],
    ]);
  });
});

describe('two similar proposals as one case (P05 + P06)', () => {
  const timeOf = (id: string, hourCost: number) =>
    benefitInputOf(sampleEstimate(id), model).timeBenefits.map((line) => ({ ...line, hourCost }));
  const together: BenefitInput = {
    timeBenefits: [...timeOf('P05', 369), ...timeOf('P06', 369)],
    financialBenefits: [],
    oneTimeCosts: [{ external: 490_000 }],
    yearlyCosts: [{ external: 200_000 }],
    adoption: [0.3, 0.5, 0.6],
  };
  const result = calculateBenefits(together, model);

  it('frees the hours of both', () => expect(result.hoursPerYearAtFullUse).toBe(1_865));
  it('pays back within the horizon', () => expect(twoDecimals(result.total.payback)).toBe(3.59));
  it('is worth more than the two apart', () => {
    const apart = ['P05', 'P06'].map((id) => calculate(sampleEstimate(id), model).total.npv);
    expect(kronor(result.total.npv)).toBe(219_760);
    expect(kronor((apart[0] ?? 0) + (apart[1] ?? 0))).toBe(-477_526);
  });
});

describe('worked example: digital annual accounts (P12)', () => {
  const result = calculate(sampleEstimate('P12'), model);

  it('values the freed time', () => {
    expect(result.hoursPerYearAtFullUse).toBe(910);
    expect(result.valuePerYearAtFullUse).toBe(373_100);
    expect(result.otherFinancialPerYearAtFullUse).toBe(18_000);
  });
  it('gives the net flow of each year', () =>
    expect(result.total.flow.map((net) => roundHalfAwayFromZero(net, 6))).toEqual([
      -320_000, 80_550, 178_325, 217_435, 217_435, 217_435,
    ]));
  it('gives payback, net present value, ratio and break-even on the total basis', () => {
    expect(twoDecimals(result.total.payback)).toBe(2.28);
    expect(kronor(result.total.npv)).toBe(506_026);
    expect(roundHalfAwayFromZero(result.ratio ?? 0, 3)).toBe(1.598);
    expect(roundHalfAwayFromZero(result.breakEvenAdoption ?? 0, 3)).toBe(0.473);
  });
  it('never pays back in money alone', () => expect(result.financial.payback).toBeNull());
  it('never pays back in the low case', () => {
    expect(result.cases.low.total.payback).toBeNull();
    expect(kronor(result.cases.low.total.npv)).toBe(-69_115);
  });
  it('pays back sooner in the high case', () => {
    expect(twoDecimals(result.cases.high.total.payback)).toBe(1.71);
    expect(kronor(result.cases.high.total.npv)).toBe(793_596);
  });
  it('has the result itself as base case', () => {
    expect(result.cases.base.total).toEqual(result.total);
    expect(result.cases.base.financial).toEqual(result.financial);
  });
});
