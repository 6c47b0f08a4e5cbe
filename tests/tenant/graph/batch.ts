import type { Incoming, Outgoing } from '../http/exchange.ts';
import { badRequest } from '../http/refusal.ts';
import { membersOf } from './route.ts';
import type { World } from './world.ts';

type Part = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
};

type PartAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers?: unknown;
  readonly body?: unknown;
};

const MOST_PARTS = 20;
const PART = ['id', 'method', 'url', 'headers', 'body', 'dependsOn'];

/**
 * `POST /$batch`. Parts run one after another in an order of the tenant's own, or as `dependsOn` says; answers come in
 * any order. Nothing is rolled back. Source: Microsoft Graph, "Combine multiple HTTP requests using JSON batching".
 */
export async function answerBatch(
  world: World,
  request: Incoming,
  body: unknown,
  run: (part: Incoming) => Promise<Outgoing>,
): Promise<Outgoing> {
  const parts = readParts(body);
  const answers = new Map<string, PartAnswer>();
  const mixed = world.behaviour.quirks ? world.random.shuffle(parts) : parts;
  const order = parts.some(({ dependsOn }) => dependsOn.length > 0) ? inDependencyOrder(parts) : mixed;
  for (const part of order) {
    const failed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 500) >= 400);
    answers.set(
      part.id,
      failed ? dependencyFailed(part.id) : answerOf(part.id, await run(asRequest(part, request))),
    );
  }
  const responses = [...answers.values()];
  return {
    status: 200,
    body: { responses: world.behaviour.quirks ? world.random.shuffle(responses) : responses },
  };
}

function readParts(body: unknown): Part[] {
  const { requests } = membersOf(body ?? {}, ['requests'], 'A batch');
  if (!Array.isArray(requests) || requests.length === 0)
    throw badRequest('Invalid batch payload format.', 'bad-batch');
  if (requests.length > MOST_PARTS)
    throw badRequest(
      `Number of batch request steps exceeds the maximum value of ${MOST_PARTS}.`,
      'bad-batch',
    );
  const parts = requests.map(readPart);
  const ids = new Set(parts.map(({ id }) => id.toLowerCase()));
  if (ids.size < parts.length) throw badRequest('Request ids must be unique.', 'bad-batch');
  refuseMixedDependencies(parts);
  return parts;
}

function readPart(given: unknown): Part {
  const {
    id,
    method,
    url,
    headers = {},
    body,
    dependsOn = [],
  } = membersOf(given, PART, 'A batch request') as Partial<Part>;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string' || id === '')
    throw badRequest('A batch request needs id, method and url.', 'bad-batch');
  if (!url.startsWith('/') || /^\/(?:v1\.0|beta)\//.test(url))
    throw badRequest('The url of a batch request is relative and has no version.', 'bad-batch');
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (body !== undefined && !lower['content-type'])
    throw badRequest('A batch request with a body needs a Content-Type header.', 'bad-batch');
  return { id, method, url, headers: lower, body, dependsOn };
}

/** All at once, strictly one after the other, or all after one: Graph takes nothing in between. */
function refuseMixedDependencies(parts: readonly Part[]): void {
  const isParallel = parts.every(({ dependsOn }) => dependsOn.length === 0);
  const isSerial = parts.every(
    ({ dependsOn }, at) =>
      dependsOn.length === (at === 0 ? 0 : 1) && (at === 0 || dependsOn[0] === parts[at - 1]!.id),
  );
  const first = parts.find(({ dependsOn }) => dependsOn.length === 0)?.id;
  const isAfterOne = parts.every(
    ({ id, dependsOn }) =>
      (id === first && dependsOn.length === 0) || (dependsOn.length === 1 && dependsOn[0] === first),
  );
  if (!isParallel && !isSerial && !isAfterOne)
    throw badRequest('Invalid Dependency in the batch request.', 'bad-batch');
}

const inDependencyOrder = (parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((one, other) => one.dependsOn.length - other.dependsOn.length);

function asRequest(part: Part, batch: Incoming): Incoming {
  const url = new URL(`${batch.origin}/v1.0${part.url}`);
  const isJson = part.headers['content-type']?.includes('json') === true;
  const text = typeof part.body === 'string' && !isJson ? part.body : JSON.stringify(part.body);
  return {
    ...batch,
    method: part.method.toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: { authorization: batch.headers.authorization ?? '', ...part.headers },
    bytes: part.body === undefined ? Buffer.alloc(0) : Buffer.from(text),
  };
}

const answerOf = (id: string, { status, headers, body, text, bytes }: Outgoing): PartAnswer => ({
  id,
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: body ?? text ?? bytes?.toString('base64') ?? null,
});

const dependencyFailed = (id: string): PartAnswer => ({
  id,
  status: 424,
  body: {
    error: {
      code: 'FailedDependency',
      message: 'The requested operation failed because a dependent request failed.',
    },
  },
});
