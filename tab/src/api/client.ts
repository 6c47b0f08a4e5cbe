import { ApiError, type Problem, readProblem } from './problems.ts';
import type { Heard } from './streamEvents.ts';

/** How the tab proves who is asking: an Entra token inside Teams, a persona in local mode. */
export type Authorize = () => Promise<string>;

export type Client = {
  /** @throws ApiError for every answer that is not 2xx, and when no answer came. */
  readonly get: <Answer>(path: string, signal?: AbortSignal) => Promise<Answer>;
  readonly send: <Answer>(method: 'POST' | 'PUT', path: string, body: unknown) => Promise<Answer>;
  /** Another instance of the server may answer next: what we have heard of is shown as it is now, or later. */
  readonly hear: (heard: Heard) => void;
  /** The bare response, for the stream of changes. */
  readonly open: (path: string, init: RequestInit) => Promise<Response>;
};

/** A dead network is told after this long instead of an endless wait. */
const TIMEOUT_MS = 20_000;
/** The server looks at no more of them. */
const MOST_HEARD = 10;
const NO_ANSWER: Problem = { status: 0, code: 'offline' };

/** @param language of the client (Teams or browser), for a person who has not chosen one. */
export function createClient(authorize: Authorize, language: string): Client {
  let heard: readonly Heard[] = [];

  async function open(path: string, init: RequestInit): Promise<Response> {
    let authorization: string;
    try {
      authorization = await authorize();
    } catch (cause) {
      throw new ApiError({ status: 401, code: 'unauthorised' }, { cause });
    }
    const known = heard.map(({ id, version }) => `${id}@${version}`).join(',');
    const headers = {
      ...init.headers,
      Authorization: authorization,
      'Accept-Language': language,
      ...(known && { 'Fardplan-Heard': known }),
    };
    try {
      // The server's ETag decides whether a stored answer is still true.
      return await fetch(path, { cache: 'no-cache', ...init, headers });
    } catch (cause) {
      throw new ApiError(NO_ANSWER, { cause });
    }
  }

  async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const response = await open(path, { ...init, signal });
    const body: unknown = await response.json().catch((cause) => {
      // A connection that breaks in the middle of an answer is no answer.
      if (response.ok) throw new ApiError(NO_ANSWER, { cause });
    });
    if (!response.ok) throw new ApiError(readProblem(response.status, body));
    return body as Answer;
  }

  return {
    open,
    hear: ({ id, version }) => {
      const least = heard.find((one) => one.id === id)?.version ?? 0;
      const others = heard.filter((one) => one.id !== id);
      heard = [{ id, version: Math.max(version, least) }, ...others].slice(0, MOST_HEARD);
    },
    get: (path, signal) => ask(path, signal ? { signal } : {}),
    send: (method, path, body) =>
      ask(path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  };
}
