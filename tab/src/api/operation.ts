import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import { isUncertain, type Problem } from './problems.ts';

/** Which case an order is about, and the version that was looked at. */
export type Known = { readonly initiative: string; readonly expectedVersion: number };
/** A case that begins is named after the operation: the same one, whatever is said, until there is a case. */
export type Beginning = { readonly operationId: string };
export type Target = Known | Beginning;

/** What `POST /api/commands` takes. */
export type CommandBody = Partial<Known> & {
  readonly operationId: string;
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

/**
 * What to remember after a problem: only an answer that says nothing binds the id to the order. What is stale is sent
 * on something else next time, or was overwritten since it was sent: another operation either way.
 */
export function afterProblem(
  operation: Operation,
  order: InitiativeOrder,
  problem: Problem,
  newId: () => string,
): Operation {
  if (isUncertain(problem)) return { id: operation.id, uncertain: JSON.stringify(order) };
  return { id: problem.code === 'stale' ? newId() : operation.id };
}
