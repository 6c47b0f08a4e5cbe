import {
  type BenefitInput,
  benefitInputOf,
  benefitInputSchema,
} from '../../../domain/benefits/benefitInput.ts';
import { calculate, calculateBenefits } from '../../../domain/benefits/calculate.ts';
import { cashFlows } from '../../../domain/benefits/cashFlow.ts';
import { estimateSchema } from '../../../domain/benefits/estimate.ts';
import { DEFAULT_BENEFIT_MODEL as model } from '../../../domain/benefits/model.ts';
import { benefitCostRatio, breakEvenAdoption } from '../../../domain/benefits/ratios.ts';

const lines = (given: object): BenefitInput => benefitInputSchema.parse(given);
/** 60 items × 60 minutes × 100 kr = 6 000 kr a year. */
const hours60 = { volumePerYear: 60, minutesPerItem: 60, hourCost: 100 };

describe('a calculation of many lines', () => {
  it('values own staff’s hours in year 0 and in each year', () =>
    expect(
      cashFlows(
        lines({
          oneTimeCosts: [{ external: 1_000, internal: { hours: 10, hourCost: 400 } }, { external: 500 }],
          yearlyCosts: [{ external: 100, internal: { hours: 2, hourCost: 400 } }],
        }),
        model,
      ).total,
    ).toEqual([-5_500, -900, -900, -900, -900, -900]));

  it('pays for the old way in parallel only as long as it runs', () =>
    expect(
      cashFlows(lines({ yearlyCosts: [{ external: 100 }, { external: 50, untilYear: 2 }] }), model).total,
    ).toEqual([0, -150, -150, -100, -100, -100]));

  it('gives an unscaled line in full from year 1', () =>
    expect(
      cashFlows(
        lines({
          timeBenefits: [hours60, { ...hours60, scalesWithAdoption: false }],
          financialBenefits: [{ perYear: 1_000 }, { perYear: 500, scalesWithAdoption: false }],
          adoption: [0.5, 1],
        }),
        model,
      ),
    ).toEqual({
      total: [0, 10_000, 13_500, 13_500, 13_500, 13_500],
      financial: [0, 1_000, 1_500, 1_500, 1_500, 1_500],
    }));

  it('takes home in money only the share that is said', () =>
    expect(cashFlows(lines({ timeBenefits: [{ ...hours60, shareInMoney: 0.25 }] }), model).financial).toEqual(
      [0, 1_500, 1_500, 1_500, 1_500, 1_500],
    ));

  it('follows the horizon of the model', () => {
    const flow = cashFlows(lines({ financialBenefits: [{ perYear: 1 }] }), {
      ...model,
      horizonYears: 3,
    }).total;
    expect(flow).toEqual([0, 1, 1, 1]);
  });

  it('uses a line’s own low and high before the model’s', () => {
    const { low, high } = calculateBenefits(
      lines({
        financialBenefits: [{ perYear: 1_000, caseFactors: { low: 0.5, high: 2 } }, { perYear: 1_000 }],
        oneTimeCosts: [{ external: 100, caseFactors: { low: 3, high: 1 } }, { external: 100 }],
      }),
      model,
    ).cases;
    expect([low.total.flow[0], low.total.flow[1]]).toEqual([-420, 1_200]);
    expect([high.total.flow[0], high.total.flow[1]]).toEqual([-190, 3_150]);
  });

  it('moves own staff’s hours in the cases, not their pay twice', () => {
    const { low, high } = calculateBenefits(
      lines({ oneTimeCosts: [{ internal: { hours: 10, hourCost: 100 } }] }),
      model,
    ).cases;
    expect([low.total.flow[0], high.total.flow[0]]).toEqual([-1_200, -900]);
  });

  it('uses the model’s hour cost when the estimate has none', () => {
    const result = calculate(estimateSchema.parse({ volumePerYear: 60, minutesPerItem: 60 }), model);
    expect(result.valuePerYearAtFullUse).toBe(60 * 450);
  });

  it('refuses a line with a year past the longest horizon', () =>
    expect(
      benefitInputSchema.safeParse({ yearlyCosts: [{ external: 1, untilYear: 11 }] }).error?.issues[0]
        ?.message,
    ).toBe('year-not-in-horizon'));
});

describe('ratio and break-even', () => {
  it('has no ratio when nothing costs anything', () =>
    expect(benefitCostRatio(lines({ timeBenefits: [hours60] }), model)).toBeNull());
  it('needs no use at all when nothing costs anything', () =>
    expect(breakEvenAdoption(lines({ timeBenefits: [hours60] }), model)).toBe(0));
  it('has no break-even when no benefit depends on use', () =>
    expect(breakEvenAdoption(lines({ oneTimeCosts: [{ external: 1 }] }), model)).toBeNull());
  it('lets unscaled benefits pay first', () => {
    const input = {
      timeBenefits: [hours60],
      financialBenefits: [{ perYear: 1_000, scalesWithAdoption: false }],
      yearlyCosts: [{ external: 4_000 }],
    };
    expect(breakEvenAdoption(lines(input), model)).toBeCloseTo(0.5, 12);
  });
});

describe('warnings', () => {
  const warningsOf = (given: object) =>
    calculate(estimateSchema.parse({ volumePerYear: 60, minutesPerItem: 60, hourCost: 100, ...given }), model)
      .warnings;

  it('is quiet when the planned use pays', () => expect(warningsOf({ yearlyCost: 3_000 })).toEqual([]));
  it('warns when more use is needed than planned in the last year', () =>
    expect(warningsOf({ yearlyCost: 3_000, adoption: [1, 1, 1, 1, 0.49] })).toEqual([
      'break-even-above-adoption',
    ]));
  it('warns when less than a quarter will use it', () => {
    expect(warningsOf({ adoption: [0.24] })).toEqual(['low-adoption']);
    expect(warningsOf({ adoption: [0.1, 0.25] })).toEqual([]);
  });
  it('warns when there is a cost and no benefit', () =>
    expect(warningsOf({ volumePerYear: 0, yearlyCost: 1 })).toEqual(['break-even-above-adoption']));
  it('does not count use after the horizon', () =>
    expect(warningsOf({ yearlyCost: 3_000, adoption: [0.4, 0.4, 0.4, 0.4, 0.4, 1] })).toEqual([
      'break-even-above-adoption',
    ]));
});

describe('the short estimate in the general form', () => {
  it('passes the general form’s own check', () => {
    const input = benefitInputOf(estimateSchema.parse({ volumePerYear: 1, minutesPerItem: 2 }), model);
    expect(benefitInputSchema.parse(input)).toEqual(input);
  });
});
