import { Client, GraphError, type Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Directory, Person, Photo } from '../../app/ports/index.ts';
import { createKept } from './kept.ts';

/** Names and titles change seldom; leavers should not linger for long. */
const KEPT_MS = 60 * 60_000;
/** Photos are large and change hardly ever; only the latest ones are kept. */
const PHOTO_KEPT_MS = 24 * 60 * 60_000;
const MOST_PHOTOS = 200;

export type EntraPerson = Person & {
  /** The account has been closed: the name stays in old cases, nothing new can be sent. */
  readonly left?: true;
};

export type GraphDirectory = Required<Directory> & {
  readonly person: (id: string) => Promise<EntraPerson | undefined>;
  /** Whom the person reports to according to Entra; undefined at the top, and where nobody has filled it in. */
  readonly manager: (id: string) => Promise<EntraPerson | undefined>;
};

/** `origin` is `https://graph.microsoft.com` unless the cloud is another one. */
export type GraphAccess = { readonly transport: Middleware; readonly origin: string };

/** What Entra keeps photos as. A picture that can hold a script (SVG) is none. */
const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif'];

const FIELDS = ['id', 'displayName', 'jobTitle', 'userType', 'accountEnabled'];

const userSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  jobTitle: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});

/**
 * People from Entra through Microsoft Graph, kept for an hour. Somebody Graph does not know (a deleted account) is
 * nobody, and is not asked for again until the hour is over. Those who have left keep their name in old cases for as
 * long as the account exists. What is known is used while Graph does not answer.
 * @param graph the program's way to Graph: sign-in, retry and HTTP, and in which cloud. @throws GraphError for
 * everything but 404.
 * Source: Microsoft Graph v1.0, "Get user", "List manager", "Get photo".
 */
export function createGraphDirectory(graph: GraphAccess, now: () => number): GraphDirectory {
  const client = Client.initWithMiddleware({ middleware: graph.transport, baseUrl: `${graph.origin}/` });
  const people = createKept<EntraPerson>(KEPT_MS, now);
  const managers = createKept<EntraPerson>(KEPT_MS, now);
  const photos = createKept<Photo>(PHOTO_KEPT_MS, now, MOST_PHOTOS);
  const user = (id: string): string => `/users/${encodeURIComponent(id)}`;

  const readPerson = (path: string): Promise<EntraPerson | undefined> =>
    unlessMissing(async () => toPerson(await client.api(path).select(FIELDS).get()));

  const readPhoto = (id: string): Promise<Photo | undefined> =>
    unlessMissing(async () => {
      const response = (await client
        .api(`${user(id)}/photos/96x96/$value`)
        .responseType(ResponseType.RAW)
        .get()) as Response;
      if (response.status === 404) return undefined;
      if (!response.ok) throw new GraphError(response.status, 'the photo could not be read');
      const type = response.headers.get('content-type') ?? '';
      return PICTURES.includes(type)
        ? { bytes: new Uint8Array(await response.arrayBuffer()), type }
        : undefined;
    });

  return {
    person: (id) => people.get(id, () => readPerson(user(id))),
    nameOf: (id) => people.known(id)?.name,
    manager: (id) => managers.get(id, () => readPerson(`${user(id)}/manager`)),
    photo: (id) => photos.get(id, () => readPhoto(id)),
    forget: (id) => {
      for (const kept of [people, managers, photos]) kept.forget(id);
    },
  };
}

function toPerson(answer: unknown): EntraPerson {
  const { id, displayName, jobTitle, userType, accountEnabled } = userSchema.parse(answer);
  return {
    id,
    name: displayName ?? id,
    ...(jobTitle && { title: jobTitle }),
    ...(userType === 'Guest' && { guest: true }),
    ...(accountEnabled === false && { left: true }),
  };
}

async function unlessMissing<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 404) return undefined;
    throw error;
  }
}
