import { MessageNotDelivered } from '../../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { type TestHouse, testHouse } from '../../house.ts';
import { approved, done, submitted } from '../../support/life.ts';
import { chat, recipients, statesOf, tiedHouse } from '../../support/messages.ts';
import { CHANNEL, channel, chatWith, turn } from '../../support/turns.ts';

const { employee, manager, areaManager, coach } = PEOPLE;
describe('what people have of a case', () => {
  it('is rewritten in place when it changes', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await house.courier.run();
    const first = house.messenger.sent[0]!;
    await done(
      house,
      { type: 'Reject', reason: 'Det finns redan.' },
      { by: areaManagerLate(house), initiative: id },
    );
    await house.courier.run();
    const rewritten = house.messenger.sent.filter(({ isUpdate }) => isUpdate);
    expect(rewritten).toMatchObject([{ to: chat(manager), activity: first.activity }]);
    expect(JSON.stringify(rewritten[0]?.message)).not.toContain('"approve"');
  });

  it('is rewritten once, also when two notices have become one message', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await house.courier.run();
    const { to, activity } = house.messenger.sent[0]!;
    const reply = await house.bot.handle(
      turn({
        kind: 'action',
        verb: 'case-show',
        data: { id },
        actor: PEOPLE.head,
        conversation: chatWith(manager),
      }),
    );
    await reply.keep?.({ conversation: to, activity });
    await done(house, { type: 'Return', reason: 'Hur många?' }, { by: manager, initiative: id });
    house.messenger.sent.length = 0;
    await house.courier.run();
    expect(house.messenger.sent.filter(({ isUpdate }) => isUpdate)).toMatchObject([{ to, activity }]);
  });

  it('is rewritten on the newest of somebody’s own cards only', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await house.courier.run();
    for (const activity of ['card-1', 'card-2']) {
      const reply = await house.bot.handle(
        turn({ kind: 'action', verb: 'case-show', data: { id }, actor: employee }),
      );
      await reply.keep?.({ conversation: chat(employee), activity });
    }
    await house.courier.run();
    await done(house, { type: 'Return', reason: 'Hur många?' }, { by: manager, initiative: id });
    await house.courier.run();
    const updates = house.messenger.sent.filter(({ isUpdate, to }) => isUpdate && to === chat(employee));
    expect(updates.map(({ activity }) => activity)).toEqual(['card-2']);
  });

  it('is taken away from every card in a channel when the case becomes protected', async () => {
    const house = await tiedHouse();
    const { id, number, content } = await submitted(house);
    for (const activity of ['card-1', 'card-2']) {
      const reply = await house.bot.handle(
        turn({ kind: 'message', text: `visa ${number}`, actor: coach, conversation: channel() }),
      );
      await reply.keep?.({ conversation: CHANNEL, activity });
    }
    await house.courier.run();
    house.messenger.sent.length = 0;
    const order = { type: 'Classify', classification: { c: 3, i: 1, a: 1 } } as const;
    await done(house, order, { by: PEOPLE.head, initiative: id });
    await house.courier.run();
    const updates = house.messenger.sent.filter(({ isUpdate, to }) => isUpdate && to === CHANNEL);
    expect(updates.map(({ activity }) => activity)).toEqual(['card-1', 'card-2']);
    expect(JSON.stringify(updates)).not.toContain(content.title);
  });

  it('waits for its message to arrive first, and has nothing to rewrite when that never does', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const later = new MessageNotDelivered('Teams answered 503', { retryAfterMs: 60_000 });
    house.messenger.failNext(later);
    await house.courier.run();
    await done(house, { type: 'Reject', reason: 'Det finns redan.' }, { by: manager, initiative: id });
    await house.courier.run();
    const update = (await statesOf(house, id)).find(({ isUpdate }) => isUpdate);
    expect(update?.state).toMatchObject({ status: 'due', reason: 'waits-for-original' });
    house.setNow('2026-03-02T09:10:00.000Z');
    await house.courier.run();
    await house.courier.run();
    house.setNow('2026-03-02T09:30:00.000Z');
    await house.courier.run();
    const states = (await statesOf(house, id)).filter(({ to }) => to === manager).map(({ state }) => state);
    expect(states).toMatchObject([
      { status: 'failed', reason: 'nothing-to-update' },
      { status: 'failed', reason: 'nothing-to-update' },
    ]);
    expect(recipients(house)).toEqual([chat(employee)]);
  });

  it('is one card in the channel, also when another coach takes over', async () => {
    const house = await tiedHouse();
    const { id } = await approved(house);
    await house.courier.run();
    const order = { type: 'AssignCoach', coach: PEOPLE.otherCoach } as const;
    await done(house, order, { by: PEOPLE.developmentLead, initiative: id });
    await house.courier.run();
    const inChannel = house.messenger.sent.filter(({ to }) => to === CHANNEL);
    expect(inChannel.map(({ isUpdate }) => isUpdate)).toEqual([false, true]);
    expect(recipients(house)).toContain(chat(PEOPLE.otherCoach));
  });

  it('loses its name in the channel when the case becomes protected', async () => {
    const house = await tiedHouse();
    const { id, content, number } = await approved(house);
    await house.courier.run();
    const classification = { c: 3, i: 1, a: 1 };
    await done(house, { type: 'Classify', classification }, { by: coach, initiative: id });
    await house.courier.run();
    const [before, after] = house.messenger.sent.filter(({ to }) => to === CHANNEL);
    expect(JSON.stringify(before)).toContain(content.title);
    expect(after?.isUpdate).toBe(true);
    expect(JSON.stringify(after)).not.toContain(content.title);
    expect(JSON.stringify(after)).not.toContain(number);
  });
});

/** The next level, once it has waited too long. */
function areaManagerLate(house: TestHouse): string {
  house.setNow('2026-03-30T09:00:00.000Z');
  return areaManager;
}
