import { z } from 'zod';
import { contentSchema, LIMITS } from './content.ts';
import { STATUSES } from './followUps.ts';
import { ACTIVE_STATES } from './states.ts';

/** Commands as they come from outside; everything else (actor, time, number, similar hits) is added by the server. */

const id = z.string().min(1).max(100);
const reason = z.string({ error: 'reason-needed' }).trim().min(1, { error: 'reason-needed' }).max(LIMITS.reason, { error: 'too-long' });
const note = z.string().trim().max(LIMITS.note, { error: 'too-long' }).optional();
const day = z.iso.date({ error: 'bad-date' });
const amount = z.number().min(-1e9).max(1e9);
const grade = z.number().int().min(0).max(4);

export const similarAnswerSchema = z.object({
  id,
  answer: z.enum(['coordinate', 'merge', 'separate']),
  reason: note,
});

export const managerEvidenceSchema = z.object({
  needIsReal: z.boolean(),
  fitsGoals: z.boolean(),
  preparationHours: z.number().min(0).max(10_000),
  fundingIdea: z.enum(['own-budget', 'central-funds', 'external-funds', 'no-cost', 'not-known']),
  similarAnswers: z.array(similarAnswerSchema).max(20),
});

export const goalSchema = z.object({
  id: z.string().min(1).max(60),
  kind: z.enum(['effect', 'project']),
  text: z.string().trim().min(1).max(LIMITS.effect, { error: 'too-long' }),
  measure: z.string().trim().min(1).max(200, { error: 'too-long' }),
  unit: z.string().trim().min(1).max(40, { error: 'too-long' }),
  baseline: amount,
  target: amount,
  due: day,
});

export const measurementSchema = z.object({
  goal: z.string().min(1).max(60),
  day,
  value: amount,
  source: z.string().trim().min(1, { error: 'source-needed' }).max(200, { error: 'too-long' }),
});

export const lessonSchema = z.object({
  text: z.string().trim().min(1, { error: 'lesson-needed' }).max(LIMITS.reason, { error: 'too-long' }),
  advice: note,
});

const order = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });

export const commandSchema = z.discriminatedUnion('type', [
  order('StartDraft', { content: contentSchema }),
  order('ChangeContent', { content: contentSchema }),
  order('Submit', {}),
  order('Resubmit', { changes: reason }),
  order('ApproveAsManager', { evidence: managerEvidenceSchema, note }),
  order('Return', { reason }),
  order('Reject', { reason }),
  order('Forward', { unit: id, reason }),
  order('AssignCoach', { coach: id }),
  order('Classify', { classification: z.object({ c: grade, i: grade, a: grade }) }),
  order('SetGoal', { goal: goalSchema }),
  order('CompletePreparation', { note }),
  order('Merge', { target: id, reason }),
  order('Recommend', {
    recommendation: z.enum(['recommend', 'recommend-with-conditions', 'advise-against']),
    reason,
  }),
  order('ApproveInCouncil', {
    reason,
    conditions: note,
    registryNumber: z
      .string()
      .regex(/^[A-ZÅÄÖ]{2,5} \d{4}\/\d{1,6}$/, { error: 'bad-registry-number' })
      .optional(),
  }),
  order('Start', { next: z.enum(['PROCUREMENT', 'EXECUTION']), projectManager: id.optional(), note }),
  order('RecordContract', { note }),
  order('GoLive', { note }),
  order('HandOver', { lesson: lessonSchema }),
  order('Close', { note }),
  order('Pause', { reason, until: day }),
  order('Resume', { to: z.enum(ACTIVE_STATES).optional(), note }),
  order('Cancel', { reason, costSoFar: z.number().min(0).max(1e12).optional(), lesson: note }),
  order('FollowUp', {
    status: z.enum(STATUSES, { error: 'status-needed' }),
    text: z.string().trim().min(1, { error: 'text-needed' }).max(LIMITS.reason, { error: 'too-long' }),
    item: id.optional(),
    measurement: measurementSchema.optional(),
  }),
  order('Measure', { measurement: measurementSchema }),
  order('DecideOnDeviation', {
    choice: z.enum(['continue', 'change', 'pause', 'cancel']),
    reason,
    until: day.optional(),
  }),
  order('ReportOutcome', {
    year: z.number().int().min(1).max(20),
    amount,
    expected: amount,
    source: z.string().trim().min(1, { error: 'source-needed' }).max(200),
  }),
  order('LearnLesson', { lesson: lessonSchema }),
  order('Retire', { what: z.string().trim().min(1).max(200, { error: 'too-long' }), on: day }),
]);

/** What a person asked for. */
export type InitiativeOrder = z.infer<typeof commandSchema>;
export type OrderType = InitiativeOrder['type'];

/** The order with what only the server may say. */
export type InitiativeCommand = InitiativeOrder & {
  readonly actor: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Local day of `at`. */
  readonly day: string;
  /** For Submit: the case number taken for it. */
  readonly number?: string;
  /** For Submit and Resubmit: the hits that were looked up. */
  readonly similar?: readonly { readonly id: string; readonly score: number; readonly words: readonly string[] }[];
};
