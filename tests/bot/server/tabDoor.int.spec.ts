import { Agent, get } from 'node:http';
import { generate } from 'selfsigned';
import { TEAMS_FRAMES } from '../../../bot/api/securityHeaders.ts';
import { StoreUnavailable } from '../../../bot/app/ports/index.ts';
import { freePort } from '../../../bot/local/ports.ts';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { OTHER_TENANT, PERSON } from '../api/auth/entraIssuer.ts';
import { expectProblem } from '../api/startApi.ts';
import { type Production, startRealProduction } from './startProduction.ts';

let production: Production;
beforeAll(async () => {
  production = await startRealProduction({
    env: { FARDPLAN_REQUESTS_PER_MINUTE: '60', FARDPLAN_FRAME_HOSTS: 'gov.teams.microsoft.us' },
  });
});
afterAll(() => production.end());

const somebody = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const tokenOf = (oid: string) => production.entra.sign(production.entra.v2({ oid }));
const problem = async (answer: Response) => ({
  status: answer.status,
  headers: answer.headers,
  body: (await answer.json()) as unknown,
});

describe('the tab’s API in production', () => {
  it('knows a person by the token of the municipality, v1 and v2', async () => {
    for (const claims of [production.entra.v1(), production.entra.v2()]) {
      const answer = await production.api('/api/me', await production.entra.sign(claims));
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ person: { id: PERSON }, roles: [] });
    }
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['a token of another tenant', () => production.entra.sign(production.entra.v2({ tid: OTHER_TENANT }))],
    ['the bot’s token', () => production.bot.token()],
  ])('%s: 401 with a text', async (_what, token) =>
    expectProblem(await problem(await production.api('/api/me', await token())), 401, 'not-signed-in'),
  );

  it('a guest: 403 with a text', async () => {
    const token = await production.entra.sign(production.entra.v2({ acct: 1 }));
    expectProblem(await problem(await production.api('/api/me', token)), 403, 'guest-account');
  });

  it('too large a body: 413', async () => {
    const body = JSON.stringify({ filler: 'x'.repeat(200_000) });
    const answer = await production.api('/api/commands', await tokenOf(somebody(1)), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expectProblem(await problem(answer), 413, 'too-large');
  });

  it('too many requests: 429 until later, for that person only', async () => {
    const token = await tokenOf(somebody(2));
    const statuses: number[] = [];
    for (let n = 0; n < 60; n += 1) statuses.push((await production.api('/api/me', token)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await production.api('/api/me', token);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    const answer = await problem(refused);
    expectProblem(answer, 429, 'too-many-requests');
    expect(answer.body).not.toHaveProperty('retryAfter');
    expect((await production.api('/api/me', await tokenOf(somebody(3)))).status).toBe(200);
  });

  it('what costs more is counted as more', async () => {
    const token = await tokenOf(somebody(4));
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    const statuses: number[] = [];
    for (let n = 0; n < 13; n += 1)
      statuses.push((await production.api('/api/commands', token, init)).status);
    expect(statuses.slice(0, 12).every((status) => status === 400)).toBe(true);
    expect(statuses[12]).toBe(429);
  });

  it('guessing at cases costs most: each guess is a question to SharePoint', async () => {
    const token = await tokenOf(somebody(5));
    const guess = (n: number) => production.api(`/api/initiatives/VOF-2026-000${n}`, token);
    expect([(await guess(1)).status, (await guess(2)).status]).toEqual([404, 404]);
    const refused = await guess(3);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expectProblem(await problem(refused), 429, 'too-many-requests');
    const order = { operationId: 'op-1', initiative: 'I-NOBODY', order: { type: 'Submit' } };
    const command = { method: 'POST', body: JSON.stringify(order) };
    expect((await production.api('/api/commands', token, command)).status).toBe(429);
    expect((await production.api('/api/commands', await tokenOf(somebody(6)), command)).status).toBe(404);
  });
});

describe('every answer', () => {
  it.each(['/api/me', '/api/openapi.json', '/api/nothing', '/healthz', '/tab/', '/nothing'])(
    '%s says how browsers are to treat it',
    async (path) => {
      const { headers } = await production.api(path);
      const policy = Object.fromEntries(
        (headers.get('content-security-policy') ?? '').split(';').map((part) => {
          const [name = '', ...values] = part.trim().split(' ');
          return [name, values];
        }),
      );
      expect(policy['default-src']).toEqual(["'none'"]);
      expect(policy['script-src']).toEqual(["'self'"]);
      expect(policy['frame-ancestors']).toEqual([...TEAMS_FRAMES, 'https://gov.teams.microsoft.us']);
      expect(policy['object-src']).toEqual(["'none'"]);
      expect(policy['base-uri']).toEqual(["'none'"]);
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('for the platform', () => {
  it('the process says that it lives and is ready, and when it no longer wants work', async () => {
    const other = await startRealProduction({ parts: { drainMs: 400 } });
    const healthy = await other.api('/healthz');
    expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await other.api('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', deltaAgeSeconds: expect.any(Number), closing: false },
    ]);
    const ended = other.end();
    await new Promise((done) => setTimeout(done, 100));
    const leaving = await other.api('/readyz');
    expect([leaving.status, await leaving.json()]).toMatchObject([
      503,
      { status: 'not-ready', closing: true },
    ]);
    expect((await other.api('/healthz')).status).toBe(200);
    await ended;
    await expect(other.api('/healthz')).rejects.toThrow();
  });

  it('says that it is starting while the store is being opened: to the platform, to the tab, and to whoever opens it', async () => {
    const seen: { status: number; headers: Headers; said: string }[] = [];
    const port = await freePort(39_517);
    const url = `http://127.0.0.1:${port}`;
    const starting = startRealProduction({
      port,
      env: { FARDPLAN_FRAME_HOSTS: 'gov.teams.microsoft.us' },
      whileOpening: async () => {
        for (const [method, path] of [
          ['GET', '/healthz'],
          ['GET', '/readyz'],
          ['GET', '/api/me'],
          ['POST', '/api/commands'],
          ['GET', '/tab'],
          ['GET', '/tab/'],
          ['POST', '/api/messages'],
        ] as const) {
          const answer = await fetch(`${url}${path}`, { method, redirect: 'manual' });
          seen.push({ status: answer.status, headers: answer.headers, said: await answer.text() });
        }
      },
    });
    const started = await starting;
    expect(seen.map(({ status }) => status)).toEqual([200, 503, 503, 503, 503, 503, 401]);
    for (const { headers, said } of seen.slice(2, 4)) {
      expect(headers.get('retry-after')).toBe('10');
      expect(JSON.parse(said)).toMatchObject({
        status: 503,
        code: 'starting',
        detail: expect.stringContaining('startar'),
      });
    }
    for (const { headers, said } of seen.slice(4, 6)) {
      expect(headers.get('refresh')).toBe('10');
      expect(headers.get('content-security-policy')).toContain('https://gov.teams.microsoft.us');
      expect(said).toContain('Färdplan startar');
    }
    expect((await started.api('/readyz')).status).toBe(200);
    await started.end();
  });

  it('waits for a store that says no, and tells those who look after it each time', async () => {
    const port = await freePort(39_517);
    const health: number[] = [];
    let left = 2;
    const started = await startRealProduction({
      port,
      parts: { againMs: 1 },
      whileOpening: async () => {
        health.push((await fetch(`http://127.0.0.1:${port}/healthz`)).status);
        if (left-- > 0) throw new StoreUnavailable('lists of the site: Graph answered 403');
      },
    });
    expect(health).toEqual([200, 200, 200]);
    const told = started.lines.filter((line) => line.includes('Graph answered 403'));
    expect(told.map((line) => JSON.parse(line))).toEqual(
      [1, 2].map(() => expect.objectContaining({ level: 'error', msg: expect.stringContaining('again') })),
    );
    expect((await started.api('/readyz')).status).toBe(200);
    await started.end();
  });

  it('says at the start that a certificate expires soon', async () => {
    const notAfterDate = new Date(Date.now() + 7 * 24 * 3_600_000);
    const made = await generate([{ name: 'commonName', value: 'fardplan' }], {
      notAfterDate,
      algorithm: 'sha256',
    });
    const { lines, end } = await startRealProduction({
      env: {
        FARDPLAN_GRAPH_IDENTITY: 'certificate',
        FARDPLAN_GRAPH_CERTIFICATE: `${made.cert}\n${made.private}`,
      },
    });
    const told = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'warn');
    expect(told).toMatchObject([
      { setting: 'FARDPLAN_GRAPH_CERTIFICATE', daysLeft: 6, msg: 'a certificate must be renewed' },
    ]);
    await end();
  });

  it('keeps the connections of those who came too early', async () => {
    const port = await freePort(39_517);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<readonly [number | undefined, boolean]>((done, failed) => {
        const request = get({ port, path: '/readyz', agent }, (response) => {
          response.resume().on('end', () => done([response.statusCode, request.reusedSocket]));
        }).on('error', failed);
      });
    let early: Awaited<ReturnType<typeof ask>> | undefined;
    const started = await startRealProduction({
      port,
      whileOpening: async () => {
        early = await ask();
      },
    });
    expect(early).toEqual([503, false]);
    expect(await ask()).toEqual([200, true]);
    agent.destroy();
    await started.end();
  });

  it.each([
    [299_000, 200],
    [301_000, 503],
  ])('is ready while the store has answered lately: %i ms ago, %i', async (ageMs, status) => {
    const log = memoryEventLog();
    const store = {
      log,
      deliveries: memoryDeliveries(),
      conversations: memoryConversations(),
      close: () => log.close(),
      ready: () => ({ log: { ageMs } }),
    };
    const directory = { person: async () => undefined, nameOf: () => undefined };
    const { api, end } = await startRealProduction({
      parts: { openStore: async () => ({ store, directory }) },
    });
    const readiness = await api('/readyz');
    expect([readiness.status, await readiness.json()]).toMatchObject([
      status,
      { deltaAgeSeconds: ageMs / 1_000, closing: false },
    ]);
    expect((await api('/healthz')).status).toBe(200);
    await end();
  });

  it('leaves nothing open when the store cannot be opened', async () => {
    const failing = startRealProduction({
      parts: {
        openStore: async () => {
          throw new Error('no such site');
        },
      },
    });
    await expect(failing).rejects.toThrow('no such site');
  });
});
