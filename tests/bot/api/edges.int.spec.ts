import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routesFor } from '../../../bot/api/api.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type Api, closeAll, expectAsPromised, expectProblem, startApi } from './startApi.ts';

const folder = mkdtempSync(join(tmpdir(), 'tab-'));
const tabFolder = join(folder, 'dist');
const PERSONAS = [{ id: PEOPLE.employee, name: 'Undersköterska' }];
let api: Api;
beforeAll(async () => {
  mkdirSync(join(tabFolder, 'assets'), { recursive: true });
  writeFileSync(join(tabFolder, 'index.html'), '<!doctype html>tab');
  writeFileSync(join(tabFolder, 'assets', 'main-1.js'), 'main');
  writeFileSync(join(tabFolder, 'assets', 'main-1.js.br'), 'packed');
  writeFileSync(join(folder, 'secret.json'), 'what nobody may read');
  mkdirSync(join(folder, 'dist-other'));
  writeFileSync(join(folder, 'dist-other', 'secret.js'), 'what nobody may read');
  mkdirSync(join(tabFolder, 'folder.js'));
  api = await startApi({ tabFolder, personas: () => PERSONAS });
}, 30_000);
afterAll(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

/** One raw request line, which clients would tidy up before sending. */
const raw = (line: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () =>
      socket.write(`${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    );
    let said = '';
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });

const ALL = routesFor({ personas: () => [] });

describe('the door', () => {
  it.each(ALL.filter(({ open }) => !open).map(({ method, path }) => [method.toUpperCase(), path] as const))(
    '%s %s is closed to those nobody can name',
    async (method, path) => {
      for (const authorization of ['', 'Test nobody', 'Bearer x', 'Persona 1']) {
        const answer = await api.ask(method, path.replace(':id', 'I-1'), {
          headers: { authorization },
          ...(method !== 'GET' && { body: {} }),
        });
        expectProblem(answer, 401, 'not-signed-in');
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
    },
  );

  it('is closed to guests of the tenant at every address, however they came by their token', async () => {
    const person = async (id: string) => ({ id, name: 'Leverantör', guest: true as const });
    const { ask } = await startApi({ directory: { person, nameOf: () => undefined } });
    for (const { method, path } of routesFor({})) {
      const answer = await ask(method, path.replace(':id', 'I-1'), {
        as: PEOPLE.head,
        ...(method !== 'get' && { body: {} }),
      });
      expectProblem(answer, 403, 'guest-account');
    }
  });

  it('that breaks answers as a fault, and the server stands', async () => {
    const broken = await startApi({
      authenticate: async () => {
        throw new Error('keys could not be fetched');
      },
    });
    const answer = await broken.get('/api/me');
    expectProblem(answer, 500, 'failed');
    const { correlationId, detail } = answer.body as { correlationId: string; detail: string };
    expect(detail).toContain(correlationId);
    expect(JSON.stringify(answer.body)).not.toContain('keys');
    expect(broken.errors).toMatchObject([{ correlationId, path: '/api/me' }]);
  });

  it('shows who one may be in local mode, to anybody', async () => {
    const answer = await api.ask('GET', '/api/personas');
    expectAsPromised(answer, 'get', '/api/personas', { personas: () => [] });
    expect(answer.body).toEqual([{ id: PEOPLE.employee, name: 'Undersköterska', title: null }]);
  });
});

describe('addresses that do not exist', () => {
  it.each([
    ['GET', '/api/nothing', 404],
    ['GET', '/api/', 404],
    ['DELETE', '/api/me', 405],
    ['POST', '/api/me', 405],
    ['GET', '/api/commands', 405],
    ['PUT', '/api/initiatives/I-1', 405],
  ])('%s %s is answered as a problem', async (method, path, status) =>
    expectProblem(await api.ask(method, path, { as: PEOPLE.employee }), status, 'bad-address'),
  );

  it.each([
    'GET /api/initiatives/%E0%A4%A',
    'GET /api/initiatives/%',
    'GET /api/../../etc/passwd',
    'GET /api/%2e%2e/x',
    'GET //api/me',
  ])('%s does no harm', async (line) => {
    expect(await raw(line)).toMatch(/^HTTP\/1\.1 (400|401|404|405) /);
    expect((await api.get('/api/me')).status).toBe(200);
  });
});

describe('OpenAPI', () => {
  type Description = {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<
      string,
      Record<
        string,
        {
          summary: string;
          parameters?: { name: string }[];
          requestBody?: object;
          responses: Record<string, { content: object }>;
        }
      >
    >;
  };

  it('describes every route and nothing else, open to all', async () => {
    const { status, body } = await api.ask('GET', '/api/openapi.json');
    expect(status).toBe(200);
    const description = body as Description;
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const told = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(told.toSorted()).toEqual(
      ALL.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).toSorted(),
    );
    for (const { method, path, body: schema, responseType = 'application/json' } of ALL) {
      const operation = description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
      expect(operation?.summary).toBeTruthy();
      expect(operation?.requestBody !== undefined).toBe(schema !== undefined);
      expect(Object.keys(operation?.responses['200']?.content ?? {})).toEqual([responseType]);
      expect(Object.keys(operation?.responses.default?.content ?? {})).toEqual(['application/problem+json']);
      expect(operation?.parameters?.map(({ name }) => name) ?? []).toEqual(
        [...path.matchAll(/:(\w+)/g)].map(([, name]) => name),
      );
    }
  });

  it('is made of schemas that say something: orders by type, limits, no references into nowhere', async () => {
    const text = JSON.stringify((await api.ask('GET', '/api/openapi.json')).body);
    expect(text).toContain('"const":"ApproveAsManager"');
    expect(text).toContain('"maxLength":120');
    expect(text).toContain('"overdueDays"');
    for (const [, pointer] of text.matchAll(/"\$ref":"([^"]+)"/g)) expect(pointer).toMatch(/^#\//);
  });

  it('has no personas in production', async () => {
    expect(routesFor({}).map(({ path }) => path)).not.toContain('/api/personas');
  });
});

describe('the tab', () => {
  it('is served with its assets, packed for those who take it', async () => {
    const page = await api.ask('GET', '/tab/');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html>tab' });
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const plain = await api.ask('GET', '/tab/assets/main-1.js', {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain).toMatchObject({ status: 200, body: 'main' });
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff');
    const said = await api.ask('GET', '/tab');
    expect(said.status).toBe(302);
    expect(said.headers.get('location')).toBe('/tab/');
  });

  it.each([
    '/tab/../secret.json',
    '/tab/%2e%2e/secret.json',
    '/tab/..%2fsecret.json',
    '/tab/assets/../../secret.json',
    '/tab/%2e%2e%2fdist-other%2fsecret.js',
    '/tab/..\\secret.json',
    '/tab/%00.js',
    '/tab/index.html%00.js',
    '/tab//etc/passwd',
    '/tab/assets',
    '/tab/assets/main-1.js.br',
    '/tab/nothing.js',
    '/tab/folder.js',
  ])('%s gives nothing away', async (path) => {
    const said = await raw(`GET ${path}`);
    expect(said).not.toContain('what nobody may read');
    expect(said).toMatch(/^(HTTP\/1\.1 (400|404) |$)/);
    expect((await api.ask('GET', '/tab/')).status).toBe(200);
  });
});
