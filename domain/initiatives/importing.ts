import { z } from 'zod';
import { contentSchema, LIMITS } from './content.ts';
import type { InitiativeEvent } from './events.ts';
import { STATUSES } from './followUps.ts';
import { dayText, idText, requiredText, writtenText } from './writtenText.ts';

/**
 * States a case may have had before the tool came. Not those that point at something which is not in the file: a
 * return with its question, a forwarding, a pause with its end, a merger.
 */
export const IMPORT_STATES = [
  'MANAGER_REVIEW',
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'BENEFIT',
  'CLOSED',
  'REJECTED',
  'CANCELLED',
] as const satisfies readonly (InitiativeEvent & { type: 'Imported' })['state'][];

/** A case as it stood in the municipality's own list. Days are local, `YYYY-MM-DD`. */
export const importSchema = z.object({
  type: z.literal('ImportInitiative'),
  content: contentSchema,
  state: z.enum(IMPORT_STATES),
  /** What the case is called elsewhere, e.g. a registry number. */
  reference: writtenText(100).optional(),
  /** Where it comes from and what the source says of earlier decisions; shown as the reason. */
  reason: requiredText(LIMITS.reason, 'reason-needed'),
  /** Whoever answers for the need; the one who imports when nobody is named. */
  proposer: idText.optional(),
  projectManager: idText.optional(),
  startedOn: dayText.optional(),
  liveOn: dayText.optional(),
  status: z.object({ status: z.enum(STATUSES), text: requiredText(LIMITS.reason, 'text-needed') }).optional(),
});

/**
 * Records a case that was decided on before the tool. Not an order among the others: it is in no form and no chat,
 * and only the import gives it.
 */
export type ImportOrder = z.infer<typeof importSchema>;

/** The order with what only the server may say. */
export type ImportCommand = ImportOrder & {
  readonly actor: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Local day of `at`. */
  readonly day: string;
  readonly number?: string;
  readonly similar?: readonly {
    readonly id: string;
    readonly score: number;
    readonly words: readonly string[];
  }[];
};

/** Says that a whole file is there; it has a stream of its own. Until then none of its rows is a case. */
export type ImportEvent = {
  readonly type: 'ImportCompleted';
  readonly by: string;
  readonly at: string;
  readonly initiatives: readonly string[];
};
