import type { Initiative } from './initiative.ts';

/** Missed by more than a fifth: the head of digitalisation closes, nobody else (domain reference §3). */
const MISSED_SHARE = 0.8;

/** Did the benefits reported so far stay more than a fifth below what was expected of the same years? */
export function benefitsMissed({ outcomes }: Pick<Initiative, 'outcomes'>): boolean {
  const expected = outcomes.reduce((sum, outcome) => sum + outcome.expected, 0);
  const amount = outcomes.reduce((sum, outcome) => sum + outcome.amount, 0);
  return expected > 0 && amount < expected * MISSED_SHARE;
}
