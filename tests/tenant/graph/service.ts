import type { Faults } from '../faults.ts';
import { type Fault, strike } from '../faults.ts';
import { attempt } from '../http/attempt.ts';
import type { Calls } from '../http/calls.ts';
import type { Handle, Incoming, Outgoing } from '../http/exchange.ts';
import { badRequest, Refusal } from '../http/refusal.ts';
import { createRoutes } from '../http/routes.ts';
import type { Violations } from '../http/violations.ts';
import { answerBatch } from './batch.ts';
import { driveRoutes } from './drive/driveRoutes.ts';
import type { Ledger } from './ledger.ts';
import { itemRoutes } from './lists/itemRoutes.ts';
import { listRoutes } from './lists/listRoutes.ts';
import { installRoutes } from './people/installRoutes.ts';
import { userRoutes } from './people/userRoutes.ts';
import type { Caller, GraphCall, GraphRoute } from './route.ts';
import { siteRoutes } from './sites.ts';
import { isoSeconds, type World } from './world.ts';

export type GraphDeps = {
  readonly world: World;
  readonly ledger: Ledger;
  readonly violations: Violations;
  readonly calls: Calls;
  readonly faults: Faults & { choose: (request: Incoming, inBatch: boolean) => Fault | undefined };
  /** Who a token for Graph belongs to. @throws Refusal 401. */
  readonly authenticate: (authorization: string | undefined) => Promise<Caller>;
};

const MOST_BODY_BYTES = 4 * 1024 * 1024;
const OPTION_NAMES = new Set([
  'select',
  'expand',
  'filter',
  'top',
  'skiptoken',
  'deltatoken',
  'orderby',
  'count',
]);

// Routes with literal words come before those with a placeholder in the same place.
const ROUTES: readonly GraphRoute[] = [
  ...itemRoutes,
  ...listRoutes,
  ...driveRoutes,
  ...siteRoutes,
  ...userRoutes,
  ...installRoutes,
];

/** Microsoft Graph v1.0, the part of it that the product may use. */
export function createGraph(deps: GraphDeps): Handle {
  const find = createRoutes(ROUTES);
  const { world, ledger, violations, calls, faults } = deps;

  function understand(request: Incoming, caller: Caller) {
    const { route, params } = find(request.method, versionless(request.path));
    const call: GraphCall = { world, caller, params, ...readInput(request, route), origin: request.origin };
    return { call, route, units: typeof route.units === 'number' ? route.units : route.units(call) };
  }

  async function one(request: Incoming, caller: Caller, inBatch: boolean): Promise<Outgoing> {
    let units = 0;
    const work = async (): Promise<Outgoing> => {
      const { call, route, units: cost } = understand(request, caller);
      units = cost;
      const { retryAfter, headers } = units > 0 ? ledger.charge(caller.app, units) : { headers: {} };
      if (retryAfter !== undefined) throw overLimit(retryAfter, headers);
      const answer = route.handle(call);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    };
    const guarded = () => refusalsToAnswers(request, work);
    const fault = faults.choose(request, inBatch);
    if (fault?.kind === 'throttled') {
      // Calls that are throttled count too.
      units = attempt(() => understand(request, caller))?.value.units ?? 0;
      if (units > 0) ledger.charge(caller.app, units);
    }
    const answer = fault ? await strike(fault, guarded) : await guarded();
    log(request, answer, { units, app: caller.app, inBatch });
    return answer;
  }

  async function batch(request: Incoming, caller: Caller): Promise<Outgoing> {
    const work = () =>
      refusalsToAnswers(request, () =>
        answerBatch(world, request, readJson(request), (part) => one(part, caller, true)),
      );
    const fault = faults.choose(request, false);
    const answer = fault ? await strike(fault, work) : await work();
    log(request, answer, { units: 0, app: caller.app });
    return answer;
  }

  async function refusalsToAnswers(request: Incoming, work: () => Promise<Outgoing>): Promise<Outgoing> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { violation } = error.details;
      if (violation)
        violations.add({ kind: violation, method: request.method, path: request.path, says: error.message });
      return errorAnswer(world, request, error);
    }
  }

  function log(
    request: Incoming,
    { status }: Outgoing,
    more: { units: number; app?: string; inBatch?: boolean },
  ) {
    const { method, host, path } = request;
    calls.add({ at: world.clock(), method, host, path, status, ...more });
  }

  return (request) =>
    refusalsToAnswers(request, async () => {
      if (world.behaviour.latencyMs > 0)
        await new Promise((done) => setTimeout(done, world.behaviour.latencyMs));
      const caller = await deps.authenticate(request.headers.authorization);
      const isBatch = request.method === 'POST' && versionless(request.path).toLowerCase() === '/$batch';
      return isBatch ? batch(request, caller) : one(request, caller, false);
    });
}

function versionless(path: string): string {
  if (path.startsWith('/v1.0/')) return path.slice('/v1.0'.length);
  throw new Refusal(400, 'BadRequest', 'Invalid version.', { violation: 'unknown-route' });
}

function readInput(request: Incoming, route: GraphRoute) {
  if (request.bytes.length > MOST_BODY_BYTES)
    throw new Refusal(413, 'invalidRequest', 'The payload is too large', { violation: 'over-limit' });
  const options = new Map<string, string>();
  for (const [name, value] of request.query) {
    const known = OPTION_NAMES.has(name) ? `$${name}` : name;
    if (!route.options?.includes(known))
      throw badRequest(`Query option '${name}' is not allowed.`, 'unknown-option');
    options.set(known, value);
  }
  const isFile = route.method === 'PUT';
  return {
    options,
    headers: request.headers,
    bytes: request.bytes,
    body: isFile ? undefined : readJson(request),
  };
}

function readJson({ bytes, headers }: Incoming): unknown {
  if (bytes.length === 0) return undefined;
  if (!headers['content-type']?.includes('application/json'))
    throw badRequest('A Content-Type of application/json is required.', 'bad-header');
  const parsed = attempt<unknown>(() => JSON.parse(bytes.toString('utf8')));
  if (!parsed) throw badRequest('Unable to read JSON request payload.', 'bad-body');
  return parsed.value;
}

function overLimit(retryAfter: number, headers: Readonly<Record<string, string>>): Refusal {
  return new Refusal(429, 'TooManyRequests', 'The request has been throttled', {
    inner: 'activityLimitReached',
    headers: { ...headers, 'Retry-After': String(retryAfter) },
  });
}

function errorAnswer({ clock, random }: World, { headers }: Incoming, error: Refusal): Outgoing {
  const { status, code, message, details } = error;
  const requestId = random.guid();
  return {
    status,
    headers: { 'request-id': requestId, ...details.headers },
    body: {
      error: {
        code,
        message,
        innerError: {
          ...(details.inner && { code: details.inner }),
          date: isoSeconds(clock()).slice(0, -1),
          'request-id': requestId,
          'client-request-id': headers['client-request-id'] ?? requestId,
        },
      },
    },
  };
}
