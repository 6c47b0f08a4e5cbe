import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import { isUncertain, type Problem } from './problems.ts';

/** What `POST /api/commands` takes. */
export type CommandBody = {
  readonly operationId: string;
  readonly initiative?: string;
  readonly expectedVersion?: number;
  readonly order: InitiativeOrder;
};

/** The id of a form's operation and what was last sent with it without a clear answer. */
export type Operation = { readonly id: string; readonly uncertain?: string };

/**
 * The id to send an order with. The same order after a dead network keeps its id, so that it can take effect only
 * once; a changed order is another operation (the expected version then stops a double effect).
 */
export const operationFor = (operation: Operation, order: InitiativeOrder, newId: () => string): Operation =>
  operation.uncertain === undefined || operation.uncertain === JSON.stringify(order)
    ? operation
    : { id: newId() };

/** What to remember after a problem: only an answer that says nothing binds the id to the order. */
export const afterProblem = (operation: Operation, order: InitiativeOrder, problem: Problem): Operation =>
  isUncertain(problem) ? { id: operation.id, uncertain: JSON.stringify(order) } : { id: operation.id };
