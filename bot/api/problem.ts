import type { ServerResponse } from 'node:http';
import { type CodedRefusal, refusalText } from '../texts/refusalText.ts';
import type { Texts } from '../texts/texts.ts';

/** An answer that is not the wanted one, as application/problem+json (RFC 9457), with a text a person can act on. */
export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly about?: readonly string[];
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
  readonly initiative?: unknown;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
};

/** A problem with the texts of its code. @param id said where only somebody who can read the log can help. */
export function problemOf(status: Problem['status'], refusal: CodedRefusal, texts: Texts, id = ''): Problem {
  const { code, about } = refusal;
  return {
    status,
    code,
    title: texts.t(`refusals.${code}.title`),
    detail: status >= 500 ? texts.t(`refusals.${code}.text`, { id }) : refusalText(refusal, texts),
    ...(about && { about }),
  };
}

export function sendProblem(res: ServerResponse, problem: Problem, correlationId: string): void {
  const { retryAfter, ...said } = problem;
  const { code, status } = said;
  const type = `https://fardplan.example/problems/${code}`;
  const body = JSON.stringify({ type, ...said, correlationId });
  res.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-correlation-id': correlationId,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    // Refused before it was read to the end: better a new connection than an endless body.
    ...(status === 413 && { connection: 'close' }),
  });
  res.end(body);
}
