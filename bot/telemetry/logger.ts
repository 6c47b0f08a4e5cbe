import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const DEEPEST = 3;
const LONGEST_MESSAGE = 300;

/**
 * Structured lines for the platform to collect. Lines hold correlation ids, codes and keys, never a name, a text or a
 * token: of an error only its kind, codes, message and places in our code are written, and the message is cleaned.
 */
export const createLogger = (level: LogLevel, instance: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { service: 'fardplan', instance },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceFields,
      serializers: { err: (error: unknown) => errorFields(error) },
      redact: [
        'authorization',
        '*.authorization',
        'headers',
        '*.headers',
        'body',
        '*.body',
        'text',
        '*.text',
      ],
    },
    to ?? pino.destination({ dest: 1, sync: false }),
  );

/**
 * Ties a line to the trace it was written in, where there is one.
 * Source: OpenTelemetry specification, "Trace Context in non-OTLP Log Formats".
 */
function traceFields(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

/** SDK errors carry whole requests with tokens, and answers with what people wrote: they are not for a log. */
export function errorFields(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    type: name,
    message: cleaned(message),
    ...(isShort(code) && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(stack && { at: placesIn(stack) }),
    ...(cause !== undefined && depth < DEEPEST && { cause: errorFields(cause, depth + 1) }),
  };
}

const isShort = (code: unknown): boolean =>
  typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,80}$/.test(code));

/** Takes away what looks like a token, an address, an e-mail or a quotation: those may be somebody's. */
const cleaned = (message: string): string =>
  message
    .replace(/\bBearer\s+\S+/gi, 'Bearer …')
    .replace(/\beyJ[\w-]+(?:\.[\w-]*)*/g, '…')
    .replace(/https?:\/\/\S+/gi, '…')
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '…')
    .replace(/"[^"]*"|“[^”]*”|”[^”]*”|'[^']{12,}'/g, '…')
    .slice(0, LONGEST_MESSAGE);

/** Lines of the stack only: its head repeats the message. */
const placesIn = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\/\S*\/(bot|domain|node_modules)\//, '$1/'),
    );
