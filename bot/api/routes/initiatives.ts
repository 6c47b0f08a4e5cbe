import { z } from 'zod';
import { similarNow } from '../../app/views/initiativeView.ts';
import { todoFor } from '../../app/views/todo.ts';
import { route } from '../route.ts';
import { initiativeViewSchema, similarBody, similarView, todoView } from '../schemas.ts';
import { find, unknownInitiative, viewOf } from './find.ts';

export const showInitiative = route({
  method: 'get',
  path: '/api/initiatives/:id',
  summary: 'An initiative as the person may see it, with its history. By stream id or case number.',
  response: initiativeViewSchema,
  answer: async (asked, deps) => {
    const initiative = await find(asked.params.id ?? '', asked, deps);
    const view = initiative && (await viewOf(initiative, asked, deps));
    return view ? { ok: view } : { problem: unknownInitiative(asked) };
  },
});

export const listTodo = route({
  method: 'get',
  path: '/api/todo',
  summary: 'My cases with what happens next, my turn first.',
  response: z.object({ items: z.array(todoView) }),
  answer: async ({ viewer }, deps) => ({
    ok: { items: todoFor(deps.casebook.all(), viewer, deps.sources()) },
  }),
});

export const listDrafts = route({
  method: 'get',
  path: '/api/drafts',
  summary: 'My unfinished and returned proposals.',
  response: z.object({ items: z.array(todoView) }),
  answer: async ({ viewer }, deps) => {
    const mine = [...deps.casebook.all()].filter(
      ({ proposer, state }) => proposer === viewer.person && (state === 'DRAFT' || state === 'RETURNED'),
    );
    return { ok: { items: todoFor(mine, viewer, deps.sources()) } };
  },
});

export const findSimilar = route({
  method: 'post',
  path: '/api/similar',
  summary: 'Cases that look like the same need, best first, with the words that matched.',
  points: 2,
  body: similarBody,
  response: z.object({ hits: z.array(similarView) }),
  answer: async ({ body, viewer }, deps) => {
    const { exclude, ...content } = body;
    return { ok: { hits: similarNow(content, exclude, viewer, deps) } };
  },
});
