import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Conversation } from '../../../bot/app/ports/index.ts';
import { COACH, TENANT } from './support/activities.ts';
import { type Edge, startEdge } from './support/edge.ts';

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] };

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge.stop());

const chat = (changes: Partial<Conversation> = {}): Conversation => ({
  id: 'a:chat',
  kind: 'personal',
  serviceUrl: edge.stub.serviceUrl,
  tenantId: TENANT,
  bot: { id: '28:bot', name: 'Färdplan' },
  person: COACH,
  teamsUser: '29:coach',
  locale: 'sv-SE',
  updatedAt: '2026-03-02T08:15:30.000Z',
  ...changes,
});
const { send, update } = {
  send: (to: Conversation) => edge.teams.messenger.send(to, { card: CARD, summary: 'Att avgöra' }),
  update: (to: Conversation, activity: string) =>
    edge.teams.messenger.update(to, activity, { text: 'Avgjort' }),
};

describe('writing unasked', () => {
  it('uses all that was stored, and says where it landed', async () => {
    expect(await send(chat())).toEqual({ activity: 'sent-1' });
    expect(edge.stub.received).toMatchObject([
      {
        method: 'POST',
        path: '/emea/v3/conversations/a:chat/activities',
        body: {
          type: 'message',
          summary: 'Att avgöra',
          channelId: 'msteams',
          from: { id: '28:bot' },
          recipient: { id: '29:coach', aadObjectId: COACH },
          conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT, isGroup: false },
          attachments: [{ content: CARD }],
        },
      },
    ]);
  });
  it('reaches a thread of a channel', async () => {
    await send(
      chat({
        id: '19:c@thread.tacv2;messageid=17',
        kind: 'channel',
        person: undefined,
        teamsUser: undefined,
      }),
    );
    expect(edge.stub.received[0]?.path).toBe(
      '/emea/v3/conversations/19:c@thread.tacv2;messageid=17/activities',
    );
    expect(edge.stub.received[0]?.body).toMatchObject({
      conversation: { isGroup: true, conversationType: 'channel' },
    });
  });
  it('rewrites a message in place', async () => {
    await update(chat(), '1772');
    expect(edge.stub.received).toMatchObject([
      { method: 'PUT', path: '/emea/v3/conversations/a:chat/activities/1772', body: { text: 'Avgjort' } },
    ]);
  });
  it('takes whatever stands in an id as part of the path', async () => {
    await send(chat({ id: '../../../evil?x=1#y' }));
    expect(edge.stub.received[0]?.path).toBe('/emea/v3/conversations/../../../evil?x=1#y/activities');
  });
});

describe('a message that does not arrive', () => {
  it.each([
    [403, { error: { code: 'ConversationBlockedByUser' } }, { reason: 'blocked' }],
    [403, { error: { code: 'BotNotInConversationRoster' } }, { reason: 'removed' }],
    [404, { error: { code: 'ConversationNotFound' } }, { reason: 'gone' }],
    [413, { error: { code: 'MessageSizeTooBig' } }, { reason: 'too-large' }],
    [400, undefined, { reason: 'refused' }],
    [429, { error: { code: 'Throttled' } }, { retryAfterMs: 7_000 }],
    [412, undefined, { retryAfterMs: 7_000 }],
    [503, undefined, { retryAfterMs: 7_000 }],
  ])('%i %j', async (status, body, expected) => {
    edge.stub.answers.push({ status, ...(body && { body }), headers: { 'retry-after': '7' } });
    await expect(send(chat())).rejects.toMatchObject({ code: 'message-not-delivered', ...expected });
    expect(edge.stub.received).toHaveLength(1);
  });

  it('because the line broke may go again', async () => {
    const breaking = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(breaking.address() as AddressInfo).port}/`;
    await expect(send(chat({ serviceUrl }))).rejects.toMatchObject({ retryAfterMs: 5_000 });
    breaking.close();
  });

  it.each(['https://smba.trafficmanager.net/emea/', 'http://10.0.0.1/', 'not a url'])(
    'never goes to %s in local mode',
    async (serviceUrl) => {
      await expect(send(chat({ serviceUrl }))).rejects.toMatchObject({ reason: 'refused' });
    },
  );

  it('an update of a message we have no id of is not tried', async () => {
    await expect(update(chat(), '')).rejects.toMatchObject({ reason: 'nothing-to-update' });
    expect(edge.stub.received).toEqual([]);
  });

  it('after "too much" nothing goes anywhere until then, and whoever sends can ask how long', async () => {
    expect(edge.teams.messenger.waitMs?.()).toBe(0);
    edge.stub.answers.push({ status: 429, headers: { 'retry-after': '60' } });
    await expect(send(chat())).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(edge.teams.messenger.waitMs?.()).toBeGreaterThan(55_000);
    await expect(send(chat({ id: 'a:other' }))).rejects.toMatchObject({ code: 'message-not-delivered' });
    expect(edge.stub.received).toHaveLength(1);
  });

  it('after "later" the conversation is left alone until then', async () => {
    edge.stub.answers.push({ status: 503, headers: { 'retry-after': '60' } });
    await expect(send(chat())).rejects.toMatchObject({ retryAfterMs: 60_000 });
    const second = await send(chat()).catch((error: { retryAfterMs: number }) => error.retryAfterMs);
    expect(second).toBeGreaterThan(55_000);
    expect(await send(chat({ id: 'a:other' }))).toEqual({ activity: 'sent-2' });
    expect(edge.stub.received).toHaveLength(2);
  });
});
