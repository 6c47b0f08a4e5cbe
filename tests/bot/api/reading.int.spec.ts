import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Columns, InitiativeView, TodoView } from '../../../domain/portfolio/views.ts';
import { PEOPLE } from '../../builders/people.ts';
import { rowsIn } from '../../builders/portfolioRows.ts';
import { proposal } from '../../builders/proposals.ts';
import { approved, deviating, done, draft, guarded, returned, submitted } from '../support/life.ts';
import { type Api, closeAll, expectAsPromised, expectProblem, startApi } from './startApi.ts';

const { employee, colleague, manager, coach, head } = PEOPLE;

let api: Api;
beforeAll(async () => {
  api = await startApi();
}, 30_000);
afterAll(closeAll);

/** The bytes as they came, which fetch would have unpacked. */
const bytesOf = (path: string, headers: Record<string, string>) =>
  new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const asked = request(
      `${api.url}${path}`,
      { headers: { authorization: `Test ${employee}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });

const rowsFor = async (as: string = employee) =>
  rowsIn((await api.get('/api/portfolio', as)).body as Columns);

describe('who I am', () => {
  it('is answered with language and roles of today', async () => {
    const answer = await api.get('/api/me', manager);
    expectAsPromised(answer, 'get', '/api/me');
    expect(answer.body).toMatchObject({
      person: { id: manager, name: 'MANAGER.NORR', title: 'Titel' },
      language: 'sv',
      roles: [{ role: 'manager', unit: 'norr', asSubstitute: false }],
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps the language I choose, and asks the browser until then', async () => {
    expect((await api.get('/api/me', colleague, { 'accept-language': 'en-GB,en' })).body).toMatchObject({
      language: 'en',
    });
    const changed = await api.ask('PUT', '/api/me/language', { as: colleague, body: { language: 'sv' } });
    expectAsPromised(changed, 'put', '/api/me/language');
    expect((await api.get('/api/me', colleague, { 'accept-language': 'en-GB,en' })).body).toMatchObject({
      language: 'sv',
    });
  });

  it('has no personas in production', async () => {
    expect((await api.get('/api/me')).body).not.toHaveProperty('personas');
    expectProblem(await api.get('/api/personas'), 404, 'bad-address');
  });
});

describe('the organisation', () => {
  it('is told with those who act today, and 304 to those who know it', async () => {
    const answer = await api.get('/api/organisation');
    expectAsPromised(answer, 'get', '/api/organisation');
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const same = await api.get('/api/organisation', colleague, { 'if-none-match': etag });
    expect(same).toMatchObject({ status: 304, body: '' });
    const unit = { id: 'ny', kind: 'unit', name: 'Ny enhet', parent: 'vof' } as const;
    await api.server.handleOrganisation({ type: 'PlaceUnit', unit }, 'op-unit', PEOPLE.toolAdmin);
    expect((await api.get('/api/organisation', colleague, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('an initiative', () => {
  it('in every state is as promised, by stream and by number', async () => {
    const cases = [
      await submitted(api.server),
      await returned(api.server),
      await approved(api.server),
      await deviating(api.server),
      await guarded(api.server),
    ];
    const { id } = await approved(api.server, { by: colleague });
    const goal = {
      id: 'minutes',
      kind: 'effect',
      text: 'Mindre tid',
      measure: 'Minuter',
      unit: 'min',
      baseline: 20,
      target: 2,
      due: '2027-01-31',
    } as const;
    const measurement = { goal: 'minutes', day: '2026-03-01', value: 12, source: 'Schemat' };
    for (const [order, by] of [
      [{ type: 'SetGoal', goal }, coach],
      [{ type: 'FollowUp', status: 'yellow', text: 'Nja.', measurement }, coach],
      [{ type: 'LearnLesson', lesson: { text: 'Börja smått.', advice: 'Ett område.' } }, coach],
      [{ type: 'Retire', what: 'Nyckelskåp', on: '2026-03-01' }, coach],
      [{ type: 'Pause', reason: 'Budget.', until: '2026-09-01' }, PEOPLE.director],
    ] as const)
      await done(api.server, order, { by, initiative: id });
    for (const name of [...cases.flatMap((each) => [each.id, each.number, each.number.toLowerCase()]), id]) {
      for (const who of [employee, coach, PEOPLE.otherEmployee]) {
        const answer = await api.get(`/api/initiatives/${encodeURIComponent(name)}`, who);
        expect(answer.status).toBe(200);
        expectAsPromised(answer, 'get', '/api/initiatives/:id');
      }
    }
    const view = (await api.get(`/api/initiatives/${id}`, coach)).body as InitiativeView;
    expect(view.history.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(view).toMatchObject({ state: 'PAUSED', pausedUntil: '2026-09-01', measurements: [measurement] });
  });

  it('that is protected hides all but number, state and unit from those without insight', async () => {
    const { id, number, content } = await guarded(api.server, {
      content: proposal({ title: 'Hemlig plan' }),
    });
    const hidden = await api.get(`/api/initiatives/${number}`, PEOPLE.otherEmployee);
    expectAsPromised(hidden, 'get', '/api/initiatives/:id');
    expect(hidden.body).toMatchObject({
      id,
      number,
      detailsHidden: true,
      content: { unit: content.unit },
      may: [],
      history: [],
    });
    expect(JSON.stringify(hidden.body)).not.toContain('Hemlig');
    expect(JSON.stringify(hidden.body)).not.toContain(employee);
    for (const who of [employee, coach, manager, head])
      expect((await api.get(`/api/initiatives/${id}`, who)).body).toMatchObject({
        detailsHidden: false,
        content,
      });
  });

  it('that is somebody’s draft does not exist for others', async () => {
    const { id } = await draft(api.server);
    expect((await api.get(`/api/initiatives/${id}`)).status).toBe(200);
    for (const who of [colleague, manager, head])
      expectProblem(await api.get(`/api/initiatives/${id}`, who), 404, 'unknown-initiative');
  });

  it.each([
    'I-NONE',
    '__proto__',
    'constructor',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    "'%20OR%201=1",
    '%F0%9F%99%82',
    'a'.repeat(90),
  ])('called %.30s does not exist', async (name) =>
    expectProblem(await api.get(`/api/initiatives/${name}`), 404, 'unknown-initiative'),
  );
});

describe('lists', () => {
  it('tell my turn first, and nothing of others’ drafts', async () => {
    const mine = await draft(api.server, { content: proposal({ title: 'Mitt utkast' }) });
    const answer = await api.get('/api/todo');
    expectAsPromised(answer, 'get', '/api/todo');
    const { items } = answer.body as { items: TodoView[] };
    expect(items.some(({ id }) => id === mine.id)).toBe(true);
    expect(items.map((item) => item.mine)).toEqual(
      items.map((item) => item.mine).toSorted((a, b) => Number(b) - Number(a)),
    );
    for (const who of [colleague, manager, head])
      expect(JSON.stringify((await api.get('/api/todo', who)).body)).not.toContain('Mitt utkast');
  });

  it('of drafts hold mine and what came back', async () => {
    await returned(api.server, { by: colleague, content: proposal({ title: 'Kom tillbaka' }) });
    await draft(api.server, { by: colleague, content: proposal({ title: 'Påbörjat' }) });
    const answer = await api.get('/api/drafts', colleague);
    expectAsPromised(answer, 'get', '/api/drafts');
    const states = (answer.body as { items: TodoView[] }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['DRAFT', 'RETURNED']));
  });
});

describe('the portfolio', () => {
  it('is the same for everybody: no drafts, protected cases without details', async () => {
    await draft(api.server, { content: proposal({ title: 'Inte än' }) });
    const { id } = await guarded(api.server, { content: proposal({ title: 'Hemligt' }) });
    const answer = await api.get('/api/portfolio');
    expectAsPromised(answer, 'get', '/api/portfolio');
    for (const who of [employee, coach, head]) {
      const rows = await rowsFor(who);
      expect(rows).toEqual(rowsIn(answer.body as Columns));
      expect(rows.find((row) => row.id === id)).toMatchObject({
        protected: true,
        title: '',
        coach: null,
        valuePerYear: null,
      });
      expect(JSON.stringify(rows)).not.toMatch(/Inte än|Hemligt/);
    }
  });

  it('gives the rest of a protected row to those with insight', async () => {
    const { id } = await guarded(api.server, { content: proposal({ title: 'Bara vi' }) });
    const insight = await api.get('/api/portfolio/insight', coach);
    expectAsPromised(insight, 'get', '/api/portfolio/insight');
    const { rows } = insight.body as { rows: { id: string; title: string }[] };
    expect(rows.find((row) => row.id === id)).toMatchObject({ title: 'Bara vi', protected: true });
    expect((await api.get('/api/portfolio/insight', PEOPLE.otherEmployee)).body).toEqual({ rows: [] });
  });

  it('is known again by its tag until something changes', async () => {
    const first = await api.get('/api/portfolio');
    const etag = first.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await api.get('/api/portfolio', colleague, { 'if-none-match': tag })).toMatchObject({
        status: 304,
        body: '',
      });
    const { id } = await submitted(api.server);
    const next = await api.get('/api/portfolio', colleague, { 'if-none-match': etag });
    expect(next.status).toBe(200);
    expect((await rowsFor()).some((row) => row.id === id)).toBe(true);
  });

  it('shows a change to whoever asks after it, also while an older answer is in the making', async () => {
    for (let i = 0; i < 5; i += 1) {
      const early = api.get('/api/portfolio');
      const { id } = await submitted(api.server);
      const [rows] = await Promise.all([rowsFor(), early]);
      expect(rows.some((row) => row.id === id)).toBe(true);
    }
  });

  it.each(['/api/portfolio', '/api/portfolio/insight'])('travels in the best packing: %s', async (path) => {
    await guarded(api.server);
    const plain = await bytesOf(path, {});
    expect(plain.bytes.length).toBeGreaterThan(100);
    const cases = [
      ['br', (bytes: Buffer) => brotliDecompressSync(bytes), 'gzip, deflate, br'],
      ['gzip', (bytes: Buffer) => gunzipSync(bytes), 'gzip'],
      ['gzip', (bytes: Buffer) => gunzipSync(bytes), 'br;q=0, gzip;q=0.5'],
      [undefined, (bytes: Buffer) => bytes, 'identity'],
      [undefined, (bytes: Buffer) => bytes, 'gzip;q=0, br;q=0.0'],
    ] as const;
    for (const [encoding, unpack, accepts] of cases) {
      const { headers, bytes } = await bytesOf(path, { 'accept-encoding': accepts });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('accept-encoding');
      expect(Number(headers['content-length'])).toBe(bytes.length);
      expect(unpack(bytes).equals(plain.bytes)).toBe(true);
    }
  });

  it('is packed once for all who have the same insight, and known again by its tag', async () => {
    await guarded(api.server);
    const tagFor = async (who: string, headers = {}) => {
      const { status, headers: sent } = await api.get('/api/portfolio/insight', who, headers);
      return { status, tag: sent.get('etag') ?? '' };
    };
    const first = await tagFor(coach);
    expect(await tagFor(coach, { 'if-none-match': first.tag })).toEqual({ status: 304, tag: first.tag });
    expect(await tagFor(PEOPLE.otherEmployee, { 'if-none-match': first.tag })).toMatchObject({ status: 200 });
    await guarded(api.server);
    expect((await tagFor(coach)).tag).not.toBe(first.tag);
  });
});

describe('similar cases', () => {
  it('are found by words, protected and others’ drafts not', async () => {
    const problem = 'Passersystemet till idrottshallarna går sönder och föreningarna står utanför.';
    const open = await submitted(api.server, {
      content: proposal({ title: 'Passersystem till idrottshallar', problem }),
    });
    const shut = await guarded(api.server, {
      by: colleague,
      content: proposal({ title: 'Passersystem till sporthallar', problem }),
    });
    const own = await draft(api.server, {
      content: proposal({ title: 'Passersystem till simhallar', problem }),
    });
    const answer = await api.post('/api/similar', { title: 'Passersystem', problem }, PEOPLE.otherEmployee);
    expectAsPromised(answer, 'post', '/api/similar');
    const { hits } = answer.body as { hits: { id: string }[] };
    expect(hits[0]?.id).toBe(open.id);
    for (const { id } of [shut, own]) expect(hits.map((hit) => hit.id)).not.toContain(id);
    const others = await api.post('/api/similar', { problem, exclude: open.id }, PEOPLE.otherEmployee);
    expect(JSON.stringify(others.body)).not.toContain(open.number);
    expect((await api.post('/api/similar', {})).body).toEqual({ hits: [] });
  });
});

describe('messages that did not arrive', () => {
  it('are for those who look after the tool', async () => {
    await submitted(api.server);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = await api.get('/api/undelivered', head);
    expectAsPromised(answer, 'get', '/api/undelivered');
    expect((answer.body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({
        reason: 'not-installed',
        recipient: { id: manager, name: 'MANAGER.NORR', kind: 'person' },
      }),
    );
    expectProblem(await api.get('/api/undelivered', manager), 403, 'not-allowed');
  });
});
