import { BENEFIT_FIGURE_REFUSALS } from '../../../domain/benefits/amounts.ts';
import { estimateSchema } from '../../../domain/benefits/estimate.ts';

const least = { volumePerYear: 850, minutesPerItem: 20 };

/** `field: code` for each thing refused, in order. */
const refusals = (input: unknown): string[] =>
  (estimateSchema.safeParse(input).error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );

describe('the short estimate', () => {
  it('needs only how often and how many minutes', () =>
    expect(estimateSchema.parse(least)).toEqual({
      ...least,
      shareInMoney: 0,
      otherFinancialPerYear: 0,
      oneTimeCost: 0,
      yearlyCost: 0,
      adoption: [1],
    }));

  it.each([
    [{ volumePerYear: 850 }, 'minutesPerItem: number-required'],
    [{ ...least, volumePerYear: '850' }, 'volumePerYear: number-required'],
    [{ ...least, volumePerYear: Number.NaN }, 'volumePerYear: number-required'],
    [{ ...least, volumePerYear: Number.POSITIVE_INFINITY }, 'volumePerYear: number-required'],
    [{ ...least, volumePerYear: -1 }, 'volumePerYear: number-negative'],
    [{ ...least, volumePerYear: 1_000_000_001 }, 'volumePerYear: number-too-large'],
    [{ ...least, minutesPerItem: 525_601 }, 'minutesPerItem: number-too-large'],
    [{ ...least, hourCost: 100_001 }, 'hourCost: number-too-large'],
    [{ ...least, hourCost: null }, 'hourCost: number-required'],
    [{ ...least, shareInMoney: 1.01 }, 'shareInMoney: share-too-large'],
    [{ ...least, otherFinancialPerYear: -5 }, 'otherFinancialPerYear: number-negative'],
    [{ ...least, oneTimeCost: 2e9 }, 'oneTimeCost: number-too-large'],
    [{ ...least, yearlyCost: {} }, 'yearlyCost: number-required'],
    [{ ...least, adoption: [] }, 'adoption: adoption-required'],
    [{ ...least, adoption: 0.5 }, 'adoption: adoption-required'],
    [{ ...least, adoption: [0.5, 75] }, 'adoption.1: share-too-large'],
    [{ ...least, adoption: Array(11).fill(1) }, 'adoption: adoption-too-many-years'],
    [{ ...least, oneTimeCosts: 5 }, ': unknown-field'],
    ['hello', ': figures-missing'],
    [undefined, ': figures-missing'],
  ])('refuses %j with a code', (input, refusal) => expect(refusals(input)).toEqual([refusal]));

  it('names every refusal in kebab-case, so that it can be a text key', () => {
    const given = [null, {}, { ...least, shareInMoney: 9, adoption: [-1], x: 1 }].flatMap(
      (input) => estimateSchema.safeParse(input).error?.issues ?? [],
    );
    expect(given.length).toBeGreaterThan(4);
    for (const { message } of given) expect(BENEFIT_FIGURE_REFUSALS).toContain(message);
  });

  it('takes the limits themselves', () =>
    expect(
      refusals({
        volumePerYear: 1e9,
        minutesPerItem: 525_600,
        hourCost: 100_000,
        shareInMoney: 1,
        otherFinancialPerYear: 1e9,
        oneTimeCost: 1e9,
        yearlyCost: 1e9,
        adoption: Array(10).fill(1),
      }),
    ).toEqual([]));
});
