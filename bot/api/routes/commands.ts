import { z } from 'zod';
import { sightOf } from '../../../domain/portfolio/visibility.ts';
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
    const target = name === undefined ? undefined : await find(name, deps);
    const isHidden = target && sightOf(target, asked.viewer, deps.context()) === 'none';
    if (name !== undefined && (!target || isHidden)) return { problem: unknownInitiative(asked) };
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

/** A refusal about a field is the field's, whatever it is. */
const STATUS_OF: Readonly<Record<string, Problem['status']>> = {
  stale: 409,
  'not-allowed': 403,
  'own-proposal': 403,
  'foreign-operation': 403,
  'unknown-initiative': 404,
};
