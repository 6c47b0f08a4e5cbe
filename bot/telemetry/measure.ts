import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Attributes,
  context,
  type Meter,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Deliveries } from '../app/ports/index.ts';

type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Measuring put around what does the work, so that what does it knows nothing of being measured. */
export type Measure = {
  /** Around `POST /api/messages`: time to the answer, by status. */
  readonly turns: (endpoint: Endpoint) => Endpoint;
  /** Ahead of everything the HTTP server does: time and trace of what the tab asks for. */
  readonly requests: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** Counts messages by how they ended. */
  readonly deliveries: (deliveries: Deliveries) => Deliveries;
  /** Seconds since the log was last caught up with. */
  readonly lag: (seconds: () => number) => void;
  /** A call to Microsoft Graph that has ended, with what it cost in resource units. */
  readonly graphCall: (call: GraphCall) => void;
};

export type GraphCall = {
  readonly method: string;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly milliseconds: number;
  readonly units: number;
};

/** Boundaries of the time histograms: a person waits; 2 s is Teams' rule and 5 s the end of patience. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** Attributes never hold an id, an address with an id, or a text: only method, status, kind and reason. */
export function createMeasure({ meter, tracer }: { meter: Meter; tracer: Tracer }): Measure {
  const time = (name: string, description: string) =>
    meter.createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries: SECONDS } });
  const turnTime = time('fardplan.turn.duration', 'Time to the answer of a call from Teams');
  const requestTime = time('fardplan.api.duration', 'Time to the answer of a request from the tab');
  const graphTime = time('fardplan.graph.duration', 'Time of a call to Microsoft Graph');
  const graphUnits = meter.createCounter('fardplan.graph.units', {
    description: 'Resource units spent at Microsoft Graph',
  });
  const outcomes = meter.createCounter('fardplan.deliveries', {
    description: 'Messages sent unasked, by how they ended',
  });

  /** Runs the work in a span of its own; what it asks of Graph belongs to the same trace. */
  function spanned<T>(name: string, response: ServerResponse, attributes: Attributes, work: () => T): T {
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes });
    response.once('close', () => {
      const { statusCode } = response;
      span.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    return context.with(trace.setSpan(context.active(), span), work);
  }

  return {
    // restify tells handlers that are done when they resolve by their being async.
    turns: (endpoint) => async (request, response) => {
      const stop = stopwatch();
      response.once('close', () => turnTime.record(stop(), { status: response.statusCode }));
      await spanned('turn', response, {}, () => endpoint(request, response));
    },
    requests: (request, response, next) => {
      const kind = kindOf(request.url ?? '');
      if (!kind) return next();
      const method = request.method ?? '';
      const stop = stopwatch();
      // A stream stays open for hours: what counts is when it began to answer.
      response.once('close', () => {
        if (kind !== 'changes') requestTime.record(stop(), { kind, method, status: response.statusCode });
      });
      return spanned(`${method} ${kind}`, response, { 'http.request.method': method }, next);
    },
    deliveries: (deliveries) => ({
      ...deliveries,
      sent: async (key, landed) => {
        await deliveries.sent(key, landed);
        outcomes.add(1, { outcome: 'sent' });
      },
      postpone: async (key, notBefore, reason) => {
        await deliveries.postpone(key, notBefore, reason);
        outcomes.add(1, { outcome: 'postponed' });
      },
      failed: async (key, reason, at) => {
        await deliveries.failed(key, reason, at);
        outcomes.add(1, { outcome: 'failed', reason });
      },
    }),
    lag: (seconds) => {
      const gauge = meter.createObservableGauge('fardplan.log.lag', {
        description: 'Time since the log was last caught up with',
        unit: 's',
      });
      gauge.addCallback((result) => result.observe(seconds()));
    },
    graphCall: ({ method, status, milliseconds, units }) => {
      graphTime.record(milliseconds / 1_000, { method, status });
      graphUnits.add(units, { method });
    },
  };
}

function stopwatch(): () => number {
  const from = performance.now();
  return () => (performance.now() - from) / 1_000;
}

const KIND =
  /^\/api\/(me|people|portfolio|organisation|initiatives|todo|drafts|similar|commands|changes|undelivered)\b/;

/** First word of an API address, never more: the rest may be an id. Turns are measured where they are answered. */
function kindOf(url: string): string | undefined {
  return KIND.exec(url)?.[1];
}
