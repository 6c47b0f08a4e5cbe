import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Viewer } from '../../domain/portfolio/visibility.ts';
import type { Texts } from '../texts/texts.ts';
import type { ApiDeps } from './deps.ts';
import type { Problem } from './problem.ts';

/** What a route is given: a checked person, a checked body, texts in the person's language. */
export type Asked<Body> = {
  readonly viewer: Viewer;
  /** How long what the person came with is good, ms since 1970; undefined where it has no end. */
  readonly until?: number;
  readonly texts: Texts;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
};

export type Answer<Response> =
  | { readonly ok: Response }
  | { readonly problem: Problem }
  | { readonly sent: true };

/**
 * A route is data: OpenAPI is generated from the same schemas that check what comes in.
 * `sent` is answered by routes that write the response themselves (the precompressed portfolio, the event stream).
 */
export type Route<Body = unknown, Response = unknown> = {
  readonly method: 'get' | 'post' | 'put';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** Open routes need no person; only descriptions and the local persona list are open. */
  readonly open?: true;
  /** What it costs of a person's share when requests are counted; 1 unless told. */
  readonly points?: number;
  /** Changes seldom: answered with an ETag, and 304 to those who have it. */
  readonly kept?: true;
  readonly body?: z.ZodType<Body>;
  readonly response: z.ZodType<Response>;
  /** `text/event-stream` where it is no JSON. */
  readonly responseType?: string;
  readonly answer: (asked: Asked<Body>, deps: ApiDeps) => Promise<Answer<Response>>;
};

/** Keeps body and response types together while the table of routes stays untyped inside. */
export const route = <Body, Response>(definition: Route<Body, Response>): Route =>
  definition as unknown as Route;
