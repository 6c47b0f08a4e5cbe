import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { testHouse } from '../house.ts';
import { cardOf, inputIds, readAll, verbsIn } from '../support/cardReading.ts';
import { done, guarded, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { CHANNEL, channel, chatWith } from '../support/turns.ts';

const { employee, manager, colleague, coach } = PEOPLE;
const DECIDING = ['approve', 'return', 'reject'];

describe('where others read along', () => {
  it('an approver gets the status, and the own view by refreshing', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house);
    const lars = person(house, manager, channel());
    const base = cardOf(await lars.reply(`godkänn ${number}`));
    expect(verbsIn(base)).toEqual(['review-refresh']);
    expect(inputIds(base)).toEqual([]);
    expect((base.refresh as { userIds: string[] }).userIds).toEqual([`29:${manager}`]);
    const refresh = { kind: 'action', verb: 'review-refresh', data: { id }, trigger: 'automatic' } as const;
    const own = await lars.send(refresh);
    expect(verbsIn(cardOf(own))).toEqual(expect.arrayContaining(DECIDING));
    const others = await person(house, colleague, channel()).send(refresh);
    expect(verbsIn(cardOf(others)).filter((verb) => DECIDING.includes(verb))).toEqual([]);
    for (const reply of [own, others]) expect(reply).not.toHaveProperty('keep');
  });

  it('an automatic refresh sends and remembers nothing, wherever it comes from', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await house.courier.run();
    const before = structuredClone([...house.store.deliveries.messages.keys()]);
    const sent = house.messenger.sent.length;
    for (const conversation of [chatWith(manager), channel()])
      for (const who of [manager, colleague, employee]) {
        const reply = await person(house, who, conversation).send({
          kind: 'action',
          verb: 'review-refresh',
          data: { id },
          trigger: 'automatic',
        });
        expect(reply).not.toHaveProperty('keep');
      }
    await house.courier.run();
    expect([...house.store.deliveries.messages.keys()]).toEqual(before);
    expect(house.messenger.sent).toHaveLength(sent);
  });

  it('a decision typed in the channel is answered with the case, and the status card follows', async () => {
    const house = await testHouse();
    const { number } = await submitted(house);
    await house.conversations.save(channel());
    const lars = person(house, manager, channel());
    const base = await lars.reply(`godkänn ${number}`);
    await base.keep?.({ conversation: `${CHANNEL};messageid=1`, activity: 'status-card' });
    const answer = await lars.reply(`återremiss ${number} Hur många?`);
    expect(verbsIn(cardOf(answer)).filter((verb) => DECIDING.includes(verb))).toEqual([]);
    await house.courier.run();
    const update = house.messenger.sent.find(({ activity }) => activity === 'status-card');
    expect(update).toMatchObject({ to: `${CHANNEL};messageid=1`, isUpdate: true });
    expect(readAll(cardOf(update?.message))).toContain(house.texts('sv').t('states.RETURNED'));
  });

  it('a protected case is not named, whoever asks for it and how', async () => {
    const house = await testHouse();
    const { id, number, content } = await guarded(house);
    const waiting = await submitted(house, {
      by: colleague,
      content: proposal({ title: 'Larm på boendet' }),
    });
    await done(
      house,
      { type: 'Classify', classification: { c: 3, i: 1, a: 1 } },
      { by: coach, initiative: waiting.id },
    );
    const verbs = [
      'case-show',
      'review-open',
      'review-refresh',
      'follow-up-open',
      'deviation-open',
      'resubmit-open',
      'draft-open',
    ];
    const words = ['visa', 'godkänn', 'återremiss', 'följ upp', 'komplettera', 'vidarebefordra'];
    for (const who of [employee, colleague, manager, coach, PEOPLE.head]) {
      const there = person(house, who, channel());
      for (const target of [
        { id, number, title: content.title },
        { id: waiting.id, number: waiting.number, title: waiting.content.title },
      ]) {
        const cards = [
          ...(await Promise.all(verbs.map((verb) => there.verb(verb, { id: target.id })))),
          ...(await Promise.all(words.map((word) => there.say(`${word} ${target.number}`)))),
        ];
        for (const card of cards) expect(JSON.stringify(card)).not.toContain(target.title);
      }
    }
  });
});
