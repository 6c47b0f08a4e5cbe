import { z } from 'zod';
import { rolesOf } from '../../../domain/organisation/lookup.ts';
import type { Viewer } from '../../../domain/portfolio/visibility.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../route.ts';
import { languageBody, meView } from '../schemas.ts';

export const showMe = route({
  method: 'get',
  path: '/api/me',
  summary: 'Who I am here, my language and my roles of today.',
  response: meView,
  answer: async ({ viewer, req }, deps) => ({ ok: await me(viewer, req.headers['accept-language'], deps) }),
});

export const setLanguage = route({
  method: 'put',
  path: '/api/me/language',
  summary: 'My own choice of language.',
  body: languageBody,
  response: meView,
  answer: async ({ viewer, body, req }, deps) => {
    await deps.chooseLanguage(viewer.person, body.language, body.operationId ?? deps.newId());
    return { ok: await me(viewer, req.headers['accept-language'], deps) };
  },
});

/** Local mode's persona picker; in production there is no such route. */
export const listPersonas = route({
  method: 'get',
  path: '/api/personas',
  summary: 'Local mode only: the people one may be.',
  open: true,
  response: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable() })),
  answer: async (_asked, deps) => ({ ok: personasOf(deps) ?? [] }),
});

const personasOf = ({ personas }: ApiDeps) =>
  personas?.().map(({ id, name, title }) => ({ id, name, title: title ?? null }));

async function me(viewer: Viewer, locale: string | undefined, deps: ApiDeps) {
  const known = await deps.person(viewer.person);
  const personas = personasOf(deps);
  return {
    person: {
      id: viewer.person,
      name: known?.name ?? viewer.person,
      title: known?.title ?? null,
      unit: known?.unit ?? null,
    },
    language: deps.languageFor(viewer.person, locale),
    roles: rolesOf(deps.context().organisation, viewer.person, viewer.day),
    ...(personas && { personas }),
  };
}
