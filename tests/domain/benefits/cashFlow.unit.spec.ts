import { accumulated, netPresentValue, payback } from '../../../domain/benefits/cashFlow.ts';
import { roundHalfAwayFromZero } from '../../../domain/benefits/rounding.ts';

describe('payback and net present value at 3 %', () => {
  it.each([
    { flow: [-300_000, 100_000, 200_000, 200_000, 0, 0], years: 2, npv: 168_634.89 },
    { flow: [-100_000, 40_000, 40_000, 40_000, 40_000, 40_000], years: 2.5, npv: 83_188.29 },
    { flow: [0, 5_000, 5_000, 5_000, 5_000, 5_000], years: 0, npv: 22_898.54 },
    { flow: [-500_000, 50_000, 50_000, 50_000, 50_000, 50_000], years: null, npv: -271_014.64 },
    { flow: [-100_000, 120_000, -50_000, 60_000, 0, 0], years: 2.5, npv: 24_283.56 },
    { flow: [-100_000, 30_000, 30_000, 30_000, 30_000, 30_000], years: 3.3333, npv: 37_391.22 },
  ])('$flow → $years years, $npv kr', ({ flow, years, npv }) => {
    const found = payback(flow);
    expect(found === null ? null : roundHalfAwayFromZero(found, 4)).toBe(years);
    expect(roundHalfAwayFromZero(netPresentValue(flow, 0.03), 2)).toBe(npv);
  });

  it('counts to the last crossing, not the first', () => expect(payback([-100, 120, -50, 60])).toBe(2.5));
  it('has paid back exactly when the last year ends at 0', () => expect(payback([-100, 50, 50])).toBe(2));
  it('is null one krona short', () => expect(payback([-100, 50, 49])).toBeNull());
  it('is 0 when nothing is spent', () => expect(payback([0, 0, 0])).toBe(0));
  it('is null when the case goes below 0 at the end', () => expect(payback([0, 100, -101])).toBeNull());
  it('does not take the noise of binary fractions for a debt', () => {
    const flow = [-350_001.5, 70_000.3, 70_000.3, 70_000.3, 70_000.3, 70_000.3];
    expect(accumulated(flow)[5]).toBeLessThan(0);
    expect(payback(flow)).toBe(5);
    expect(payback([-1, ...Array(10).fill(0.1)])).toBe(10);
  });
  it('sums year by year', () => expect(accumulated([-100, 30, 50])).toEqual([-100, -70, -20]));
  it('is the plain sum without interest', () => expect(netPresentValue([-100, 30, 50], 0)).toBe(-20));
});
