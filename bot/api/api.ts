import type { ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { LogEntryTooLarge, StoreUnavailable } from '../app/ports/index.ts';
import { tooLargeText } from '../texts/refusalText.ts';
import type { Texts } from '../texts/texts.ts';
import { SignInProblem } from './auth/signIn.ts';
import { bodyOf } from './body.ts';
import type { ApiDeps, SignedIn } from './deps.ts';
import { etagOf, isKnown } from './etag.ts';
import { readWhatIsHeard } from './heard.ts';
import { openApiOf } from './openapi.ts';
import { type Problem, problemOf, sendProblem } from './problem.ts';
import { TooMuchAsked } from './rateLimit.ts';
import type { Route } from './route.ts';
import { streamChanges } from './routes/changes.ts';
import { runCommand } from './routes/commands.ts';
import { listDocuments } from './routes/documents.ts';
import { findSimilar, listDrafts, listTodo, showInitiative } from './routes/initiatives.ts';
import { listPersonas, setLanguage, showMe } from './routes/me.ts';
import { showOrganisation } from './routes/organisation.ts';
import { showPhoto } from './routes/people.ts';
import { showInsight, showPortfolio } from './routes/portfolio.ts';
import { listUndelivered, putAwayUndelivered } from './routes/undelivered.ts';

/** Seconds until a fault of the sign-in service may have passed. */
const SOON = 15;

const ROUTES: readonly Route[] = [
  showMe,
  setLanguage,
  showPortfolio,
  showInsight,
  showOrganisation,
  showInitiative,
  listDocuments,
  showPhoto,
  listTodo,
  listDrafts,
  findSimilar,
  runCommand,
  streamChanges,
  listUndelivered,
  putAwayUndelivered,
];

/** The routes of this mode. Without `personas` in the deps (production) the persona list does not exist. */
export const routesFor = ({ personas }: Pick<ApiDeps, 'personas'>): readonly Route[] =>
  personas ? [...ROUTES, listPersonas] : ROUTES;

/** Puts the API on the server. */
export function mountApi(server: Server, deps: ApiDeps): void {
  const routes = routesFor(deps);
  for (const route of routes) {
    server[route.method](route.path, (req: Request, res: Response, next: () => void) => {
      void serve(route, req, res, deps).finally(next);
    });
  }
  const description = JSON.stringify(openApiOf(routes));
  server.get('/api/openapi.json', (_req: Request, res: Response, next: () => void) => {
    sendJson(res, description);
    next();
  });
  answerUnrouted(server, deps);
}

/** Never rejects: what is wrong has been answered, or the connection is gone. */
async function serve(route: Route, req: Request, res: Response, deps: ApiDeps): Promise<void> {
  const correlationId = deps.newId();
  let texts = textsFor(req, undefined, deps);
  const problem = (status: Problem['status'], code: string, more: Partial<Problem> = {}) =>
    sendProblem(res, { ...problemOf(status, { code }, texts, correlationId), ...more }, correlationId);
  try {
    const signedIn: SignedIn | undefined = route.open ? { person: '' } : await deps.authenticate(req);
    if (signedIn === undefined) return problem(401, 'not-signed-in');
    const { person, until } = signedIn;
    if (!route.open && (await deps.isGuest(person))) return problem(403, 'guest-account');
    texts = textsFor(req, person || undefined, deps);
    const retryAfter = await deps.limit?.(person, route.points ?? 1);
    if (retryAfter !== undefined) return problem(429, 'too-many-requests', { retryAfter });
    const body = await bodyOf(route.body, req, texts);
    if ('failure' in body) return problem(...body.failure);
    const isView = route.method === 'get';
    if (isView && !route.open) await readWhatIsHeard(req, person, deps);
    const at = deps.clock();
    const viewer = { person, at, day: deps.context().calendar.localDate(at) };
    const params = (req.params ?? {}) as Readonly<Record<string, string>>;
    const asked = {
      viewer,
      ...(until !== undefined && { until }),
      texts,
      params,
      body: body.value,
      req,
      res,
    };
    const make = () => route.answer(asked, deps);
    const answer = await (isView ? deps.names.shown(make, (made) => !('sent' in made)) : make());
    if ('sent' in answer) return;
    if ('problem' in answer) return sendProblem(res, answer.problem, correlationId);
    const json = JSON.stringify(answer.ok);
    if (route.kept) sendKept(req, res, json);
    else sendJson(res, json);
  } catch (error) {
    const { status, code, logged, ...more } = faultOf(error, texts);
    if (logged) deps.report.error({ err: error, correlationId, path: route.path }, logged);
    if (res.headersSent) res.end();
    else problem(status, code, more);
  }
}

type Fault = Pick<Problem, 'status' | 'code' | 'retryAfter' | 'about' | 'errors'> & {
  readonly detail?: string;
  /** What the log says; nothing where the caller is to act and nothing is wrong here. */
  readonly logged?: string;
};

function faultOf(error: unknown, texts: Texts): Fault {
  if (error instanceof LogEntryTooLarge) {
    const { field } = error;
    const about = [field.split('.').at(-1) ?? field];
    const errors = [{ path: `order.${field}`, code: 'too-long' }];
    return { status: 422, code: 'too-long', detail: tooLargeText(error, texts), about, errors };
  }
  if (error instanceof TooMuchAsked) return { status: 429, code: error.code, retryAfter: error.retryAfter };
  if (error instanceof SignInProblem) {
    const { status, code } = error;
    return status === 403
      ? { status, code }
      : { status, code, retryAfter: SOON, logged: 'sign-in unavailable' };
  }
  return error instanceof StoreUnavailable
    ? { status: 503, code: 'store-unavailable', logged: 'store unavailable' }
    : { status: 500, code: 'failed', logged: 'request failed' };
}

const textsFor = (req: Request, person: string | undefined, deps: ApiDeps): Texts =>
  deps.textsIn(deps.languageFor(person, req.headers['accept-language']));

/** Addresses and methods that do not exist, in the same form as every other problem. */
function answerUnrouted(server: Server, deps: ApiDeps): void {
  server.on(
    'restifyError',
    (req: Request, res: Response, error: { statusCode?: number }, next: () => void) => {
      if (!req.url?.startsWith('/api/') || res.headersSent) return next();
      const [status, code] = UNROUTED[error.statusCode ?? 0] ?? ([500, 'failed'] as const);
      const correlationId = deps.newId();
      // `next` would let restify answer as well.
      sendProblem(
        res,
        problemOf(status, { code }, textsFor(req, undefined, deps), correlationId),
        correlationId,
      );
    },
  );
}

const UNROUTED: Readonly<Record<number, readonly [Problem['status'], string]>> = {
  400: [400, 'bad-address'],
  404: [404, 'bad-address'],
  405: [405, 'bad-address'],
};

function sendJson(res: ServerResponse, body: string): void {
  res.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  res.end(body);
}

/** The client may keep it and ask whether it still holds. */
function sendKept(req: Request, res: Response, body: string): void {
  const etag = etagOf(body);
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (isKnown(req, etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  res.writeHead(200, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}
