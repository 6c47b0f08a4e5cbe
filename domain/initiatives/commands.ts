import { z } from 'zod';
import { contentChangeSchema, contentSchema, LIMITS } from './content.ts';
import { STATUSES } from './followUps.ts';
import { ACTIVE_STATES, type StateCode } from './states.ts';
import { dayText, idText, requiredText, writtenText } from './writtenText.ts';

/** Commands as they come from outside; everything else (actor, time, number, similar hits) is added by the server. */

const reason = requiredText(LIMITS.reason, 'reason-needed');
const note = writtenText(LIMITS.note).optional();
const amount = z.number().min(-1e9).max(1e9);
/** kr */
const cost = z.number().min(0).max(1e12).optional();
const grade = z.number().int().min(0).max(4);
const source = requiredText(200, 'source-needed');

export const similarAnswerSchema = z.object({
  id: idText,
  answer: z.enum(['coordinate', 'merge', 'separate']),
  reason: note,
});

export const managerEvidenceSchema = z.object({
  needIsReal: z.boolean(),
  fitsGoals: z.boolean(),
  preparationHours: z.number().min(0).max(10_000),
  fundingIdea: z.enum(['own-budget', 'central-funds', 'external-funds', 'no-cost', 'not-known']),
  /** More than are ever shown; few enough to fit in one row of the log. */
  similarAnswers: z.array(similarAnswerSchema).max(10, { error: 'too-many' }),
});

export const goalSchema = z.object({
  id: idText,
  kind: z.enum(['effect', 'project']),
  text: requiredText(LIMITS.effect, 'text-needed'),
  measure: requiredText(200, 'text-needed'),
  /** What is counted, e.g. "minuter" or "%". */
  unit: writtenText(40).min(1, { error: 'text-needed' }),
  baseline: amount,
  target: amount,
  due: dayText,
});

export const measurementSchema = z.object({
  goal: idText,
  day: dayText,
  value: amount,
  source,
});

export const lessonSchema = z.object({
  text: requiredText(LIMITS.reason, 'lesson-needed'),
  advice: note,
});

export const recommendationSchema = z.enum(['recommend', 'recommend-with-conditions', 'advise-against']);
export const deviationChoiceSchema = z.enum(['continue', 'change', 'pause', 'cancel']);

const order = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });

export const commandSchema = z.discriminatedUnion('type', [
  order('StartDraft', { content: contentSchema }),
  order('ChangeContent', { content: contentChangeSchema }),
  /** With what was typed last, so that saving and sending are one. */
  order('Submit', { content: contentChangeSchema.optional() }),
  order('Resubmit', { changes: reason, content: contentChangeSchema.optional() }),
  order('ApproveAsManager', { evidence: managerEvidenceSchema, note }),
  order('Return', { reason }),
  order('Reject', { reason }),
  order('Forward', { unit: idText, reason }),
  order('AssignCoach', { coach: idText }),
  order('Classify', { classification: z.object({ c: grade, i: grade, a: grade }) }),
  order('SetGoal', { goal: goalSchema }),
  order('CompletePreparation', { note }),
  order('Merge', { target: idText, reason }),
  order('Recommend', {
    recommendation: recommendationSchema,
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
  order('Start', { next: z.enum(['PROCUREMENT', 'EXECUTION']), projectManager: idText.optional(), note }),
  order('RecordContract', { note }),
  order('GoLive', { note }),
  order('HandOver', { lesson: lessonSchema }),
  order('Close', { note }),
  order('Pause', { reason, until: dayText }),
  order('Resume', { to: z.enum(ACTIVE_STATES).optional(), note }),
  order('Cancel', { reason, costSoFar: cost, lesson: note }),
  order('FollowUp', {
    status: z.enum(STATUSES, { error: 'status-needed' }),
    text: requiredText(LIMITS.reason, 'text-needed'),
    item: idText.optional(),
    measurement: measurementSchema.optional(),
  }),
  order('Measure', { measurement: measurementSchema }),
  order('DecideOnDeviation', {
    choice: deviationChoiceSchema,
    reason,
    /** For pausing. */
    until: dayText.optional(),
    /** For cancelling; the reason is the lesson when none is given. */
    costSoFar: cost,
    lesson: note,
  }),
  order('ReportOutcome', {
    year: z.number().int().min(1).max(20),
    amount,
    expected: amount,
    source,
  }),
  order('LearnLesson', { lesson: lessonSchema }),
  order('Retire', { what: requiredText(200, 'text-needed'), on: dayText }),
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
  /** For Merge: where the target stands. */
  readonly targetState?: StateCode;
  /** For Submit and Resubmit: the hits that were looked up. */
  readonly similar?: readonly {
    readonly id: string;
    readonly score: number;
    readonly words: readonly string[];
  }[];
};
