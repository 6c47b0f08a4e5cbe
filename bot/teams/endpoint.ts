import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock, NewId } from '../app/ports/index.ts';
import { declaredLength, MOST_BYTES, readBody } from './body.ts';
import type { EdgeLog } from './edgeLog.ts';
import type { Guard } from './guard/guard.ts';
import { translate } from './inbound/translate.ts';
import { createRefusalLog, type RefusalLog } from './refusalLog.ts';
import { about, type Turns } from './turns.ts';
import type { Whereabouts } from './whereabouts.ts';

export type EndpointDeps = {
  readonly guard: Guard;
  readonly turns: Turns;
  readonly whereabouts: Whereabouts;
  readonly log: EdgeLog;
  readonly clock: Clock;
  readonly newId: NewId;
};

export type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

type Answer = { readonly status: number; readonly body?: object };

/**
 * `POST /api/messages`: guard, body, translation, turn. Mount it before any body parser.
 * Once somebody is let in with an activity the status is 200 whatever happens; refusals say nothing but their status.
 */
export function createEndpoint(deps: EndpointDeps): Endpoint {
  const { log, newId, clock } = deps;
  const logRefusal = createRefusalLog(log, () => Date.parse(clock()));
  return async (request, response) => {
    const correlationId = newId();
    try {
      send(request, response, await answerTo({ ...deps, logRefusal }, request, correlationId));
    } catch (error) {
      log.error({ correlationId, err: error }, 'call not answered');
      if (!response.headersSent) send(request, response, { status: 500 });
    }
  };
}

async function answerTo(
  deps: EndpointDeps & { readonly logRefusal: RefusalLog },
  request: IncomingMessage,
  correlationId: string,
): Promise<Answer> {
  const { guard, turns, whereabouts, log, clock, logRefusal } = deps;
  const refuse = (refusal: { status: number; why: string }): Answer => {
    logRefusal(refusal, correlationId);
    return { status: refusal.status };
  };

  const caller = await guard.admit(callOf(request));
  if ('status' in caller) return refuse(caller);
  const body = await readBody(request);
  if (!body.ok) return refuse(body);
  const refusal = caller.refuses(body.value);
  if (refusal) return refuse(refusal);

  const inbound = translate(body.value, correlationId, clock());
  if (!inbound) return refuse({ status: 400, why: 'no-activity' });
  if (inbound.turn.kind === 'other') log.info(about(inbound.turn), 'activity without a meaning to us');
  await whereabouts(inbound.turn);
  const answer = await turns.run(inbound);
  log.debug(about(inbound.turn), 'turn answered');
  return { status: 200, ...(answer && { body: answer }) };
}

const callOf = ({ headers, socket }: IncomingMessage) => ({
  ...(headers.authorization !== undefined && { authorization: headers.authorization }),
  ...(socket.remoteAddress !== undefined && { remoteAddress: socket.remoteAddress }),
  ...(headers.host !== undefined && { host: headers.host }),
  forwarded: FORWARDING.some((name) => headers[name] !== undefined),
});

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status;
  // Refused before it was read to the end: better a new connection than an endless body.
  if (!request.complete && !mayBeReadToTheEnd(request)) response.setHeader('Connection', 'close');
  if (!body) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

const mayBeReadToTheEnd = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] === undefined && declaredLength(request) <= MOST_BYTES;
