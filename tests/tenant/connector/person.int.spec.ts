import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { SAMPLE } from '../seed.ts';
import { startTenant } from '../startTenant.ts';
import { mriOf } from './chats.ts';

type Received = { readonly authorization: string; readonly activity: Record<string, unknown> };

describe('a person in front of the bot', () => {
  const received: Received[] = [];
  let server: Server;
  let endpoint = '';

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const activity = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      received.push({ authorization: request.headers.authorization ?? '', activity });
      response.end(activity.type === 'invoke' ? JSON.stringify({ statusCode: 200 }) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  });
  afterAll(() => void server.close());
  beforeEach(() => received.splice(0));

  it('speaks, presses and installs with activities such as Teams sends, under a token of the connector', async () => {
    const tenant = await startTenant();
    const person = tenant.person(SAMPLE.manager, { id: SAMPLE.botApp, endpoint });
    expect(await person.installs()).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect((await person.says('hej')).status).toBe(200);
    const pressed = await person.presses('1700', { verb: 'approve', data: { id: 'x' } });
    expect(pressed.body).toEqual({ statusCode: 200 });
    expect(received.map(({ activity }) => activity.type)).toEqual([
      'installationUpdate',
      'conversationUpdate',
      'message',
      'invoke',
    ]);
    const [, , said, invoke] = received.map(({ activity }) => activity);
    expect(said).toMatchObject({
      channelId: 'msteams',
      serviceUrl: tenant.serviceUrl,
      from: { id: mriOf(SAMPLE.manager), aadObjectId: SAMPLE.manager },
      conversation: {
        id: tenant.teams.chats.with(SAMPLE.manager, SAMPLE.botApp).id,
        tenantId: SAMPLE.tenantId,
      },
      channelData: { tenant: { id: SAMPLE.tenantId } },
    });
    expect(invoke).toMatchObject({
      replyToId: '1700',
      value: { trigger: 'manual', action: { verb: 'approve' } },
    });
    expect(new Set(received.map(({ activity }) => activity.id)).size).toBe(4);
    const keys = await tenant.fetch('https://login.botframework.com/v1/.well-known/keys');
    const find = createLocalJWKSet((await keys.json()) as JSONWebKeySet);
    const token = received[0]?.authorization.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(token, find, {
      issuer: 'https://api.botframework.com',
      audience: SAMPLE.botApp,
    });
    expect(payload.serviceurl).toBe(tenant.serviceUrl);
  });
});
