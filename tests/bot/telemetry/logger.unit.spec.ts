import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { createLogger } from '../../../bot/telemetry/logger.ts';

const lineOf = (write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> => {
  const lines: string[] = [];
  write(createLogger('debug', 'one', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
};

describe('a line of the log', () => {
  it('is JSON with level, time, instance, correlation id and message', () =>
    expect(lineOf((log) => log.warn({ correlationId: 'c-1', status: 401 }, 'call refused'))).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      service: 'fardplan',
      instance: 'one',
      correlationId: 'c-1',
      status: 401,
      msg: 'call refused',
    }));

  it('names the trace it was written in, as OpenTelemetry does', () => {
    const span = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 0 };
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const within = trace.setSpanContext(ROOT_CONTEXT, span);
    const line = context.with(within, () => lineOf((log) => log.info({}, 'started')));
    context.disable();
    expect(line).toMatchObject({ trace_id: span.traceId, span_id: span.spanId });
  });

  it('of an SDK error holds its kind and codes, not the request and answer that hang on it', () => {
    const error = Object.assign(
      new Error('Request failed for "Digitala lås" with Bearer eyJhbGciOi.eyJzdWIi.x'),
      {
        name: 'RestError',
        code: 'REQUEST_SEND_ERROR',
        statusCode: 403,
        request: { headers: { authorization: 'Bearer eyJ0b2tlbg' }, body: '{"text":"Nycklar"}' },
        response: { bodyAsText: '{"text":"Nycklar"}' },
        details: 'chef@kommunen.example',
      },
    );
    const line = lineOf((log) => log.error({ err: error }, 'message not sent'));
    expect(line.err).toMatchObject({ type: 'RestError', code: 'REQUEST_SEND_ERROR', statusCode: 403 });
    expect((line.err as { at: string[] }).at[0]).toMatch(/logger\.unit\.spec\.ts/);
    expect(JSON.stringify(line)).not.toMatch(/Nycklar|Digitala|eyJ|kommunen\.example/);
  });

  it.each([
    ['a quotation', 'Could not parse "Mormors nycklar" at 3', 'Mormors'],
    ['an address', 'GET https://graph.microsoft.com/v1.0/users/4d0c failed', '4d0c'],
    ['an e-mail', 'no such user eva@kommunen.example', 'eva@'],
    ['a token', 'refused eyJhbGciOiJSUzI1NiJ9.eyJ0aWQiOiI3In0.abc', 'eyJ'],
  ])('never holds %s of an error', (_what, message, secret) => {
    const line = lineOf((log) => log.error({ err: new Error(message) }, 'failed'));
    expect(JSON.stringify(line)).not.toContain(secret);
  });

  it('follows causes, but not for ever', () => {
    const loop = new Error('round', { cause: undefined });
    loop.cause = loop;
    const line = lineOf((log) => log.error({ err: new Error('outer', { cause: loop }) }, 'failed'));
    expect(JSON.stringify(line)).toContain('"cause"');
  });

  it('takes away what was put there by mistake', () => {
    const line = lineOf((log) =>
      log.info(
        { headers: { authorization: 'Bearer x' }, text: 'Nycklar', given: { body: 'Nycklar' } },
        'oops',
      ),
    );
    expect(JSON.stringify(line)).not.toMatch(/Bearer|Nycklar/);
  });
});
