import { setTimeout as pause } from 'node:timers/promises';
import type { CardJson } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { closeAll, startApi } from '../api/startApi.ts';
import { actionIn, actionsIn, inputIds, readAll, verbsIn } from '../support/cardReading.ts';
import { submitted } from '../support/life.ts';
import { type ConnectorStub, type Received, startConnectorStub } from '../teams/support/connectorStub.ts';

/**
 * A proposal under review in a channel and a group chat, as Teams speaks: posted activities, since the emulated client
 * knows nothing of automatic refresh.
 */
const { employee, colleague, manager } = PEOPLE;
const BOT = { id: '28:fardplan', name: 'Färdplan' };
const MENTION = { type: 'mention', text: '<at>Färdplan</at>', mentioned: BOT };
const PLACES = [
  ['channel', '19:vof@thread.tacv2;messageid=1772439000000', { team: { id: '19:team@thread.tacv2' } }],
  ['groupChat', '19:styrgrupp@thread.v2', {}],
] as const;

let teams: ConnectorStub;
let api: Awaited<ReturnType<typeof startApi>>;

beforeEach(async () => {
  teams = await startConnectorStub();
  api = await startApi();
});

afterEach(async () => {
  await closeAll();
  await teams.stop();
});

describe.each(PLACES)('a proposal under review in a %s', (conversationType, place, channelData) => {
  const post = (person: string, changes: object) =>
    api.ask('POST', '/api/messages', {
      body: {
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        id: `in-${teams.received.length}`,
        from: { id: `29:${person}`, aadObjectId: person },
        recipient: BOT,
        conversation: { id: place, conversationType, isGroup: true, tenantId: 'tenant' },
        channelData: { ...channelData, tenant: { id: 'tenant' } },
        ...changes,
      },
    });
  const install = (person: string) =>
    post(person, {
      type: 'installationUpdate',
      action: 'add',
      conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
      channelData: {},
    });
  const press = (person: string, verb: string, data: object, trigger: 'automatic' | 'manual') =>
    post(person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'base-card',
      value: { action: { type: 'Action.Execute', verb, data }, trigger },
    });
  const cardIn = (body: unknown): CardJson => (body as { value: CardJson }).value;
  const sentTo = (path: string) => teams.received.filter((each) => each.path.includes(path));
  const cardSent = (received: Received | undefined): CardJson => {
    const [attachment] = (received?.body.attachments ?? []) as { content: CardJson }[];
    if (!attachment) throw new Error('no card was sent');
    return attachment.content;
  };
  /** What is sent unasked would have been sent by now. */
  const quiet = async () => {
    await api.settled();
    await pause(250);
  };

  /** Somebody who may not decide asks for the case, aloud. */
  async function shown() {
    await install(manager);
    const { id, number } = await submitted(api.server);
    await api.settled();
    const before = teams.received.length;
    const text = `<at>Färdplan</at> ${number}`;
    await post(colleague, { type: 'message', text, entities: [MENTION] });
    const [base] = teams.received.slice(before);
    return { id, number, card: cardSent(base) };
  }

  it('is one card without buttons, with an own view for the one who decides', async () => {
    const { id, card } = await shown();
    expect(card).not.toHaveProperty('actions');
    expect(inputIds(card)).toEqual([]);
    expect(card.refresh).toMatchObject({
      action: { type: 'Action.Execute', verb: 'review-refresh', data: { id } },
      userIds: [`29:${manager}`],
    });
  }, 30_000);

  it('an automatic refresh answers each with their own, and neither sends nor updates anything', async () => {
    const { card } = await shown();
    await api.settled();
    const before = teams.received.length;
    const { verb, data } = actionIn(card, 'review-refresh');
    const own = await press(manager, verb, data, 'automatic');
    expect(own.status).toBe(200);
    expect(verbsIn(cardIn(own.body))).toEqual(expect.arrayContaining(['approve', 'return', 'reject']));
    for (const other of [colleague, employee]) {
      const { body } = await press(other, verb, data, 'automatic');
      expect(actionsIn(cardIn(body)).map((action) => action.verb)).not.toContain('approve');
    }
    await quiet();
    expect(teams.received.slice(before)).toEqual([]);
  }, 30_000);

  it('a decision in the own view reaches the shared card and the card in the chat', async () => {
    const { card, number } = await shown();
    const { verb, data } = actionIn(card, 'review-refresh');
    const own = cardIn((await press(manager, verb, data, 'automatic')).body);
    const before = teams.received.length;
    const answer = await press(
      manager,
      'return',
      { ...actionIn(own, 'return').data, reason: 'Hur många gäller det?' },
      'manual',
    );
    expect(verbsIn(cardIn(answer.body))).not.toContain('return');
    await api.settled();
    const updates = teams.received.slice(before).filter(({ method }) => method === 'PUT');
    const shared = updates.filter(({ path }) => path.includes(place));
    expect(shared).toHaveLength(1);
    const now = cardSent(shared[0]);
    expect(readAll(now)).toContain(number);
    expect(readAll(now)).toContain('Hur många gäller det?');
    expect(now).not.toHaveProperty('refresh');
    const inChat = updates.filter(({ path }) => path.includes(`a:${manager}`));
    expect(inChat.map((update) => verbsIn(cardSent(update)).includes('approve'))).toEqual([false]);
    expect(sentTo(place).filter(({ method }) => method === 'POST')).toHaveLength(1);
  }, 30_000);

  it('somebody else who forges the decision is refused, and the shared card stays', async () => {
    const { id } = await shown();
    await api.settled();
    const before = teams.received.length;
    const { body } = await press(employee, 'approve', { id, op: 'forged' }, 'manual');
    expect(verbsIn(cardIn(body))).not.toContain('approve');
    await quiet();
    expect(teams.received.slice(before)).toEqual([]);
    expect(api.server.casebook.initiative(id)?.state).toBe('MANAGER_REVIEW');
  }, 30_000);

  it('sent in again, the shared card has an own view for the one who decides again', async () => {
    const { id } = await shown();
    await api.server.handle({
      order: { type: 'Return', reason: 'Hur många?' },
      initiative: id,
      operationId: 'op-return',
      actor: manager,
    });
    await api.settled();
    const before = teams.received.length;
    await api.server.handle({
      order: { type: 'Resubmit', changes: 'Tolv personer.' },
      initiative: id,
      operationId: 'op-resubmit',
      actor: employee,
    });
    await api.settled();
    const shared = teams.received
      .slice(before)
      .filter(({ method, path }) => method === 'PUT' && path.includes(place));
    expect(shared.map((update) => cardSent(update).refresh)).toMatchObject([{ userIds: [`29:${manager}`] }]);
  }, 30_000);
});
