import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { HOLDERS, held } from '../../builders/municipality.ts';
import { PEOPLE } from '../../builders/people.ts';
import { newStore, type TestHouse, testHouse } from '../house.ts';
import { approved, done, guarded, submitted } from '../support/life.ts';
import { person } from '../support/talk.ts';
import { CHANNEL, channel } from '../support/turns.ts';

const { manager, areaManager, coach, head, developmentLead, substituteCoach } = PEOPLE;

/** What time has called for, as `notice → recipient`. */
async function asked(house: TestHouse): Promise<string[]> {
  return [...house.store.deliveries.messages.values()]
    .map(({ delivery }) => delivery)
    .filter(
      ({ key }) =>
        /^(I-.*\/(reminder|escalation|follow-up|pause)|WEEK)/.test(key) && !key.includes('/update/'),
    )
    .map(({ content, to }) => `${content.notice} → ${to.kind === 'person' ? to.person : `${to.channel}`}`);
}

async function tied(house: TestHouse): Promise<void> {
  await house.conversations.save(channel());
  await house.handleOrganisation({ type: 'LinkChannel', channel: CHANNEL, unit: 'vof' }, 'op-link', head);
}

describe('the time to remind', () => {
  it('is a working day from seven o’clock', async () => {
    const house = await testHouse({ now: '2026-03-02T09:00:00.000Z' });
    await submitted(house);
    for (const at of ['2026-03-16T06:59:00.000Z', '2026-03-14T09:00:00.000Z', '2026-03-15T09:00:00.000Z']) {
      house.setNow(at);
      expect(await house.remind()).toBe(0);
    }
    house.setNow('2026-03-16T07:00:00.000Z');
    expect(await house.remind()).toBe(1);
    expect(await asked(house)).toEqual([`reminder → ${manager}`]);
  });

  it('is seven in Swedish time, summer and winter, and no holiday', async () => {
    const calendar = createSwedishCalendar();
    const winter = await testHouse({ calendar, now: '2026-01-12T09:00:00.000Z' });
    await submitted(winter);
    winter.setNow('2026-01-27T05:59:00.000Z');
    expect(await winter.remind()).toBe(0);
    winter.setNow('2026-01-27T06:00:00.000Z');
    expect(await winter.remind()).toBe(1);
    const summer = await testHouse({ calendar, now: '2026-05-18T09:00:00.000Z' });
    await submitted(summer);
    summer.setNow('2026-06-19T09:00:00.000Z');
    expect(await summer.remind()).toBe(0);
    summer.setNow('2026-06-22T04:59:00.000Z');
    expect(await summer.remind()).toBe(0);
    summer.setNow('2026-06-22T05:00:00.000Z');
    expect(await summer.remind()).toBeGreaterThan(0);
  });
});

describe('a proposal that waits', () => {
  it('reminds at half and full time, and goes one level up after that; each said once', async () => {
    const house = await testHouse();
    await submitted(house);
    const days = [
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
      '2026-03-16',
      '2026-03-17',
      '2026-03-23',
      '2026-03-24',
    ];
    const news: Record<string, number> = {};
    for (const day of days) {
      house.setNow(`${day}T09:00:00.000Z`);
      news[day] = await house.remind();
      expect(await house.remind()).toBe(0);
    }
    expect(news).toEqual({
      '2026-03-06': 0,
      '2026-03-09': 1,
      '2026-03-10': 0,
      '2026-03-16': 1,
      '2026-03-17': 0,
      '2026-03-23': 2,
      '2026-03-24': 0,
    });
    expect(await asked(house)).toEqual([
      `reminder → ${manager}`,
      `reminder → ${manager}`,
      `escalation → ${manager}`,
      `escalation → ${areaManager}`,
    ]);
  });

  it('says each occasion once over restarts and instances', async () => {
    const store = newStore();
    const here = await testHouse({ store });
    await submitted(here);
    const there = await testHouse({ store });
    for (const house of [here, there]) house.setNow('2026-03-16T09:00:00.000Z');
    const news = await Promise.all([here.remind(), there.remind()]);
    expect(news.reduce((sum, each) => sum + each)).toBe(1);
  });

  it('is added again when the store did not answer', async () => {
    const house = await testHouse();
    await submitted(house);
    house.setNow('2026-03-16T09:00:00.000Z');
    house.deliveries.failNext('before');
    await expect(house.remind()).rejects.toThrow();
    expect(await house.remind()).toBe(1);
  });
});

describe('a follow-up', () => {
  const DUE = '2026-04-02';

  it('is asked for in the thread of the coach’s card', async () => {
    const house = await testHouse();
    await tied(house);
    const { id } = await approved(house);
    await house.courier.run();
    house.setNow(`${DUE}T09:00:00.000Z`);
    await house.remind();
    await house.courier.run();
    const card = house.messenger.sent.find(({ to }) => to === CHANNEL)!;
    const thread = `${CHANNEL};messageid=${card.activity}`;
    expect(house.messenger.sent.filter(({ to }) => to === thread)).toHaveLength(1);
    const rows = await house.deliveries.forInitiative(id);
    expect(rows.find(({ content }) => content.notice === 'follow-up-due')).toMatchObject({
      to: { kind: 'channel', channel: CHANNEL },
      state: { status: 'sent', conversation: thread },
    });
  });

  it('is asked for in the same thread month after month, never as a new post', async () => {
    const house = await testHouse();
    await tied(house);
    const { id } = await approved(house);
    await house.courier.run();
    for (const day of ['2026-04-02', '2026-05-04']) {
      house.setNow(`${day}T09:00:00.000Z`);
      await house.remind();
      await house.courier.run();
      const order = { type: 'FollowUp', status: 'green', text: 'Går bra.' } as const;
      await done(house, order, { by: coach, initiative: id });
      await house.courier.run();
    }
    const posts = house.messenger.sent.filter(({ to, isUpdate }) => to.startsWith(CHANNEL) && !isUpdate);
    const [card, ...asked] = posts.map(({ to }) => to);
    expect(card).toBe(CHANNEL);
    expect(asked).toEqual([
      `${CHANNEL};messageid=${posts[0]?.activity}`,
      `${CHANNEL};messageid=${posts[0]?.activity}`,
    ]);
  });

  it('is asked for in the thread where somebody had the case shown, when the channel was tied later', async () => {
    const house = await testHouse();
    const { id, number } = await approved(house);
    await house.courier.run();
    await tied(house);
    const reply = await person(house, coach, channel()).reply(number);
    const thread = `${CHANNEL};messageid=root`;
    await reply.keep?.({ conversation: thread, activity: 'shown' });
    house.setNow(`${DUE}T09:00:00.000Z`);
    await house.remind();
    await house.courier.run();
    const rows = await house.deliveries.forInitiative(id);
    expect(rows.find(({ content }) => content.notice === 'follow-up-due')).toMatchObject({
      state: { status: 'sent', conversation: thread },
    });
  });

  it('is asked for in private when the case is only shown in some other channel', async () => {
    const house = await testHouse();
    const { number } = await approved(house);
    const elsewhere = channel('19:elsewhere@thread.tacv2');
    const reply = await person(house, coach, elsewhere).reply(number);
    await reply.keep?.({ conversation: elsewhere.id, activity: 'shown' });
    await house.courier.run();
    house.setNow(`${DUE}T09:00:00.000Z`);
    await house.remind();
    expect(await asked(house)).toContain(`follow-up-due → ${coach}`);
  });

  it('is a post of its own when Teams gave the card no id', async () => {
    const house = await testHouse();
    await tied(house);
    const { id } = await approved(house);
    house.messenger.send = async () => ({ activity: '' });
    await house.courier.run();
    house.setNow(`${DUE}T09:00:00.000Z`);
    await house.remind();
    await house.courier.run();
    const rows = await house.deliveries.forInitiative(id);
    expect(rows.find(({ content }) => content.notice === 'follow-up-due')).toMatchObject({
      state: { status: 'sent', conversation: CHANNEL },
    });
  });

  it('is asked for in private when the case is protected, or has no card in a channel', async () => {
    for (const make of [guarded, approved]) {
      const house = await testHouse();
      if (make === guarded) await tied(house);
      await make(house);
      await house.courier.run();
      house.setNow(`${DUE}T09:00:00.000Z`);
      await house.remind();
      expect(await asked(house)).toContain(`follow-up-due → ${coach}`);
    }
  });

  it('goes to whoever acts as coach, and further up when it is late', async () => {
    const house = await testHouse({ now: '2026-06-01T09:00:00.000Z' });
    await approved(house);
    house.setNow('2026-07-01T09:00:00.000Z');
    await house.remind();
    expect(await asked(house)).toEqual([
      `reminder → ${substituteCoach}`,
      `follow-up-due → ${substituteCoach}`,
      `weekly → ${substituteCoach}`,
    ]);
    house.setNow('2026-08-03T09:00:00.000Z');
    await house.remind();
    const late = (await asked(house)).filter((each) => each.startsWith('follow-up-late'));
    expect(late).toEqual([`follow-up-late → ${coach}`, `follow-up-late → ${head}`]);
  });

  it('a week late goes to the development lead', async () => {
    const house = await testHouse();
    await approved(house);
    house.setNow('2026-04-09T09:00:00.000Z');
    await house.remind();
    const late = (await asked(house)).filter((each) => each.startsWith('follow-up-late'));
    expect(late).toEqual([`follow-up-late → ${coach}`, `follow-up-late → ${developmentLead}`]);
  });
});

describe('a pause', () => {
  it('that is over is told to whoever decides', async () => {
    const house = await testHouse();
    const { id } = await approved(house);
    const pause = { type: 'Pause', reason: 'Vi väntar på budget.', until: '2026-03-20' } as const;
    await done(house, pause, { by: PEOPLE.director, initiative: id });
    house.setNow('2026-03-20T09:00:00.000Z');
    await house.remind();
    expect(await asked(house)).toContain(`pause-over → ${PEOPLE.director}`);
  });
});

describe('the weekly list', () => {
  const weekly = async (house: TestHouse) => (await asked(house)).filter((each) => each.startsWith('weekly'));

  it('comes once a week to every coach with open cases', async () => {
    const house = await testHouse();
    await approved(house);
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-06', '2026-03-07']) {
      house.setNow(`${day}T09:00:00.000Z`);
      await house.remind();
    }
    expect(await weekly(house)).toEqual([`weekly → ${coach}`]);
    house.setNow('2026-03-09T09:00:00.000Z');
    await house.remind();
    expect(await weekly(house)).toHaveLength(2);
  });

  it('comes on the week’s first working day, and to nobody without cases', async () => {
    const house = await testHouse();
    await submitted(house);
    house.setNow('2026-03-09T09:00:00.000Z');
    await house.remind();
    expect(await weekly(house)).toEqual([]);
  });

  it('comes to the one who acts for a coach who is away', async () => {
    const away = held('coach', 'norr', coach, { person: 'stand-in', from: '2026-03-09', to: '2026-03-13' });
    const holders = [...HOLDERS.filter(({ role, unit }) => role !== 'coach' || unit !== 'norr'), away];
    const house = await testHouse({ holders });
    await approved(house);
    house.setNow('2026-03-09T09:00:00.000Z');
    await house.remind();
    expect(await weekly(house)).toEqual(['weekly → stand-in']);
  });

  it('shows the cases, late ones first', async () => {
    const house = await testHouse();
    const first = await approved(house);
    house.setNow('2026-03-20T09:00:00.000Z');
    const second = await approved(house, { by: PEOPLE.colleague });
    house.setNow('2026-04-06T09:00:00.000Z');
    await house.remind();
    await house.courier.run();
    const list = house.messenger.sent.find(({ message }) =>
      JSON.stringify(message).includes('Veckans lista'),
    );
    const shown = JSON.stringify(list);
    expect(shown.indexOf(first.number)).toBeLessThan(shown.indexOf(second.number));
    expect(shown).toContain(house.texts('sv').t('common.overdue'));
  });
});
