import { setTimeout as pause } from 'node:timers/promises';
import { routesFor } from '../../../bot/api/api.ts';
import type { ApiDeps } from '../../../bot/api/deps.ts';
import { createServer, type FardplanServer, type ServerParts } from '../../../bot/server.ts';
import { createLocalGuard } from '../../../bot/teams/localGuard.ts';
import { EVERYBODY, PEOPLE } from '../../builders/people.ts';
import { NOW } from '../../builders/rules.ts';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { nameOf, newStore, type TestStore } from '../house.ts';
import { provision } from '../support/organisationRow.ts';

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };
type Asked = {
  readonly as?: string;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

type Changes = Partial<ServerParts> & { readonly stores?: TestStore; readonly port?: number };

const open: FardplanServer[] = [];

/** Closes what a test has left open, so that a failing one does not keep the rest waiting. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** The real server on stores in memory, spoken to over HTTP; who asks says so in a header. */
export async function startApi({ stores = newStore(), port = 0, ...changes }: Changes = {}) {
  const log = memoryEventLog(stores.rows);
  const deliveries = memoryDeliveries(stores.deliveries);
  const conversations = memoryConversations(stores.conversations);
  if (stores.rows.length === 0) {
    await provision(log);
    await deliveries.moveCheckpoint(stores.rows.length);
  }
  const errors: object[] = [];
  const silent = () => undefined;
  let now = NOW;
  const server: FardplanServer = await createServer({
    store: { log, deliveries, conversations, close: () => log.close() },
    directory: { person: async (id) => ({ id, name: nameOf(id), title: 'Titel' }), nameOf },
    guard: createLocalGuard(),
    authenticate: async ({ headers }) => {
      const [, person] = /^Test (.+)$/.exec(headers.authorization ?? '') ?? [];
      return person !== undefined && EVERYBODY.includes(person) ? { person } : undefined;
    },
    unitOf: () => undefined,
    language: 'sv',
    trustClientLanguage: true,
    tabUrl: (initiative) => `https://fardplan.example/tab/#/initiatives/${initiative}`,
    report: { debug: silent, info: silent, warn: silent, error: (facts) => void errors.push(facts) },
    clock: () => now,
    ...changes,
  });
  open.push(server);
  const url = await server.listen(port);

  async function ask(
    method: string,
    path: string,
    { as, body, raw, headers = {} }: Asked = {},
  ): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(as !== undefined && { authorization: `Test ${as}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  return {
    url,
    server,
    stores,
    log,
    deliveries,
    errors,
    ask,
    get: (path: string, as: string = PEOPLE.employee, headers?: Asked['headers']) =>
      ask('GET', path, { as, ...(headers && { headers }) }),
    post: (path: string, body: unknown, as: string = PEOPLE.employee) => ask('POST', path, { as, body }),
    /** Waits until every row of the log has become messages, and none of them is still to be sent. */
    settled: async () => {
      const { deliveries: kept, rows } = stores;
      const isUnderWay = () =>
        kept.checkpoint < rows.length ||
        [...kept.messages.values()].some(({ state }) => state.status === 'due');
      while (isUnderWay()) await pause(5);
    },
    setNow: (at: string) => {
      now = at;
    },
  };
}

export type Api = Awaited<ReturnType<typeof startApi>>;

/**
 * Checks an answer against the schema of its route, to the letter: what the schema does not know is a fault.
 * @param path as the route has it, e.g. `/api/initiatives/:id`
 */
export function expectAsPromised(
  { body }: Answer,
  method: string,
  path: string,
  deps: Pick<ApiDeps, 'personas'> = {},
): void {
  const route = routesFor(deps).find((each) => each.method === method && each.path === path);
  if (!route) throw new Error(`no route ${method} ${path}`);
  expect(route.response.parse(body)).toEqual(body);
}

/** Checks that an answer is a problem in its full form, with a text. */
export function expectProblem({ status, headers, body }: Answer, expected: number, code: string): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect({ status, body }).toMatchObject({
    status: expected,
    body: {
      type: `https://fardplan.example/problems/${code}`,
      status: expected,
      code,
      title: expect.stringMatching(/\s|\w{4}/),
      detail: expect.stringMatching(/^(?!refusals\.).{10,}/s),
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  });
  expect((body as { title: string }).title).not.toMatch(/^refusals\./);
}
