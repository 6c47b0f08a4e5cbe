import { benefitModelSchema, DEFAULT_BENEFIT_MODEL } from '../../../domain/benefits/model.ts';

const codes = (change: object): string[] =>
  (benefitModelSchema.safeParse({ ...DEFAULT_BENEFIT_MODEL, ...change }).error?.issues ?? []).map(
    (issue) => issue.message,
  );

describe('settings of the benefit model', () => {
  it('accepts the defaults', () =>
    expect(benefitModelSchema.parse(DEFAULT_BENEFIT_MODEL)).toEqual(DEFAULT_BENEFIT_MODEL));
  it('allows a horizon of three to ten whole years', () => {
    expect(codes({ horizonYears: 3 })).toEqual([]);
    expect(codes({ horizonYears: 10 })).toEqual([]);
    expect(codes({ horizonYears: 2 })).toEqual(['setting-too-small']);
    expect(codes({ horizonYears: 11 })).toEqual(['setting-too-large']);
    expect(codes({ horizonYears: 4.5 })).toEqual(['setting-not-whole']);
  });
  it('refuses an interest that would divide by nothing', () =>
    expect(codes({ discountRate: -1 })).toEqual(['setting-too-small']));
  it('refuses zero hours', () => expect(codes({ monthlyHours: 0 })).toEqual(['setting-too-small']));
  it('refuses what is not a number', () =>
    expect(codes({ annualHours: '1600' })).toEqual(['setting-not-a-number']));
});
