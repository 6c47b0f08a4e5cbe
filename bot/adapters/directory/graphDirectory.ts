import { Client, GraphError, type Middleware } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Directory, Person } from '../../app/ports/index.ts';

/** Names and titles change seldom; leavers should not linger for long. */
const KEPT_MS = 60 * 60_000;

const userSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  jobTitle: z.string().nullish(),
});

/**
 * People from Entra through Microsoft Graph, kept for an hour. Somebody Graph does not know (a leaver, a guest of
 * another tenant) is nobody, and is not asked for again until the hour is over.
 * @param transport the client's chain of sign-in, retry and HTTP. @throws GraphError for everything but 404.
 * Source: Microsoft Graph v1.0, "Get user".
 */
export function createGraphDirectory(transport: Middleware, now: () => number): Directory {
  const client = Client.initWithMiddleware({ middleware: transport });
  const known = new Map<string, { readonly person: Person | undefined; readonly until: number }>();

  async function ask(id: string): Promise<Person | undefined> {
    try {
      const answer: unknown = await client
        .api(`/users/${encodeURIComponent(id)}`)
        .select(['id', 'displayName', 'jobTitle'])
        .get();
      const { displayName, jobTitle } = userSchema.parse(answer);
      return { id, name: displayName ?? id, ...(jobTitle && { title: jobTitle }) };
    } catch (error) {
      if (error instanceof GraphError && error.statusCode === 404) return undefined;
      throw error;
    }
  }

  return {
    person: async (id) => {
      const kept = known.get(id);
      if (kept && kept.until > now()) return kept.person;
      const person = await ask(id);
      known.set(id, { person, until: now() + KEPT_MS });
      return person;
    },
    nameOf: (id) => known.get(id)?.person?.name,
  };
}
