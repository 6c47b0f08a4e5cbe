import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTelemetry } from '../../../bot/telemetry/telemetry.ts';
import { PEOPLE } from '../../builders/people.ts';
import { closeAll, startApi } from '../api/startApi.ts';
import { submitted } from '../support/life.ts';

afterEach(closeAll);

const until = async (isSo: () => Promise<boolean> | boolean) => {
  for (let n = 0; n < 100 && !(await isSo()); n += 1) await new Promise((done) => setTimeout(done, 50));
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Takes OTLP and remembers the paths and the text of it. */
async function collector() {
  const taken: { path: string; text: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      taken.push({ path: request.url ?? '', text: Buffer.concat(chunks).toString('latin1') });
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { taken, url, stop: () => new Promise((done) => server.close(done)) };
}

describe('figures', () => {
  it('are not there unless somebody is set to take them', async () =>
    expect(await startTelemetry({}, 'one')).toBeUndefined());

  it('tell Prometheus of turns, requests, messages by outcome, Graph calls and units, and the lag of the log', async () => {
    const metricsPort = await freePort();
    const telemetry = await startTelemetry({ metricsPort }, 'one');
    const api = await startApi({ measure: telemetry!.measure });
    const page = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    const { number, id } = await submitted(api.server);
    await api.get('/api/me');
    await api.get(`/api/initiatives/${number}`);
    await api.get('/api/me', 'nobody');
    await api.ask('POST', '/api/messages', { body: {} });
    telemetry!.measure.graphCall({ method: 'POST', status: 201, milliseconds: 120, units: 2 });
    await until(async () => (await page()).includes('outcome="failed"'));
    const text = await page();
    expect(text).toMatch(/fardplan_turn_duration_count\{[^}]*status="403"[^}]*\} 1/);
    expect(text).toMatch(/fardplan_api_duration_count\{[^}]*kind="initiatives"[^}]*status="200"[^}]*\} 1/);
    expect(text).toMatch(/fardplan_api_duration_count\{[^}]*kind="me"[^}]*status="401"[^}]*\} 1/);
    expect(text).toMatch(/fardplan_deliveries_total\{[^}]*outcome="failed",reason="not-installed"[^}]*\} \d/);
    expect(text).toMatch(/fardplan_graph_units_total\{[^}]*method="POST"[^}]*\} 2/);
    expect(text).toMatch(/fardplan_graph_duration_count\{[^}]*status="201"[^}]*\} 1/);
    expect(text).toMatch(/fardplan_log_lag\{[^}]*\} \d/);
    for (const secret of [id, number, PEOPLE.employee, PEOPLE.manager]) expect(text).not.toContain(secret);
    await closeAll();
    await telemetry!.close();
    await expect(page()).rejects.toThrow();
  }, 30_000);
});

describe('a collector', () => {
  const run = promisify(execFile);
  const send = async (url: string) => {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'otlpProcess.ts'), url]);
    return Number(stdout);
  };

  it('gets figures and traces by OTLP, the last of them at the end, and nothing about people', async () => {
    const { taken, url, stop } = await collector();
    await send(`${url}/`);
    expect(new Set(taken.map(({ path }) => path))).toEqual(new Set(['/v1/metrics', '/v1/traces']));
    const all = taken.map(({ text }) => text).join('');
    expect(all).toContain('fardplan.api.duration');
    expect(all).toContain('GET initiatives');
    expect(all).not.toContain('VOF-2026-0001');
    await stop();
  }, 30_000);

  it(
    'that is away does not hold the server up',
    async () => expect(await send('http://127.0.0.1:1')).toBeLessThan(5_000),
    30_000,
  );
});
