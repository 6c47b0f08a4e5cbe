import type { Incoming, Outgoing } from './http/exchange.ts';
import { createRandom, type Random } from './random.ts';

/**
 * What can go wrong on the way. `lost-answer` is a 504 after the work was done; `gateway-timeout` a 504 before it.
 * `reset-*` cuts the connection and `silence-*` never answers, before or after the work was done.
 */
export type FaultKind =
  | 'throttled'
  | 'busy'
  | 'gateway-timeout'
  | 'lost-answer'
  | 'server-error'
  | 'reset-before'
  | 'reset-after'
  | 'silence-before'
  | 'silence-after';

/** Which requests a fault may hit; what is left out matches everything. A part of a batch counts as a request. */
export type FaultTarget = {
  readonly method?: string;
  readonly path?: RegExp;
  readonly host?: string;
};

export type Faults = {
  /** The next `times` matching requests meet this fault. Several plans are used up in the order they were made. */
  readonly next: (kind: FaultKind, plan?: FaultTarget & { times?: number; retryAfter?: number }) => void;
  /** From now on every matching request meets a fault by these probabilities (0–1, together at most 1). */
  readonly atRandom: (
    rates: Partial<Record<FaultKind, number>>,
    plan?: FaultTarget & { seed?: number; retryAfter?: number },
  ) => void;
  readonly clear: () => void;
  /** How often each fault has struck. */
  readonly struck: () => Readonly<Partial<Record<FaultKind, number>>>;
};

export type Fault = { readonly kind: FaultKind; readonly retryAfter: number };

type Planned = Fault & { readonly target: FaultTarget; times: number };
type Odds = { rates: [FaultKind, number][]; target: FaultTarget; random: Random; retryAfter: number };

const RETRY_AFTER_SECONDS = 1;

/** `choose` is for the tenant's own servers: the fault that this request meets, if any. */
export function createFaults(): Faults & {
  choose: (request: Incoming, inBatch: boolean) => Fault | undefined;
} {
  let planned: Planned[] = [];
  let odds: Odds | undefined;
  let struck: Partial<Record<FaultKind, number>> = {};

  function chosen(request: Incoming): Fault | undefined {
    const plan = planned.find(({ target }) => hits(request, target));
    if (plan) {
      plan.times -= 1;
      planned = planned.filter(({ times }) => times > 0);
      return plan;
    }
    if (!odds || !hits(request, odds.target)) return undefined;
    let left = odds.random.next();
    for (const [kind, rate] of odds.rates) {
      if (left < rate) return { kind, retryAfter: odds.retryAfter };
      left -= rate;
    }
    return undefined;
  }

  return {
    next: (kind, { times = 1, retryAfter = RETRY_AFTER_SECONDS, ...target } = {}) =>
      void planned.push({ kind, times, retryAfter, target }),
    atRandom: (rates, { seed = 1, retryAfter = RETRY_AFTER_SECONDS, ...target } = {}) => {
      odds = {
        rates: Object.entries(rates) as [FaultKind, number][],
        target,
        random: createRandom(seed),
        retryAfter,
      };
    },
    clear: () => {
      planned = [];
      odds = undefined;
      struck = {};
    },
    struck: () => struck,
    choose: (request, inBatch) => {
      const fault = chosen(request);
      if (!fault) return undefined;
      const kind = inBatch ? (INSIDE_A_BATCH[fault.kind] ?? fault.kind) : fault.kind;
      struck[kind] = (struck[kind] ?? 0) + 1;
      return { kind, retryAfter: fault.retryAfter };
    },
  };
}

/** A part of a batch has no connection of its own to lose. */
const INSIDE_A_BATCH: Partial<Record<FaultKind, FaultKind>> = {
  'reset-before': 'busy',
  'silence-before': 'gateway-timeout',
  'reset-after': 'lost-answer',
  'silence-after': 'lost-answer',
};

const hits = ({ method, path, host }: Incoming, target: FaultTarget): boolean =>
  (target.method === undefined || target.method === method) &&
  (target.host === undefined || target.host === host) &&
  (target.path === undefined || target.path.test(path));

/** What the caller gets instead of the answer. `work` is done for the faults that strike after it. */
export async function strike(fault: Fault, work: () => Promise<Outgoing>): Promise<Outgoing> {
  const retryAfter = { 'Retry-After': String(fault.retryAfter) };
  switch (fault.kind) {
    case 'throttled':
      return {
        status: 429,
        headers: retryAfter,
        body: {
          error: {
            code: 'TooManyRequests',
            message: 'The request has been throttled',
            innerError: { code: 'activityLimitReached' },
          },
        },
      };
    case 'busy':
      return {
        status: 503,
        headers: { ...retryAfter, 'Content-Type': 'text/html' },
        text: '<html><head><title>Service Unavailable</title></head><body><h2>Service Unavailable</h2></body></html>',
      };
    case 'server-error':
      return { status: 500, text: '' };
    case 'gateway-timeout':
      return GATEWAY_TIMEOUT;
    case 'lost-answer':
      await work();
      return GATEWAY_TIMEOUT;
    case 'reset-before':
      return { status: 0, lost: 'reset' };
    case 'reset-after':
      await work();
      return { status: 0, lost: 'reset' };
    case 'silence-before':
      return { status: 0, lost: 'silence' };
    case 'silence-after':
      await work();
      return { status: 0, lost: 'silence' };
  }
}

const GATEWAY_TIMEOUT: Outgoing = {
  status: 504,
  body: { error: { code: 'UnknownError', message: '', innerError: {} } },
};
