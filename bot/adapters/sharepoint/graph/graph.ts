import { Client, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client';
import { CallOptions } from './callOptions.ts';
import { GraphRefused, GraphUnclear } from './errors.ts';
import type { Timing } from './timing.ts';
import type { Transport } from './transport.ts';
import type { Units, Urgency } from './units.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';

/** `path` begins with `/sites/…` and is encoded, or is a link that Graph gave. */
export type GraphCall = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Resource units it costs. Source: Microsoft Learn, "Avoid getting throttled … in SharePoint Online". */
  readonly units: number;
};

export type GraphAnswer = {
  readonly status: number;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
  readonly header: (name: string) => string | null;
};

/** Who asks, and how long they wait. */
export type Patience = { readonly urgency: Urgency; readonly deadline: number };

export type Graph = {
  /** Scheme and host of the cloud's Graph. */
  readonly origin: string;
  /**
   * @returns every answer that is clear, refusals (4xx) too.
   * @throws GraphUnclear for a write that may have happened, GraphBusy when nothing was sent or read in time.
   */
  readonly call: (call: GraphCall, patience: Patience) => Promise<GraphAnswer>;
  readonly patience: (urgency: Urgency, ms?: number) => Patience;
  readonly units: Units;
  readonly timing: Timing;
  readonly transport: Transport;
};

export type GraphSettings = {
  /** `https://graph.microsoft.com` unless the cloud is another one. */
  readonly root: string;
  readonly transport: Transport;
  readonly units: Units;
  readonly timing: Timing;
  /** How long a person's call and background work wait when the caller does not say. */
  readonly patienceMs: Readonly<Record<Urgency, number>>;
};

/** Microsoft Graph v1.0 through the official client, with our own transport below it. */
export function createGraph({ root, transport, units, timing, patienceMs }: GraphSettings): Graph {
  const { host, origin } = new URL(root);
  const client = Client.initWithMiddleware({
    middleware: transport,
    baseUrl: `${origin}/`,
    customHosts: new Set([host]),
  });

  async function call(
    { method, path, body, headers, units: cost }: GraphCall,
    { urgency, deadline }: Patience,
  ): Promise<GraphAnswer> {
    if (!path.startsWith('/') && new URL(path).origin !== origin)
      throw new GraphRefused('a link led to another host', 0, undefined);
    const options = new CallOptions(urgency, cost, deadline);
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .middlewareOptions([options])
      .headers({ ...headers });
    try {
      return await answerOf(await send(request, method, body), method);
    } catch (error) {
      throw options.failure ?? error;
    }
  }

  return {
    origin,
    call,
    patience: (urgency, ms = patienceMs[urgency]) => ({ urgency, deadline: timing.now() + ms }),
    units,
    timing,
    transport,
  };
}

function send(request: GraphRequest, method: Method, body: unknown): Promise<Response> {
  switch (method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(body);
    case 'PATCH':
      return request.patch(body);
    case 'PUT':
      return request.put(body);
    case 'DELETE':
      return request.delete();
  }
}

async function answerOf(response: Response, method: Method): Promise<GraphAnswer> {
  const text = await response.text();
  const header = (name: string): string | null => response.headers.get(name);
  if (text === '') return { status: response.status, body: undefined, header };
  try {
    return { status: response.status, body: JSON.parse(text) as unknown, header };
  } catch (cause) {
    // A page of HTML instead of JSON: some proxy answered. What it says about a write cannot be trusted.
    if (response.status >= 400 && method === 'GET')
      return { status: response.status, body: undefined, header };
    throw new GraphUnclear(`Graph answered ${response.status} with something else than JSON`, { cause });
  }
}

/** A value inside `$filter`: quotes doubled, everything else percent-encoded (the client encodes nothing). */
export const literal = (value: string): string => `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
