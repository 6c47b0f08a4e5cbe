import { z } from 'zod';
import { SIMILARITY_LIMIT } from '../similarity/similarityIndex.ts';

const settingsSchema = z.object({
  version: z.string(),
  /** First-year cost must be below this for the light track. */
  lightTrackLimit: z.number().positive(),
  /** Acquisitions below this may be decided by the head of digitalisation. LOU 19 a kap., valid from 2024-01-01. */
  directAwardLimit: z.number().positive(),
  /** Working days a state may take. */
  timeLimits: z.object({
    MANAGER_REVIEW: z.number().int().positive(),
    PREPARATION: z.number().int().positive(),
    ASSESSMENT: z.number().int().positive(),
  }),
  /** Shares of a time limit at which reminders go out and the next level is told. */
  reminderShares: z.array(z.number().positive()),
  escalationShare: z.number().positive(),
  /** Days after a follow-up was due before the coach's lead and the head of digitalisation are told. */
  followUpEscalationDays: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  /** Confidentiality from which a case is hidden from the open portfolio (0–4, KLASSA). */
  protectedFrom: z.number().int().min(1).max(4),
  /** Score (0–1) from which two cases are shown as similar. */
  similarLimit: z.number().min(0).max(1),
});

const ascending = (steps: readonly number[]): boolean =>
  steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0));

/**
 * The rules a municipality may set, as data. Amounts in kr, exclusive of VAT. Steps that follow each other in time are
 * in that order: the latest one reached is the one that counts.
 * Source: docs/adr/0008-life-cycle.md
 */
export const governanceModelSchema = settingsSchema
  .refine(({ reminderShares, escalationShare }) => ascending([...reminderShares, escalationShare]), {
    path: ['reminderShares'],
    error: 'not-in-order',
  })
  .refine(({ followUpEscalationDays }) => ascending(followUpEscalationDays), {
    path: ['followUpEscalationDays'],
    error: 'not-in-order',
  });

export type GovernanceModel = z.infer<typeof governanceModelSchema>;

export const DEFAULT_MODEL: GovernanceModel = {
  version: '2026-1',
  lightTrackLimit: 50_000,
  directAwardLimit: 700_000,
  timeLimits: { MANAGER_REVIEW: 10, PREPARATION: 40, ASSESSMENT: 15 },
  reminderShares: [0.5, 1],
  escalationShare: 1.5,
  followUpEscalationDays: [7, 14],
  protectedFrom: 3,
  similarLimit: SIMILARITY_LIMIT,
};
