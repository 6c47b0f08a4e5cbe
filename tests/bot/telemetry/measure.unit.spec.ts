import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Attributes, createNoopMeter, type Histogram, trace } from '@opentelemetry/api';
import { routesFor } from '../../../bot/api/api.ts';
import { createMeasure } from '../../../bot/telemetry/measure.ts';

/** What is recorded of one request that is answered at once. */
function recordedOf(method: string, url: string): Attributes[] {
  const recorded: Attributes[] = [];
  const meter = createNoopMeter();
  const histogram: Histogram = { record: (_seconds, attributes = {}) => void recorded.push(attributes) };
  meter.createHistogram = () => histogram;
  const { requests } = createMeasure({ meter, tracer: trace.getTracer('none') });
  const response = Object.assign(new EventEmitter(), { statusCode: 200 }) as unknown as ServerResponse;
  requests({ method, url } as IncomingMessage, response, () => response.emit('close'));
  return recorded;
}

describe('what is measured of the tab’s API', () => {
  it.each(
    routesFor({})
      .map(({ method, path }) => [method.toUpperCase(), path] as const)
      .filter(([, path]) => path !== '/api/changes'),
  )('%s %s, by the first word of its address and nothing more', (method, path) => {
    const [, , word] = path.split('/');
    expect(recordedOf(method, path.replace(':id', 'VOF-2026-0001'))).toEqual([
      { kind: word, method, status: 200 },
    ]);
  });

  it.each(['/api/changes', '/api/made-up-by-a-stranger', '/healthz', '/tab/', '/api/messages'])(
    'not %s: streams last for hours, and words of strangers are no names of figures',
    (path) => expect(recordedOf('GET', path)).toEqual([]),
  );
});
