import { SAMPLE } from '../seed.ts';
import { startTenant } from '../startTenant.ts';
import type { TenantOptions } from '../tenant.ts';
import { mriOf } from './chats.ts';

async function bot(options: TenantOptions = {}) {
  const tenant = await startTenant(options);
  const token = await tenant.token(SAMPLE.botApp, 'https://api.botframework.com');
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await tenant.fetch(`${tenant.serviceUrl}v3/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> & {
        error?: Record<string, string>;
      },
    };
  };
  const chat = tenant.teams.chats.with(SAMPLE.manager, SAMPLE.botApp).id;
  const say = (text: string) =>
    call('POST', `conversations/${encodeURIComponent(chat)}/activities`, { type: 'message', text });
  return { tenant, call, chat, say };
}

const open = (user: string) => ({
  bot: { id: `28:${SAMPLE.botApp}` },
  members: [{ id: mriOf(user) }],
  tenantId: SAMPLE.tenantId,
});

describe('the Bot Connector', () => {
  it('shows people what the bot has written, updated and taken away', async () => {
    const { tenant, call, chat, say } = await bot();
    const first = await say('hej');
    const second = await say('och hej då');
    const at = `conversations/${encodeURIComponent(chat)}/activities`;
    expect(
      (await call('PUT', `${at}/${String(first.body.id)}`, { type: 'message', text: 'hej igen' })).status,
    ).toBe(200);
    expect((await call('DELETE', `${at}/${String(second.body.id)}`)).status).toBe(200);
    expect(tenant.teams.transcript(SAMPLE.manager)).toMatchObject([
      { activity: { text: 'hej igen' }, edits: 1 },
    ]);
    expect((await call('PUT', `${at}/${String(second.body.id)}`, { type: 'message' })).status).toBe(404);
  });

  it('opens one chat with a person who has the app, and no chat with others', async () => {
    const { call, chat, tenant } = await bot();
    expect((await call('POST', 'conversations', open(SAMPLE.manager))).body.id).toBe(chat);
    expect((await call('POST', 'conversations', open(SAMPLE.manager))).body.id).toBe(chat);
    const refused = await call('POST', 'conversations', open(SAMPLE.director));
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    tenant.teams.setInstalled(SAMPLE.director, true);
    expect((await call('POST', 'conversations', open(SAMPLE.director))).status).toBe(201);
  });

  it('starts a thread in a channel that the bot is in', async () => {
    const { call, tenant } = await bot();
    const channel = '19:utveckling@thread.tacv2';
    const body = {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: 'message', text: 'nytt' },
    };
    expect((await call('POST', 'conversations', body)).status).toBe(404);
    tenant.teams.chats.join(channel, SAMPLE.botApp);
    const made = await call('POST', 'conversations', body);
    const thread = encodeURIComponent(String(made.body.id));
    await call('POST', `conversations/${thread}/activities`, { type: 'message', text: 'svar' });
    const [first, reply] = tenant.teams.transcript(channel);
    expect(reply).toMatchObject({ replyTo: first?.id, activity: { text: 'svar' } });
  });

  it.each([
    ['ConversationBlockedByUser', 403, { code: 'ConversationBlockedByUser' }],
    ['BotDisabledByAdmin', 403, { code: 'BotDisabledByAdmin' }],
    ['MessageWritesBlocked', 403, { code: 'Forbidden', subCode: 'MessageWritesBlocked' }],
    ['ConversationNotFound', 404, { code: 'ConversationNotFound' }],
    ['BotNotRegistered', 401, { code: 'BotNotRegistered' }],
    ['PreconditionFailed', 412, { code: 'PreconditionFailed' }],
    ['MessageSizeTooBig', 413, { code: 'MessageSizeTooBig' }],
    ['Throttled', 429, { code: 'Throttled' }],
  ] as const)('fails with %s for one recipient until healed', async (failure, status, error) => {
    const { tenant, say, call } = await bot();
    tenant.teams.fail(SAMPLE.manager, failure, { retryAfter: 4 });
    expect(await say('hej')).toMatchObject({ status, retryAfter: '4', body: { error } });
    expect((await call('POST', 'conversations', open(SAMPLE.caseworker))).status).toBe(201);
    tenant.teams.heal(SAMPLE.manager);
    expect((await say('hej')).status).toBe(201);
    expect(tenant.teams.transcript(SAMPLE.manager)).toHaveLength(1);
  });

  it('fails a number of times and then no more', async () => {
    const { tenant, say } = await bot();
    tenant.teams.fail(SAMPLE.manager, 'Throttled', { times: 2 });
    expect([(await say('a')).status, (await say('b')).status, (await say('c')).status]).toEqual([
      429, 429, 201,
    ]);
  });

  it('measures the pace, and holds to seven a second in a thread when limits are enforced', async () => {
    let now = 0;
    const { tenant, say } = await bot({ enforceLimits: true, clock: () => now });
    const statuses: number[] = [];
    for (let at = 0; at < 8; at += 1) statuses.push((await say(`nr ${at}`)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
    now += 2_000;
    expect((await say('senare')).status).toBe(201);
    expect(tenant.teams.peaks()).toEqual({ thread: 8, all: 8 });
  });

  it('knows the members of a chat, and nobody else', async () => {
    const { call, chat } = await bot();
    const at = `conversations/${encodeURIComponent(chat)}`;
    expect((await call('GET', `${at}/pagedmembers`)).body.members).toMatchObject([
      { aadObjectId: SAMPLE.manager },
    ]);
    expect((await call('GET', `${at}/members/${SAMPLE.manager}`)).body).toMatchObject({ userRole: 'user' });
    expect((await call('GET', `${at}/members/${SAMPLE.director}`)).status).toBe(404);
    expect((await call('GET', `${at}/pagedmembers?pageSize=50`)).status).toBe(200);
    expect((await call('GET', `${at}/members?filter=x`)).status).toBe(400);
  });

  it('takes messages of at most 100 KB', async () => {
    const { say } = await bot();
    expect((await say('x'.repeat(60_000))).status).toBe(413);
    expect((await say('x'.repeat(40_000))).status).toBe(201);
  });

  it('loses the answer of a message that arrived', async () => {
    const { tenant, say } = await bot();
    tenant.faults.next('lost-answer', { host: 'smba.trafficmanager.net' });
    expect((await say('hej')).status).toBe(504);
    expect(tenant.teams.transcript(SAMPLE.manager)).toHaveLength(1);
  });
});
