import { PEOPLE } from '../../builders/people.ts';
import { newStore } from '../house.ts';
import { done, draft, submitted } from '../support/life.ts';
import { type Answer, type Api, closeAll, startApi } from './startApi.ts';

const { employee, colleague, manager } = PEOPLE;

type Heard = { readonly event: string; readonly id: string | undefined; readonly data: object };

/** One block of the stream; comments and the retry time are no events. */
function eventIn(block: string): Heard[] {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const [event, data] = [fields.get('event'), fields.get('data')];
  return event && data ? [{ event, id: fields.get('id'), data: JSON.parse(data) as object }] : [];
}

/** Listens like the tab does; what was told already comes apart, in `heard`. `next` waits at most two seconds for an event. */
async function listen({ url }: Api, as: string, headers: Record<string, string> = {}) {
  const ended = new AbortController();
  const response = await fetch(`${url}/api/changes`, {
    headers: { authorization: `Test ${as}`, ...headers },
    signal: ended.signal,
  });
  const events: Heard[] = [];
  const heard: object[] = [];
  let arrived: () => void = () => undefined;
  const reading = (async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      const blocks = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const each of blocks.flatMap(eventIn))
        if (each.event === 'heard') heard.push(each.data);
        else events.push(each);
      arrived();
    }
  })().catch(() => undefined);
  return {
    response,
    events,
    heard,
    reading,
    next: async (count: number) => {
      const giveUp = Date.now() + 2_000;
      while (events.length < count && Date.now() < giveUp) {
        await Promise.race([
          new Promise((resolve) => {
            arrived = () => resolve(undefined);
          }),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
      return events;
    },
    stop: () => ended.abort(),
  };
}

afterAll(closeAll);

describe('the stream of changes', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  }, 30_000);

  it('tells of a change within two seconds: which, never what', async () => {
    const client = await listen(api, colleague);
    expect(client.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const { id, number, content } = await submitted(api.server);
    const [event] = await client.next(1);
    expect(event).toEqual({
      event: 'change',
      id: expect.stringMatching(/^\d+$/),
      data: { id, number, version: 2, position: expect.any(Number) },
    });
    expect(JSON.stringify(event)).not.toContain(content.title);
    client.stop();
  });

  it('tells nothing of others’ drafts, and the proposer of the own', async () => {
    const [own, other] = [await listen(api, employee), await listen(api, manager)];
    const { id } = await draft(api.server);
    const { number } = await submitted(api.server, { by: colleague });
    expect(await own.next(2)).toMatchObject([{ data: { id, number: null } }, { data: { number } }]);
    expect(await other.next(1)).toMatchObject([{ data: { number } }]);
    expect(JSON.stringify(other.events)).not.toContain(id);
    for (const client of [own, other]) client.stop();
  });

  it('tells that the organisation has changed', async () => {
    const client = await listen(api, colleague);
    const unit = { id: 'ny', kind: 'unit', name: 'Ny', parent: 'vof' } as const;
    await api.server.handleOrganisation({ type: 'PlaceUnit', unit }, 'op-unit', PEOPLE.toolAdmin);
    expect(await client.next(1)).toMatchObject([{ event: 'organisation', data: {} }]);
    client.stop();
  });

  it('tells a client that was away to read anew', async () => {
    const client = await listen(api, colleague, { 'last-event-id': '3' });
    expect(await client.next(1)).toMatchObject([{ event: 'resync' }]);
    client.stop();
  });

  it('keeps the ten newest of a person who opens more', async () => {
    const clients = [];
    for (let i = 0; i < 11; i += 1) clients.push(await listen(api, PEOPLE.auditor));
    const [oldest, ...others] = clients;
    await oldest?.reading;
    const { id } = await submitted(api.server);
    for (const client of others) {
      expect(await client.next(1)).toMatchObject([{ event: 'change', data: { id } }]);
      client.stop();
    }
    expect(oldest?.events).toEqual([]);
  });

  it('lasts no longer than the proof of who is listening', async () => {
    const late = await startApi({ authenticate: async () => ({ person: colleague, until: 0 }) });
    const client = await listen(late, colleague);
    expect(client.response.status).toBe(200);
    await client.reading;
    expect(client.events).toEqual([]);
  });

  it('forgets a client that has gone', async () => {
    const client = await listen(api, colleague);
    client.stop();
    await client.reading;
    for (let i = 0; i < 3; i += 1) await submitted(api.server);
    expect(api.errors).toEqual([]);
  });
});

describe('two instances', () => {
  it('tell each other’s changes within two seconds, caught up by the clock', async () => {
    const stores = newStore();
    const [here, there] = [await startApi({ stores }), await startApi({ stores })];
    const client = await listen(there, colleague);
    const { id } = await submitted(here.server);
    const { id: other } = await submitted(here.server, { by: colleague });
    await done(here.server, { type: 'Reject', reason: 'Finns.' }, { by: manager, initiative: id });
    const ids = (await client.next(4)).map(({ data }) => (data as { id: string }).id);
    expect(ids).toEqual([id, other, other, id]);
    client.stop();
  }, 20_000);
});

describe('an instance that has not heard of a change', () => {
  /** The page listens to `here`; its requests end up at `late`, which gets no news of the log. */
  async function apart() {
    const stores = newStore();
    const [here, late] = [await startApi({ stores }), await startApi({ stores })];
    Object.assign(late.log, { readAfter: async () => [] });
    return { here, late };
  }
  const rowsOf = ({ body }: Answer) =>
    (body as { columns: { number: string[]; state: string[] } }).columns.number.map(
      (number, i) => `${number} ${(body as { columns: { state: string[] } }).columns.state[i]}`,
    );

  it('shows a page what the page has heard of', async () => {
    const { here, late } = await apart();
    const client = await listen(here, manager);
    const { id, number } = await submitted(here.server);
    const unit = { id: 'ny', kind: 'unit', name: 'Ny', parent: 'vof' } as const;
    await here.server.handleOrganisation({ type: 'PlaceUnit', unit }, 'op-unit', PEOPLE.toolAdmin);
    const heard = (await client.next(2))
      .map(({ data }) => data as { id: string; version: number })
      .map((one) => `${one.id}@${one.version}`)
      .join(',');
    expect(rowsOf(await late.get('/api/portfolio', manager))).toEqual([]);
    const headers = { 'fardplan-heard': heard };
    expect(rowsOf(await late.get('/api/portfolio', manager, headers))).toEqual([`${number} MANAGER_REVIEW`]);
    const organisation = await late.get('/api/organisation', manager, headers);
    expect(JSON.stringify(organisation.body)).toContain('"ny"');
    const { body: todo } = await late.get('/api/todo', manager);
    expect(todo).toMatchObject({ items: [{ id, mine: true }] });
    client.stop();
  });

  it('is told what changed just before the page began to listen, but nothing of others’ drafts', async () => {
    const { here } = await apart();
    const { id } = await submitted(here.server);
    const own = await draft(here.server, { by: manager });
    await draft(here.server);
    const client = await listen(here, manager);
    await submitted(here.server);
    await client.next(1);
    expect(client.heard).toEqual([
      [
        { id, version: 2 },
        { id: own.id, version: 1 },
      ],
    ]);
    client.stop();
  });

  it('believes no more than the log says, and lets nobody guess for long', async () => {
    const counted: number[] = [];
    const limit = async (_person: string, points: number) => void counted.push(points);
    const api = await startApi({ limit });
    const { id } = await submitted(api.server);
    const headers = { 'fardplan-heard': `${id}@9,I-NONE@1,NUMBERS-VOF-2026@9,I-å@1,@,ORGANISATION@x` };
    expect((await api.get('/api/portfolio', employee, headers)).status).toBe(200);
    expect(counted).toEqual([1, 20, 20]);
  });

  it('shows what it knows when the log does not answer', async () => {
    const { here, late } = await apart();
    const { id } = await submitted(here.server);
    late.log.failNext('before');
    const headers = { 'fardplan-heard': `${id}@2` };
    expect(await late.get('/api/portfolio', manager, headers)).toMatchObject({ status: 200 });
  });

  it('shows a case as its history says it is', async () => {
    const { here, late } = await apart();
    const { id } = await submitted(here.server);
    await late.get(`/api/initiatives/${id}`, manager);
    await done(here.server, { type: 'Reject', reason: 'Finns.' }, { by: manager, initiative: id });
    const { body } = await late.get(`/api/initiatives/${id}`, manager);
    expect(body).toMatchObject({ state: 'REJECTED', version: 3 });
    expect((body as { history: object[] }).history).toHaveLength(3);
  });

  it('does not take for somebody else’s draft what has been sent in since', async () => {
    const { here, late } = await apart();
    const { id } = await draft(here.server);
    await late.server.casebook.reload(id);
    expect(await late.get(`/api/initiatives/${id}`, manager)).toMatchObject({ status: 404 });
    await done(here.server, { type: 'Submit' }, { by: employee, initiative: id });
    const order = { type: 'Reject', reason: 'Finns redan.' };
    const asked = { operationId: 'op-reject', initiative: id, order };
    expect(await late.post('/api/commands', asked, manager)).toMatchObject({
      status: 200,
      body: { initiative: { state: 'REJECTED' } },
    });
    expect(await late.get(`/api/initiatives/${id}`, manager)).toMatchObject({ status: 200 });
  });
});

describe('a server that closes', () => {
  it('ends its streams, so that nobody waits', async () => {
    const api = await startApi();
    const client = await listen(api, colleague);
    const began = Date.now();
    await api.server.close();
    await client.reading;
    expect(Date.now() - began).toBeLessThan(1_500);
  }, 20_000);
});
