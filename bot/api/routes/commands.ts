import { z } from 'zod';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import { containsPersonalNumber } from '../../../domain/initiatives/personalNumbers.ts';
import type { ApiDeps } from '../deps.ts';
import { type Problem, problemOf } from '../problem.ts';
import { route } from '../route.ts';
import { commandBody, initiativeViewSchema } from '../schemas.ts';
import { find, unknownInitiative, viewOf } from './find.ts';

export const runCommand = route({
  method: 'post',
  path: '/api/commands',
  summary:
    'Asks for a change. Authorised and decided on the server; 409 with the present state when it has moved on.',
  points: 5,
  body: commandBody,
  response: z.object({ initiative: initiativeViewSchema, replayed: z.boolean() }),
  answer: async (asked, deps) => {
    const { operationId, initiative: name, expectedVersion, order } = asked.body;
    const target = name === undefined ? undefined : await find(name, asked, deps);
    if (name !== undefined && !target) return { problem: unknownInitiative(asked) };
    if (await isUnknownPerson(order, deps))
      return {
        problem: problemOf(422, { code: 'unknown-person', about: ['projectManager'] }, asked.texts),
      };
    const outcome = await deps.handle({
      order,
      operationId,
      actor: asked.viewer.person,
      ...(target && { initiative: target.id }),
      ...(expectedVersion !== undefined && { expectedVersion }),
    });
    const view = outcome.initiative && (await viewOf(outcome.initiative, asked, deps));
    if (outcome.ok)
      return view
        ? { ok: { initiative: view, replayed: outcome.replayed } }
        : { problem: unknownInitiative(asked) };
    const { refusal } = outcome;
    const status = refusal.about ? 422 : (STATUS_OF[refusal.code] ?? 422);
    return { problem: { ...problemOf(status, refusal, asked.texts), ...(view && { initiative: view }) } };
  },
});

/**
 * A project manager who is named for the first time must be in the directory. When it does not answer, the name is taken:
 * nobody's decision waits for that.
 */
async function isUnknownPerson(order: InitiativeOrder, { person, report }: ApiDeps): Promise<boolean> {
  if (order.type !== 'Start' || order.projectManager === undefined) return false;
  // Refused by the rules, and not to be sent anywhere.
  if (containsPersonalNumber(order.projectManager)) return false;
  // As a step in an address it would lead the directory elsewhere than to a person.
  if (/^\.+$/.test(order.projectManager)) return true;
  try {
    return (await person(order.projectManager)) === undefined;
  } catch (error) {
    report.error({ err: error, path: '/api/commands' }, 'directory unavailable');
    return false;
  }
}

/** A refusal about a field is the field's, whatever it is. */
const STATUS_OF: Readonly<Record<string, Problem['status']>> = {
  stale: 409,
  'not-allowed': 403,
  'own-proposal': 403,
  'foreign-operation': 403,
  'unknown-initiative': 404,
};
