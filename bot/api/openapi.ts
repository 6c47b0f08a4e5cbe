import { z } from 'zod';
import type { Route } from './route.ts';

/** OpenAPI 3.1 from the same schemas that check the requests. */
export function openApiOf(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, body, response, responseType, open } of routes) {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = {
      ...paths[template],
      [method]: {
        summary,
        ...(open && { security: [] }),
        ...(names.length > 0 && {
          parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        }),
        ...(body && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(body, 'input') } },
          },
        }),
        responses: {
          200: {
            description: 'OK',
            content: { [responseType ?? 'application/json']: { schema: jsonSchema(response, 'output') } },
          },
          default: { description: 'Problem', content: { 'application/problem+json': { schema: PROBLEM } } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Färdplan',
      version: '1',
      description: 'Initiatives, follow-up and portfolio of a municipality.',
    },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  };
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

const PROBLEM = jsonSchema(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string().describe('A text a person can act on, in the person’s language'),
    code: z.string(),
    about: z.array(z.string()).optional().describe('Fields the problem is about'),
    correlationId: z.string(),
  }),
  'output',
);
