import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PEOPLE } from '../../builders/people.ts';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { closeAll, startApi } from '../api/startApi.ts';
import { newStore } from '../house.ts';
import { submitted } from '../support/life.ts';

/** Takes what the bot sends, like Teams' connector would. */
async function connector() {
  const said: { path: string; body: Record<string, unknown> }[] = [];
  const server = createHttpServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      said.push({ path: request.url ?? '', body: JSON.parse(text || '{}') as Record<string, unknown> });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: `activity-${said.length}` }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    said,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((done) => server.close(done)),
  };
}

const activity = (serviceUrl: string, person: string, changes: object) => ({
  channelId: 'msteams',
  serviceUrl,
  id: `in-${JSON.stringify(changes).length}`,
  from: { id: `29:${person}`, aadObjectId: person },
  recipient: { id: '28:fardplan', name: 'Färdplan' },
  conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
  ...changes,
});

const until = async (isSo: () => boolean) => {
  for (let i = 0; i < 100 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('the server', () => {
  afterEach(closeAll);

  it('keeps where somebody can be reached anew when the app is installed, else only as it is told', async () => {
    const teams = await connector();
    const kept: (readonly [string, boolean | undefined])[] = [];
    const stores = newStore();
    const conversations = memoryConversations(stores.conversations);
    const save: typeof conversations.save = async ({ person }, installed) =>
      void kept.push([person ?? '', installed]);
    const log = memoryEventLog(stores.rows);
    const deliveries = memoryDeliveries(stores.deliveries);
    const store = { log, deliveries, conversations: { ...conversations, save }, close: () => log.close() };
    const api = await startApi({ stores, store });
    const post = (body: object) => api.ask('POST', '/api/messages', { body });
    await post(activity(teams.url, PEOPLE.manager, { type: 'installationUpdate', action: 'add' }));
    await post(activity(teams.url, PEOPLE.employee, { type: 'message', text: 'hjälp' }));
    expect(kept).toEqual([
      [PEOPLE.manager, true],
      [PEOPLE.employee, false],
    ]);
    await closeAll();
    await teams.stop();
  });

  it('takes a turn, answers it, and tells the manager unasked', async () => {
    const teams = await connector();
    const api = await startApi();
    const post = (body: object) => api.ask('POST', '/api/messages', { body });
    await post(activity(teams.url, PEOPLE.manager, { type: 'installationUpdate', action: 'add' }));
    const answered = await post(activity(teams.url, PEOPLE.employee, { type: 'message', text: 'hjälp' }));
    expect(answered.status).toBe(200);
    const { number } = await submitted(api.server);
    await until(() => teams.said.some(({ body }) => JSON.stringify(body).includes(number)));
    const toManager = teams.said.filter(({ path }) => path.includes(PEOPLE.manager));
    expect(toManager).toHaveLength(2);
    expect(teams.said.some(({ path }) => path.includes(PEOPLE.employee))).toBe(true);
    await closeAll();
    await teams.stop();
  }, 30_000);

  it('keeps quiet about rows it is told to skip', async () => {
    const stores = newStore();
    const api = await startApi({ stores });
    await submitted(api.server);
    await api.server.skipMessages();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stores.deliveries.checkpoint).toBe(stores.rows.length);
  }, 30_000);

  it('says so when its port is taken', async () => {
    const { url } = await startApi();
    await expect(startApi({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  }, 30_000);

  it('closes in order, with a request under way answered', async () => {
    const api = await startApi();
    const asked = request(`${api.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', expect: '100-continue' },
    });
    asked.flushHeaders();
    await once(asked, 'continue');
    const closed = api.server.close();
    asked.end('{');
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.resume().statusCode).toBe(400);
    await closed;
    await expect(api.get('/api/me')).rejects.toThrow();
    expect(api.errors).toEqual([]);
  }, 30_000);
});
