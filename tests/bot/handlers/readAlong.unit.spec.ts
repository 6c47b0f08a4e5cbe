import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { testHouse } from '../house.ts';
import { cardOf, inputIds, readAll, verbsIn } from '../support/cardReading.ts';
import { CEILING, done, guarded, PURCHASE, procuring, submitted } from '../support/life.ts';
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

  it('a purchase before award is shown without amounts and reasons, whoever asks, and whole in private', async () => {
    const house = await testHouse();
    const { number } = await procuring(house);
    const t = house.texts('sv').t;
    for (const who of [colleague, coach, PEOPLE.head]) {
      const there = cardOf(await person(house, who, channel()).reply(`visa ${number}`));
      expect(readAll(there)).toContain(t('cards.case.before-award'));
      expect(readAll(there)).toContain(t('decisions.Started'));
      expect(JSON.stringify(there)).not.toContain(CEILING);
    }
    const found = await person(house, coach, chatWith(coach)).send({ kind: 'query', query: number });
    expect(JSON.stringify(found)).toContain(number);
    expect(JSON.stringify(found)).not.toContain(CEILING);
    expect(JSON.stringify(await person(house, coach).reply(`visa ${number}`))).toContain(CEILING);
    expect(JSON.stringify(await person(house, colleague).reply(`visa ${number}`))).not.toContain(CEILING);
  });

  it('a purchase that is sent back is completed by the one who presses the button, with its figures', async () => {
    const house = await testHouse();
    const { id, number } = await submitted(house, { content: PURCHASE });
    await done(house, { type: 'Return', reason: CEILING }, { by: manager, initiative: id });
    const anna = person(house, employee, channel());
    const shared = cardOf(await anna.reply(`komplettera ${number}`));
    expect(inputIds(shared)).toEqual([]);
    expect(JSON.stringify(shared)).not.toContain(CEILING);
    const own = await anna.press(shared, 'resubmit-open');
    expect(inputIds(own)).toContain('changes');
    await anna.press(own, 'resubmit', { changes: 'Volymen är tillagd.' });
    expect(house.casebook.initiative(id)).toMatchObject({
      state: 'MANAGER_REVIEW',
      content: { estimate: { oneTimeCost: 612_345 } },
    });
  });
});
