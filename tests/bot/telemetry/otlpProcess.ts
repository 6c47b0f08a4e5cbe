import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startTelemetry } from '../../../bot/telemetry/telemetry.ts';

/** A process of its own, since the exporters load their HTTP client in a way the test runner does not know. */
const [otlpEndpoint = ''] = process.argv.slice(2);
const telemetry = await startTelemetry({ otlpEndpoint }, 'one');

for (let n = 0; n < 300; n += 1) {
  const response = Object.assign(new EventEmitter(), { statusCode: 200 }) as unknown as ServerResponse;
  const request = { method: 'GET', url: '/api/initiatives/VOF-2026-0001' } as IncomingMessage;
  telemetry?.measure.requests(request, response, () => response.emit('close'));
}
const before = performance.now();
await telemetry?.close();
console.log(Math.round(performance.now() - before));
