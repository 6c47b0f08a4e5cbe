import { GraphBusy, GraphUnclear } from '../../../../../bot/adapters/sharepoint/graph/errors.ts';
import { literal } from '../../../../../bot/adapters/sharepoint/graph/graph.ts';
import { type Answer, server } from './scriptedServer.ts';

const seconds = (value: number): Record<string, string> => ({ 'retry-after': String(value) });

describe('the way to Graph', () => {
  it('signs in, says who it is, and sends JSON', async () => {
    const { asked, call } = server([{ status: 201, body: { id: '1' } }]);
    const answer = await call('POST');
    expect(answer).toMatchObject({ status: 201, body: { id: '1' } });
    expect(asked[0]?.url).toBe('https://graph.microsoft.com/v1.0/sites/s/lists/l/items');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer a-token');
    expect(asked[0]?.headers.get('user-agent')).toBe('NONISV|Lindbacka|Fardplan/1.2');
    expect(asked[0]?.headers.get('content-type')).toContain('application/json');
    expect(asked[0]?.body).toBe('{"a":1}');
  });

  it.each([
    ["Åsa's", "'%C3%85sa''s'"],
    ['a#b&c=d+e f', "'a%23b%26c%3Dd%2Be%20f'"],
    ['100 %', "'100%20%25'"],
  ])('lets nothing out of a literal: %s', async (value, written) => {
    expect(literal(value)).toBe(written);
    const { asked, call } = server([]);
    await call('GET', `/sites/s/lists/l/items?$filter=fields/A%20eq%20${literal(value)}&$top=5`);
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(searchParams.get('$filter')).toBe(`fields/A eq '${value.replaceAll("'", "''")}'`);
    expect(searchParams.get('$top')).toBe('5');
  });

  it('waits as long as it is told, also longer than three minutes, and then repeats a write', async () => {
    const { asked, call } = server([{ status: 429, headers: seconds(300) }, { status: 201 }]);
    expect((await call('POST')).status).toBe(201);
    expect(asked.map(({ at }) => at)).toEqual([0, 300_000]);
  });

  it('honours the longer of the two waits, and a date', async () => {
    const { asked, call } = server([
      { status: 429, headers: { 'retry-after': '2', 'ratelimit-reset': '30' } },
      { status: 200 },
    ]);
    await call('GET');
    expect(asked.map(({ at }) => at)).toEqual([0, 30_000]);
  });

  it('makes everybody wait when one is told to', async () => {
    const { asked, call } = server([{ status: 429, headers: seconds(60) }, { status: 200 }, { status: 200 }]);
    await Promise.all([call('GET'), call('GET')]);
    expect(asked.filter(({ at }) => at < 60_000).length).toBeLessThanOrEqual(2);
    await call('GET');
    expect(asked.at(-1)?.at).toBeGreaterThanOrEqual(60_000);
  });

  it('tells a person at once when the wait is longer than a person waits', async () => {
    const { asked, call, now } = server([{ status: 429, headers: seconds(300) }]);
    await expect(call('GET', undefined, 8_000)).rejects.toBeInstanceOf(GraphBusy);
    expect(now()).toBe(0);
    await expect(call('GET', undefined, 8_000)).rejects.toBeInstanceOf(GraphBusy);
    expect(asked.length).toBe(1);
  });

  it.each<Answer>([{ status: 503 }, { status: 504 }, { status: 500 }, { status: 502 }, 'lost'])(
    'never repeats a write whose fate is unclear: %j',
    async (answer) => {
      const { asked, call } = server([answer, { status: 201 }]);
      await expect(call('POST')).rejects.toBeInstanceOf(GraphUnclear);
      expect(asked.length).toBe(1);
      await expect(server([answer]).call('PATCH')).rejects.toBeInstanceOf(GraphUnclear);
    },
  );

  it.each<Answer>([{ status: 503, headers: seconds(7) }, { status: 504 }, 'lost'])(
    'repeats a question: %j',
    async (answer) => {
      const { asked, call } = server([answer, { status: 200, body: { ok: true } }]);
      expect((await call('GET')).body).toEqual({ ok: true });
      expect(asked.length).toBe(2);
    },
  );

  it('gives up asking after a few tries', async () => {
    const { asked, call } = server(Array.from({ length: 20 }, (): Answer => ({ status: 503 })));
    await expect(call('GET')).rejects.toBeInstanceOf(GraphBusy);
    expect(asked.length).toBe(6);
  });

  it('does not wait for ever for an answer', async () => {
    const { call } = server(['silent']);
    await expect(call('POST', undefined, 40)).rejects.toBeInstanceOf(GraphUnclear);
  });

  it('gives refusals as answers, with nothing thrown', async () => {
    const { call } = server([{ status: 404, body: { error: { code: 'itemNotFound' } } }]);
    expect((await call('GET')).status).toBe(404);
  });

  it('does not send its token to another host', async () => {
    const { asked, call } = server([]);
    await expect(call('GET', 'https://graph.example.com/v1.0/sites/s')).rejects.toMatchObject({ status: 0 });
    expect(asked).toEqual([]);
    await call('GET', 'https://graph.microsoft.com/v1.0/sites/s/lists?$skiptoken=abc');
    expect(asked[0]?.url).toBe('https://graph.microsoft.com/v1.0/sites/s/lists?$skiptoken=abc');
  });

  it('lets people past background work when units are scarce', async () => {
    const { asked, graph, call, now } = server([], { unitsPerMinute: 100 });
    const behind = graph.patience('background', 3_600_000);
    for (let i = 0; i < 80; i += 1) await graph.call({ method: 'GET', path: '/sites/s', units: 1 }, behind);
    expect(asked.filter(({ at }) => at === 0).length).toBe(60);
    const before = now();
    await call('GET');
    expect(now()).toBe(before);
    expect(graph.units.spent()).toBe(81);
  });

  it('spends 60 % of any minute on background work, and less of one in which people have spent', async () => {
    const { asked, graph, call } = server([], { unitsPerMinute: 100 });
    const behind = graph.patience('background', 3_600_000);
    for (let i = 0; i < 20; i += 1) await call('GET');
    for (let i = 0; i < 200; i += 1) {
      await graph.call({ method: 'GET', path: '/sites/s', units: 1 }, behind);
      await graph.timing.sleep(300);
    }
    const times = asked.map(({ at }) => at);
    expect(times.filter((at) => at < 60_000)).toHaveLength(60);
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(60);
    expect(times.at(-1)).toBeLessThan(4 * 62_000);
  });

  it('leaves what is left to people when the server says that it is little', async () => {
    const little = { 'ratelimit-limit': '1250', 'ratelimit-remaining': '250', 'ratelimit-reset': '40' };
    const { asked, graph, call } = server([{ status: 200, headers: little }]);
    await call('GET');
    await call('GET');
    await graph.call({ method: 'GET', path: '/sites/s', units: 1 }, graph.patience('background'));
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 40_000]);
  });

  it.each([200, 201, 400, 403])(
    'believes nothing that somebody says in HTML of a write: %i',
    async (status) => {
      await expect(server([{ status, text: '<h1>A proxy</h1>' }]).call('POST')).rejects.toBeInstanceOf(
        GraphUnclear,
      );
    },
  );

  it('believes no page of HTML in place of rows', async () => {
    const page = { status: 200, text: '<h1>Sign in to the network</h1>' };
    await expect(server([page]).call('GET')).rejects.toBeInstanceOf(GraphUnclear);
  });

  it('makes everybody wait when the service says for how long it is busy', async () => {
    const { asked, call } = server([{ status: 503, headers: seconds(20) }]);
    await expect(call('POST')).rejects.toBeInstanceOf(GraphUnclear);
    await call('GET');
    expect(asked.map(({ at }) => at)).toEqual([0, 20_000]);
  });

  it('does not know what became of a write that the service was too slow to take in', async () => {
    const { asked, call } = server([{ status: 408 }]);
    await expect(call('POST')).rejects.toBeInstanceOf(GraphUnclear);
    expect(asked).toHaveLength(1);
  });

  it('waits no longer for a token than for an answer, and lets others past', async () => {
    const tokens = [new Promise<string>(() => undefined), Promise.resolve('late')];
    const { asked, call } = server([], { tokens: { token: () => tokens.shift() ?? Promise.resolve('x') } });
    await expect(call('POST', undefined, 40)).rejects.toBeInstanceOf(GraphBusy);
    expect(asked).toEqual([]);
    expect((await call('POST')).status).toBe(200);
  });
});
