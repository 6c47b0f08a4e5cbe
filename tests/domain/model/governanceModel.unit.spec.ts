import { DEFAULT_MODEL, governanceModelSchema } from '../../../domain/model/governanceModel.ts';

describe('the governance model', () => {
  it('that a municipality starts with is valid and has the values of the reference', () => {
    expect(governanceModelSchema.parse(DEFAULT_MODEL)).toEqual(DEFAULT_MODEL);
    expect(DEFAULT_MODEL).toMatchObject({
      lightTrackLimit: 50_000,
      directAwardLimit: 700_000,
      timeLimits: { MANAGER_REVIEW: 10, PREPARATION: 40, ASSESSMENT: 15 },
      reminderShares: [0.5, 1],
      escalationShare: 1.5,
      followUpEscalationDays: [7, 14],
      protectedFrom: 3,
    });
  });

  it.each([
    [{ lightTrackLimit: 0 }],
    [{ directAwardLimit: '700000' }],
    [{ timeLimits: { MANAGER_REVIEW: 10, PREPARATION: 40 } }],
    [{ timeLimits: { MANAGER_REVIEW: 2.5, PREPARATION: 40, ASSESSMENT: 15 } }],
    [{ reminderShares: [0] }],
    [{ reminderShares: [1, 0.5] }],
    [{ escalationShare: -1 }],
    [{ escalationShare: 0.9 }],
    [{ followUpEscalationDays: [7] }],
    [{ followUpEscalationDays: [14, 7] }],
    [{ protectedFrom: 0 }],
    [{ protectedFrom: 5 }],
    [{ similarLimit: 1.1 }],
    [{ version: undefined }],
  ])('refuses %j', (change) => {
    expect(governanceModelSchema.safeParse({ ...DEFAULT_MODEL, ...change }).success).toBe(false);
  });
});
