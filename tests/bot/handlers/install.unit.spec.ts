import type { Turn } from '../../../bot/app/turn.ts';
import { PEOPLE } from '../../builders/people.ts';
import { newStore, type TestHouse, testHouse } from '../house.ts';
import { cardOf, readAll, verbsIn } from '../support/cardReading.ts';
import { submitted } from '../support/life.ts';
import { CHANNEL, channel, chatWith, turn } from '../support/turns.ts';

const { employee, manager } = PEOPLE;

const installed = (changes: Partial<Turn> = {}) => turn({ kind: 'installed', actor: employee, ...changes });
const botAdded = (changes: Partial<Turn> = {}) =>
  turn({ kind: 'membersAdded', actor: employee, data: { bot: true, people: [employee] }, ...changes });
const removed = (changes: Partial<Turn> = {}) => turn({ kind: 'removed', actor: employee, ...changes });

async function welcomes(house: TestHouse): Promise<number> {
  await house.courier.run();
  const question = house.texts('sv').t('cards.welcome.question');
  return house.messenger.sent.filter(({ message }) => JSON.stringify(message).includes(question)).length;
}

describe('installing', () => {
  it('welcomes once, however often and in whatever order Teams tells it', async () => {
    const house = await testHouse();
    for (const one of [botAdded(), installed(), installed(), botAdded()])
      expect(await house.bot.handle(one)).toEqual({ nothing: true });
    expect(await welcomes(house)).toBe(1);
    expect(house.wakes()).toBe(4);
    const restarted = await testHouse({ store: house.store });
    await restarted.bot.handle(installed());
    expect(await welcomes(restarted)).toBe(0);
  });

  it('welcomes once when two instances are told', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    await Promise.all([here.bot.handle(installed()), there.bot.handle(botAdded())]);
    expect((await welcomes(here)) + (await welcomes(there))).toBe(1);
  });

  it('again welcomes again', async () => {
    const house = await testHouse();
    await house.bot.handle(installed());
    expect(await welcomes(house)).toBe(1);
    await house.bot.handle(removed());
    await house.conversations.save(chatWith(employee));
    await house.bot.handle(botAdded());
    await house.bot.handle(installed());
    expect(await welcomes(house)).toBe(2);
  });

  it('again welcomes again, however often Teams tells of the removal', async () => {
    const house = await testHouse();
    for (const times of [1, 2, 3]) {
      await house.conversations.save(chatWith(employee));
      await Promise.all([house.bot.handle(installed()), house.bot.handle(botAdded())]);
      expect(await welcomes(house)).toBe(times);
      await Promise.all([house.bot.handle(removed()), house.bot.handle(removed())]);
      await house.bot.handle(removed());
    }
  });

  it('in a team welcomes in the channel, and not each time somebody joins', async () => {
    const house = await testHouse();
    await house.conversations.save(channel());
    await house.bot.handle(installed({ conversation: channel() }));
    await house.bot.handle(botAdded({ conversation: channel() }));
    for (let i = 0; i < 3; i += 1)
      await house.bot.handle(
        botAdded({
          conversation: channel(`19:other-${i}@thread.tacv2`),
          data: { bot: false, people: [manager] },
        }),
      );
    await house.courier.run();
    expect(house.messenger.sent.map(({ to }) => to)).toEqual([CHANNEL]);
    const card = cardOf(house.messenger.sent[0]?.message);
    expect(readAll(card)).toContain(house.texts('sv').t('cards.welcome.channel-quiet'));
    expect(verbsIn(card)).not.toContain('todo');
  });

  it('in a group chat says how it keeps quiet there', async () => {
    const house = await testHouse();
    const group = { ...channel('19:group@thread.v2'), kind: 'group' as const };
    await house.conversations.save(group);
    await house.bot.handle(installed({ conversation: group }));
    await house.courier.run();
    expect(readAll(cardOf(house.messenger.sent[0]?.message))).toContain(
      house.texts('sv').t('cards.welcome.group-quiet'),
    );
  });

  it('speaks the language of the client', async () => {
    const house = await testHouse();
    await house.conversations.save(chatWith(employee, { locale: 'en-GB' }));
    await house.bot.handle(installed());
    await house.courier.run();
    expect(readAll(cardOf(house.messenger.sent[0]?.message))).toContain(
      house.texts('en').t('cards.welcome.question'),
    );
  });
});

describe('removing', () => {
  it('forgets where to write, and sends what was missed when the app is back', async () => {
    const house = await testHouse();
    await house.bot.handle(removed({ actor: manager, conversation: chatWith(manager) }));
    expect(await house.conversations.personal(manager)).toBeUndefined();
    const { id } = await submitted(house);
    await house.courier.run();
    expect(await house.deliveries.forInitiative(id)).toMatchObject([
      { state: { status: 'failed', reason: 'not-installed' } },
      { content: { notice: 'unreachable' } },
    ]);
    await house.conversations.save(chatWith(manager));
    await house.bot.handle(installed({ actor: manager }));
    await house.courier.run();
    expect(await house.deliveries.forInitiative(id)).toMatchObject([
      { state: { status: 'sent' } },
      { content: { notice: 'unreachable' } },
    ]);
  });
});
