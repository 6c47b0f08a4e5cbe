import fc from 'fast-check';
import { benefitInputOf } from '../../../domain/benefits/benefitInput.ts';
import { calculate, calculateBenefits } from '../../../domain/benefits/calculate.ts';
import { accumulated, netPresentValue, payback } from '../../../domain/benefits/cashFlow.ts';
import { type Estimate, estimateSchema } from '../../../domain/benefits/estimate.ts';
import { DEFAULT_BENEFIT_MODEL as model } from '../../../domain/benefits/model.ts';
import { sensitivity } from '../../../domain/benefits/sensitivity.ts';

/** The same cases in every run: a red test can be run again. */
const SETTINGS = { seed: 20_260_302, numRuns: 200 };
const holds = <Given extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> },
  check: (...given: Given) => void,
) =>
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (given) => check(...(given as Given))),
    SETTINGS,
  );

const kronor = fc.integer({ min: -10_000_000, max: 10_000_000 });
const flow = fc.array(kronor, { minLength: 6, maxLength: 6 });
const rate = fc.double({ min: 0, max: 0.25, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true });

const estimate: fc.Arbitrary<Estimate> = fc
  .record(
    {
      volumePerYear: upTo(1e6),
      minutesPerItem: upTo(10_000),
      hourCost: upTo(2_000),
      shareInMoney: share,
      otherFinancialPerYear: upTo(1e7),
      oneTimeCost: upTo(1e7),
      yearlyCost: upTo(1e7),
      adoption: fc.array(share, { minLength: 1, maxLength: 10 }),
    },
    { requiredKeys: ['volumePerYear', 'minutesPerItem'] },
  )
  .map((given) => estimateSchema.parse(given));

const extreme: fc.Arbitrary<Estimate> = fc
  .record({
    volumePerYear: fc.constantFrom(0, 5e-324, 1, 1e9),
    minutesPerItem: fc.constantFrom(0, 5e-324, 1, 525_600),
    hourCost: fc.constantFrom(0, 5e-324, 100_000),
    shareInMoney: fc.constantFrom(0, 5e-324, 1),
    otherFinancialPerYear: fc.constantFrom(0, 5e-324, 1e9),
    oneTimeCost: fc.constantFrom(0, 5e-324, 1e9),
    yearlyCost: fc.constantFrom(0, 5e-324, 1e9),
    adoption: fc.array(fc.constantFrom(0, 5e-324, 1), { minLength: 1, maxLength: 10 }),
  })
  .map((given) => estimateSchema.parse(given));

/** Every number anywhere in a result. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
};

/** Equal to a hundredth of an öre, or as far as binary fractions can tell beside amounts of `scale` kr. */
const expectSame = (one: number, other: number, scale: number) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(Math.max(0.0001, 1e-9 * scale));
const scaleOf = (...flows: (readonly number[])[]): number =>
  flows.flat().reduce((sum, net) => sum + Math.abs(net), 0);
/** "Not within the horizon" is later than every year. */
const years = (value: number | null): number => value ?? Number.POSITIVE_INFINITY;

describe('net present value', () => {
  it('of a sum is the sum of both', () =>
    holds([flow, flow, rate], (one, other, i) => {
      const both = one.map((net, year) => net + (other[year] ?? 0));
      const apart = netPresentValue(one, i) + netPresentValue(other, i);
      expectSame(netPresentValue(both, i), apart, scaleOf(one, other));
    }));
  it('of a multiple is the multiple', () =>
    holds([flow, rate, fc.integer({ min: -20, max: 20 })], (one, i, times) =>
      expectSame(
        netPresentValue(
          one.map((net) => net * times),
          i,
        ),
        times * netPresentValue(one, i),
        20 * scaleOf(one),
      ),
    ));
});

describe('payback', () => {
  it('lies within the horizon, and is missing exactly when the last sum is below 0', () =>
    holds([flow], (one) => {
      const found = payback(one);
      expect(found === null).toBe((accumulated(one).at(-1) ?? 0) < 0);
      if (found !== null) {
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(one.length - 1);
      }
    }));
  it('never comes later when a year gets better', () =>
    holds([flow, fc.nat({ max: 5 }), fc.nat({ max: 5_000_000 })], (one, year, more) => {
      const better = one.map((net, index) => (index === year ? net + more : net));
      expect(years(payback(better))).toBeLessThanOrEqual(years(payback(one)) + 1e-9);
    }));
  it('does not depend on the currency', () =>
    holds([flow, fc.integer({ min: 1, max: 1_000 })], (one, times) => {
      const found = payback(one);
      const scaled = payback(one.map((net) => net * times));
      expect(scaled === null).toBe(found === null);
      expect(scaled ?? 0).toBeCloseTo(found ?? 0, 9);
    }));
});

describe('a calculation', () => {
  /** Amounts that are added and subtracted on the way; the flow itself may be their small difference. */
  const grossOf = (given: Estimate): number =>
    scaleOf([
      (given.volumePerYear * given.minutesPerItem * (given.hourCost ?? model.defaultHourCost)) / 60,
      given.otherFinancialPerYear,
      given.yearlyCost,
      given.oneTimeCost,
    ]);

  it('has no NaN and no infinity anywhere, not at the limits either', () =>
    holds([fc.oneof(estimate, extreme)], (given) => {
      const found = numbersIn([calculate(given, model), sensitivity(benefitInputOf(given, model), model)]);
      expect(found.length).toBeGreaterThan(50);
      expect(found.filter((number) => !Number.isFinite(number))).toEqual([]);
    }));
  it('repeats the last adoption and ignores years past the horizon', () =>
    holds([estimate, fc.array(share, { maxLength: 4 })], (given, beyond) => {
      const [first = 1, second = first] = given.adoption;
      const short = { ...given, adoption: [first, second] };
      const long = { ...given, adoption: [first, second, second, second, second, ...beyond] };
      expect(calculate(long, model)).toEqual(calculate(short, model));
    }));
  it('is never worse in total than in money, and equal when all time is taken home', () =>
    holds([estimate], (given) => {
      const { total, financial } = calculate(given, model);
      expect(total.npv).toBeGreaterThanOrEqual(financial.npv);
      expect(years(total.payback)).toBeLessThanOrEqual(years(financial.payback));
      const allInMoney = calculate({ ...given, shareInMoney: 1 }, model);
      expect(allInMoney.financial).toEqual(allInMoney.total);
    }));
  it('lies between its low and its high case', () =>
    holds([estimate], (given) => {
      const { low, base, high } = calculate(given, model).cases;
      expect(low.total.npv).toBeLessThanOrEqual(base.total.npv);
      expect(base.total.npv).toBeLessThanOrEqual(high.total.npv);
      expect(years(low.total.payback)).toBeGreaterThanOrEqual(years(base.total.payback) - 1e-9);
    }));
  it('breaks even at its break-even adoption', () =>
    holds([estimate], (given) => {
      const { breakEvenAdoption } = calculate(given, model);
      if (breakEvenAdoption === null || breakEvenAdoption > 1) {
        const best = calculate({ ...given, adoption: [1] }, model);
        expect(best.total.npv).toBeLessThanOrEqual(1e-9 * Math.max(1, grossOf(given)));
      } else {
        const even = calculate({ ...given, adoption: [breakEvenAdoption] }, model);
        expectSame(even.total.npv, 0, grossOf(given));
      }
    }));
  it('is the same for one line and for the line split in two', () =>
    holds([estimate, share], (given, part) => {
      const whole = benefitInputOf(given, model);
      const pieces = (volume: number) =>
        whole.timeBenefits.map((line) => ({ ...line, volumePerYear: line.volumePerYear * volume }));
      const split = calculateBenefits(
        { ...whole, timeBenefits: [...pieces(part), ...pieces(1 - part)] },
        model,
      );
      const one = calculateBenefits(whole, model);
      expectSame(split.total.npv, one.total.npv, grossOf(given));
      expectSame(split.hoursPerYearAtFullUse, one.hoursPerYearAtFullUse, one.hoursPerYearAtFullUse);
    }));
});
