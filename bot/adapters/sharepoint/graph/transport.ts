import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import { CallOptions } from './callOptions.ts';
import { GraphBusy, GraphUnclear } from './errors.ts';
import { createGate, type Gate } from './gate.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Timing } from './timing.ts';
import type { TokenSource } from './tokenSource.ts';
import type { Units } from './units.ts';
import { backoffMs, littleLeftFor, waitAskedFor } from './waits.ts';

/** What telemetry learns of each request; never an address, since addresses hold ids. */
export type GraphCallNote = {
  readonly method: string;
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  readonly milliseconds: number;
  readonly units: number;
};

export type TransportParts = {
  readonly tokens: TokenSource;
  readonly timing: Timing;
  readonly units: Units;
  /** The platform's `fetch`, unless something stands in between. */
  readonly fetch: typeof fetch;
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
  /** How long callers without options wait in all. */
  readonly patienceMs: number;
  /** `NONISV|<organisation>|<application>/<version>`: decorated traffic is throttled last. */
  readonly userAgent: string;
  readonly onCall?: (note: GraphCallNote) => void;
};

export type Transport = Middleware & { readonly gate: Gate };

/** Called again without harm: the answer is the same, or the call was not carried out. */
const MOST_ATTEMPTS = 6;

/**
 * The last and only middleware of the Graph client: sign-in, order, patience and HTTP.
 * Throttled calls wait as long as the server says, and all others wait with them. Reads are repeated after faults;
 * writes never are, except when the server said that it had not taken them: GraphUnclear tells the caller to look.
 * Source: graph client 3.0.7 retries writes blindly, caps Retry-After at 180 s and has no timeout.
 */
export function createTransport(parts: TransportParts): Transport {
  const gate = createGate(parts.timing);
  const lanes = createLanes();
  return {
    gate,
    execute: async (context) => {
      const options = optionsOf(context, parts);
      try {
        context.response = await patiently({ ...parts, gate, lanes }, context, options);
      } catch (error) {
        if (error instanceof StoreUnavailable) options.failure = error;
        throw error;
      }
    },
  };
}

type Whole = TransportParts & { readonly gate: Gate; readonly lanes: Lanes };
type Sent = { readonly response?: Response; readonly error?: unknown };

async function patiently(parts: Whole, context: Context, options: CallOptions): Promise<Response> {
  const method = context.options?.method ?? 'GET';
  for (let attempt = 1; ; attempt += 1) {
    const { response, error } = await inOrder(parts, context, options);
    if (response && !isFault(response.status)) return response;
    const asked = response && waitAskedFor(response.headers, Date.now());
    const throttled = response?.status === 429;
    if (throttled) parts.gate.closeFor(asked ?? backoffMs(attempt));
    else if (asked !== undefined) parts.gate.closeFor(asked);
    if (!throttled && method !== 'GET')
      throw new GraphUnclear(`Graph did not answer clearly (${response?.status ?? 'no answer'})`, {
        cause: error,
      });
    if (attempt >= MOST_ATTEMPTS)
      throw new GraphBusy(`Graph did not answer (${response?.status ?? 'no answer'})`, { cause: error });
    if (asked === undefined && !throttled) await within(parts, options, backoffMs(attempt));
  }
}

/** Waits for the gate, the budget and a free lane, and sends. */
async function inOrder(parts: Whole, context: Context, options: CallOptions): Promise<Sent> {
  const { gate, units, lanes } = parts;
  const leave = await lanes.enter(options.urgency);
  try {
    for (;;) {
      const wait = Math.max(gate.waitMs(), units.waitMs(options.units, options.urgency));
      if (wait === 0) break;
      await within(parts, options, wait);
    }
    return await send(parts, context, options);
  } finally {
    leave();
  }
}

/** @throws GraphBusy at once when the wait would outlast the caller. */
async function within({ timing }: Whole, { deadline }: CallOptions, ms: number): Promise<void> {
  if (timing.now() + ms > deadline) throw new GraphBusy('Graph asks to wait longer than anybody waits here');
  await timing.sleep(ms);
}

async function send(parts: Whole, context: Context, options: CallOptions): Promise<Sent> {
  const { timing, units, tokens, onCall } = parts;
  const token = await inTime(tokens.token, leftOf(options, timing));
  const left = leftOf(options, timing);
  const headers = new Headers(context.options?.headers as ConstructorParameters<typeof Headers>[0]);
  headers.set('Authorization', `Bearer ${token}`);
  headers.set('User-Agent', parts.userAgent);
  const init = {
    ...context.options,
    headers,
    signal: AbortSignal.timeout(Math.ceil(Math.min(parts.timeoutMs, left))),
  };
  const before = timing.now();
  units.spend(options.units);
  const note = (status: number): void =>
    onCall?.({
      method: init.method ?? 'GET',
      status,
      milliseconds: timing.now() - before,
      units: options.units,
    });
  try {
    const answer = await parts.fetch(String(context.request), init as RequestInit);
    const whole = await readWhole(answer);
    note(answer.status);
    units.leaveRest(littleLeftFor(answer.headers) ?? 0);
    return { response: whole };
  } catch (error) {
    note(0);
    return { error };
  }
}

/** @throws GraphBusy when the caller's time is over. */
function leftOf({ deadline }: CallOptions, { now }: Timing): number {
  const left = deadline - now();
  if (left <= 0) throw new GraphBusy('nobody waits for this call any more');
  return left;
}

/** A timer that is set for longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Entra may be as silent as Graph; nothing has been sent then. What it says later is kept for the next call. */
async function inTime(ask: TokenSource['token'], ms: number): Promise<string> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new GraphBusy('Entra gave no token in time')),
    Math.min(ms, LONGEST_TIMER_MS),
  );
  try {
    return await Promise.race([ask(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The body is read here, so that a connection lost in the middle of it counts as no answer. */
async function readWhole(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(body.byteLength > 0 ? body : null, { status: answer.status, headers });
}

const isFault = (status: number): boolean => status === 429 || status === 408 || status >= 500;

function optionsOf({ middlewareControl }: Context, { timing, patienceMs }: TransportParts): CallOptions {
  const given: unknown = middlewareControl?.getMiddlewareOptions(CallOptions);
  return given instanceof CallOptions ? given : new CallOptions('person', 1, timing.now() + patienceMs);
}
