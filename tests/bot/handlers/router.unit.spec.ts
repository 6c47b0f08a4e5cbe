import type { Turn } from '../../../bot/app/turn.ts';
import { translate } from '../../../bot/teams/inbound/translate.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { actionIn, cardOf, readAll, verbsIn } from '../support/cardReading.ts';
import { returned, submitted } from '../support/life.ts';
import { person, pressing } from '../support/talk.ts';
import { channel, chatWith, groupChat, turn } from '../support/turns.ts';

const { employee, manager, colleague } = PEOPLE;

/** An activity as Teams posts it, translated as the edge does. */
function incoming(changes: object): Turn {
  const inbound = translate(
    {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      id: 'in-1',
      from: { id: `29:${employee}`, aadObjectId: employee },
      recipient: { id: '28:fardplan' },
      conversation: { id: `a:${employee}`, conversationType: 'personal', tenantId: 'tenant' },
      ...changes,
    },
    'correlation-1',
    '2026-03-02T09:00:00.000Z',
  );
  if (!inbound) throw new Error('no turn');
  return inbound.turn;
}

const trace = (house: TestHouse) => ({
  rows: house.store.rows.length,
  messages: house.messenger.sent.length,
  deliveries: house.store.deliveries.messages.size,
});

describe('what nobody asked', () => {
  it.each([
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'card' }],
    [
      'an edited message',
      { type: 'messageUpdate', text: 'nytt förslag', channelData: { eventType: 'editMessage' } },
    ],
    ['a deleted message', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a read receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['somebody typing', { type: 'typing' }],
    ['a renamed channel', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['an invoke of tomorrow', { type: 'invoke', name: 'message/somethingNew', value: { verb: 'approve' } }],
    ['an activity of tomorrow', { type: 'hologram', value: { verb: 'approve' }, text: 'hej' }],
  ])('is left alone: %s', async (_what, activity) => {
    const house = await testHouse();
    const before = trace(house);
    expect(await house.bot.handle(incoming(activity))).toEqual({ nothing: true });
    await house.courier.run();
    expect(trace(house)).toEqual(before);
  });

  it('is left alone even when the edge has learnt a kind that the handlers have not', async () => {
    const house = await testHouse();
    const kind = 'hologram' as Turn['kind'];
    const reply = await house.bot.handle(turn({ kind, actor: manager, verb: 'approve', text: 'hej' }));
    expect(reply).toEqual({ nothing: true });
  });
});

describe('the same turn again, under another activity id', () => {
  it('decides once and answers the same', async () => {
    const house = await testHouse();
    const { id, version } = await submitted(house);
    await house.courier.run();
    const lars = person(house, manager);
    const { verb, data } = actionIn(await lars.verb('review-open', { id }), 'return');
    const again = { kind: 'action', verb, data: { ...data, reason: 'Hur många?' } } as const;
    const first = cardOf(await lars.send({ ...again, activityId: 'in-a' }));
    const second = cardOf(await lars.send({ ...again, activityId: 'in-b' }));
    expect(readAll(second)).toBe(readAll(first));
    expect(house.casebook.initiative(id)?.version).toBe(version + 1);
    await house.courier.run();
    const told = house.messenger.sent.filter(({ to, isUpdate }) => to === chatWith(employee).id && !isUpdate);
    expect(told).toHaveLength(1);
  });

  it('sends a proposal in once', async () => {
    const house = await testHouse();
    const eva = person(house, employee);
    const problem = { problem: 'Nycklarna kommer bort.', affectedGroups: 'employees' };
    const details = await eva.press(await eva.say('nytt förslag'), 'draft-next', problem);
    const filled = {
      changeType: 'improvement',
      category: 'other',
      title: 'Nycklar',
      unit: 'norr',
      system: 'false',
    };
    const { data } = actionIn(details, 'submit');
    for (const activityId of ['in-a', 'in-b'])
      await eva.send({ kind: 'action', verb: 'submit', data: { ...data, ...filled }, activityId });
    expect([...house.casebook.all()].map(({ state }) => state)).toEqual(['MANAGER_REVIEW']);
  });

  it('completes once', async () => {
    const house = await testHouse();
    const { id, version } = await returned(house);
    const eva = person(house, employee);
    const form = await eva.verb('resubmit-open', { id });
    const turns = pressing(actionIn(form, 'resubmit'), form, { changes: 'Tolv personer.' });
    for (const activityId of ['in-a', 'in-b']) await eva.send({ ...turns, activityId });
    expect(house.casebook.initiative(id)?.version).toBe(version + 1);
  });

  it.each(['mina ärenden', 'hej', 'Vi letar nycklar varje dag'])(
    'typed, leaves no trace: %s',
    async (text) => {
      const house = await testHouse();
      const before = trace(house);
      const said = turn({ kind: 'message', actor: employee, text });
      for (const activityId of ['in-a', 'in-b'])
        expect(verbsIn(cardOf(await house.bot.handle({ ...said, activityId }))).length).toBeGreaterThan(0);
      expect(trace(house)).toEqual(before);
    },
  );
});

describe('hello', () => {
  it.each(['hej', 'Hej!', 'hej hej', 'hello', 'Hi', 'god morgon', '?', ''])(
    '%j always gives a way on',
    async (text) => {
      const house = await testHouse();
      for (const conversation of [chatWith(colleague), channel(), groupChat()]) {
        const card = cardOf(await person(house, colleague, conversation).reply(text));
        expect(verbsIn(card)).toContain('start-proposal');
      }
    },
  );
});
