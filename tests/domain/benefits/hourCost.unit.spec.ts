import { hourCostFromMonthPay } from '../../../domain/benefits/hourCost.ts';
import { DEFAULT_BENEFIT_MODEL as model } from '../../../domain/benefits/model.ts';
import { roundHalfAwayFromZero } from '../../../domain/benefits/rounding.ts';

describe('hour cost from month pay', () => {
  it('31 500 kr by hours per month', () =>
    expect(roundHalfAwayFromZero(hourCostFromMonthPay(31_500, model), 2)).toBe(341.62));
  it('31 500 kr by hours per year', () =>
    expect(roundHalfAwayFromZero(hourCostFromMonthPay(31_500, model, 'year-hours'), 2)).toBe(342.56));
  it('follows the municipality’s own settings', () => {
    const own = { ...model, oncostFactor: 1.5, monthlyHours: 150, socialFeeShare: 0.5, annualHours: 1800 };
    expect(hourCostFromMonthPay(30_000, own)).toBe(300);
    expect(hourCostFromMonthPay(30_000, own, 'year-hours')).toBe(300);
  });
});
