import { DamagedStream, MessageNotDelivered } from '../../../../bot/app/ports/index.ts';
import { HOLDERS } from '../../../builders/municipality.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { newStore, type TestHouse, testHouse } from '../../house.ts';
import { approval, approved, done, known, returned, submitted } from '../../support/life.ts';
import { chat, recipients, said, statesOf, tiedHouse } from '../../support/messages.ts';
import { CHANNEL, channel, chatWith, turn } from '../../support/turns.ts';

const { employee, manager, coach } = PEOPLE;
describe('one message per recipient and occasion', () => {
  it('however often the courier runs, and over a restart', async () => {
    const house = await testHouse();
    await submitted(house);
    await Promise.all([house.courier.run(), house.courier.run()]);
    await house.courier.run();
    const restarted = await testHouse({ store: house.store });
    await restarted.courier.run();
    expect(recipients(house)).toEqual([chat(manager)]);
    expect(restarted.messenger.sent).toEqual([]);
  });

  it('from two couriers on the same stores', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    for (let i = 0; i < 5; i += 1) await approved(here, { by: PEOPLE.colleague });
    await Promise.all([here.courier.run(), there.courier.run()]);
    const all = [...recipients(here), ...recipients(there)];
    expect(all.filter((to) => to === chat(PEOPLE.colleague))).toHaveLength(5);
    expect(all.filter((to) => to === chat(coach))).toHaveLength(5);
  });

  it('also when another case has been damaged by others', async () => {
    const store = newStore();
    const [here, anew] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await submitted(here);
    const whole = [...store.rows];
    const { id: other } = await submitted(here, { by: PEOPLE.colleague });
    const missing = whole.findIndex((row) => row.stream === id);
    const { read } = anew.log;
    Object.assign(anew.log, {
      read: async (stream: string) => {
        if (stream === id) throw new DamagedStream('a row is missing');
        return read(stream);
      },
      readAfter: async (position: number, limit: number) =>
        store.rows.filter((row, i) => i !== missing && row.position > position).slice(0, limit),
    });
    await anew.courier.run();
    expect(await statesOf(anew, id)).toEqual([]);
    expect(await statesOf(anew, other)).toMatchObject([{ notice: 'review', state: { status: 'sent' } }]);
    expect(anew.errors).toEqual([]);
  });

  it('told to the people of that row, also when it is read late', async () => {
    const store = newStore();
    const [here, slow] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await submitted(here);
    await here.courier.run();
    store.deliveries.checkpoint = 0;
    const forward = { type: 'Forward', unit: 'bistand', reason: 'Det gäller er.' } as const;
    await done(here, forward, { by: manager, initiative: id });
    await slow.courier.run();
    await here.courier.run();
    const reviews = (await statesOf(here, id)).filter((each) => each.notice === 'review' && !each.isUpdate);
    expect(reviews.map(({ to }) => to)).toEqual([manager, PEOPLE.otherManager]);
  });

  it('by the roles and channels that stand before the row, though the instance has not heard of them', async () => {
    const store = newStore();
    const [here, slow] = [await testHouse({ store }), await testHouse({ store })];
    await here.conversations.save(channel());
    const link = { type: 'LinkChannel', channel: CHANNEL, unit: 'vof' } as const;
    await here.handleOrganisation(link, 'op-link', coach);
    await here.courier.run();
    const { id } = await approved(here);
    await slow.courier.run();
    const coached = (await statesOf(here, id)).filter(({ notice }) => notice === 'coach');
    expect(coached.map(({ to }) => to)).toEqual([CHANNEL]);
  });

  it('also for what is asked while the courier is at work', async () => {
    const house = await testHouse();
    await submitted(house);
    let second: Promise<unknown> | undefined;
    house.messenger.before = () => {
      second ??= submitted(house, { by: PEOPLE.colleague }).then(() => house.courier.run());
    };
    await house.courier.run();
    await second;
    expect(recipients(house)).toEqual([chat(manager), chat(manager)]);
  });
});

describe('a crash', () => {
  it('between claiming and sending delays the message until the lease has run out', async () => {
    const store = newStore();
    const [dying, other] = [await testHouse({ store }), await testHouse({ store })];
    const { id } = await submitted(dying);
    dying.messenger.before = () => new Promise(() => undefined);
    void dying.courier.run();
    await new Promise((done) => setTimeout(done, 20));
    await other.courier.run();
    expect(other.messenger.sent).toEqual([]);
    other.setNow('2026-03-02T09:01:01.000Z');
    await other.courier.run();
    expect(recipients(other)).toEqual([chat(manager)]);
    expect(await statesOf(other, id)).toMatchObject([{ state: { status: 'sent' } }]);
  });

  it('of the store after sending does not repeat the message', async () => {
    const house = await testHouse();
    await submitted(house);
    house.messenger.before = () => house.deliveries.failNext('before');
    await house.courier.run();
    expect(house.errors).toHaveLength(1);
    house.messenger.before = () => undefined;
    house.setNow('2026-03-02T09:02:00.000Z');
    await house.courier.run();
    expect(recipients(house)).toEqual([chat(manager)]);
    expect(await house.deliveries.nextDue()).toBeUndefined();
  });

  it.each([
    ['goes on', (house: TestHouse) => house.courier.run()],
    ['ends', (house: TestHouse) => house.courier.stop()],
  ])(
    'of the store after sending leaves nothing for another instance to send again when it %s',
    async (_, then) => {
      const store = newStore();
      const [here, other] = [await testHouse({ store }), await testHouse({ store })];
      await submitted(here);
      here.messenger.before = () => here.deliveries.failNext('before');
      await here.courier.run();
      here.messenger.before = () => undefined;
      await then(here);
      other.setNow('2026-03-02T09:02:00.000Z');
      await other.courier.run();
      expect([...recipients(here), ...recipients(other)]).toEqual([chat(manager)]);
    },
  );

  it('of the sender at every try ends in giving up', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    await house.courier.run();
    const [row] = await house.deliveries.forInitiative(id);
    house.store.deliveries.messages.get(row!.key)!.state = { status: 'due', attempts: 16 };
    house.setNow('2026-03-02T09:02:00.000Z');
    await house.courier.run();
    expect(await statesOf(house, id)).toMatchObject([
      { state: { status: 'failed', reason: 'gave-up' } },
      { notice: 'unreachable', state: { status: 'sent' } },
    ]);
  });

  it('of the store while messages are added loses none', async () => {
    const house = await testHouse();
    await submitted(house);
    // Whoever writes first, the claim or the adding: both fail.
    house.deliveries.failNext('before');
    house.deliveries.failNext('before');
    await house.courier.run();
    expect(house.errors).toHaveLength(2);
    expect(house.messenger.sent).toEqual([]);
    await house.courier.run();
    expect(recipients(house)).toEqual([chat(manager)]);
  });
});

describe('a slow Teams', () => {
  it('leaves the rest of a batch to be claimed again, rather than sending on a lease that has run out', async () => {
    const house = await testHouse();
    for (let i = 0; i < 3; i += 1) await submitted(house);
    // Added while nothing may be sent, so that they are claimed together afterwards.
    Object.assign(house.messenger, { waitMs: () => 1_000 });
    await house.courier.run();
    Object.assign(house.messenger, { waitMs: () => 0 });
    let at = Date.parse(house.clock());
    house.messenger.before = () => {
      at += 31_000;
      house.setNow(new Date(at).toISOString());
    };
    await house.courier.run();
    expect(recipients(house)).toHaveLength(1);
    house.messenger.before = () => undefined;
    house.setNow('2026-03-02T09:05:00.000Z');
    await house.courier.run();
    expect(recipients(house)).toHaveLength(3);
  });

  it('that says later is asked later', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    house.messenger.failNext(new MessageNotDelivered('Teams answered 429', { retryAfterMs: 40_000 }));
    await house.courier.run();
    expect(await statesOf(house, id)).toMatchObject([
      {
        state: {
          status: 'due',
          attempts: 1,
          notBefore: '2026-03-02T09:00:40.000Z',
          reason: 'Teams answered 429',
        },
      },
    ]);
    await house.courier.run();
    expect(recipients(house)).toEqual([]);
    house.setNow('2026-03-02T09:00:41.000Z');
    await house.courier.run();
    expect(recipients(house)).toEqual([chat(manager)]);
  });

  it('is tried again with growing pauses, and given up after a day', async () => {
    const house = await testHouse();
    const { id } = await submitted(house);
    const start = Date.parse(house.clock());
    const tries: number[] = [];
    house.messenger.before = (to) => {
      if (to.id === chat(manager)) tries.push((Date.parse(house.clock()) - start) / 1_000);
      throw new Error('the line is dead');
    };
    for (
      let due: string | undefined = house.clock();
      due !== undefined;
      due = await house.deliveries.nextDue()
    ) {
      if (Date.parse(due) > Date.parse(house.clock())) house.setNow(due);
      await house.courier.run();
    }
    expect(tries.slice(0, 5)).toEqual([0, 2, 6, 14, 30]);
    expect(tries).toHaveLength(16);
    expect(tries.at(-1)).toBeGreaterThan(12 * 3_600);
    expect(tries.at(-1)).toBeLessThan(30 * 3_600);
    expect((await statesOf(house, id))[0]).toMatchObject({ state: { status: 'failed', reason: 'gave-up' } });
    // The head of digitalisation was told, and could not be reached either.
    expect((await house.deliveries.failures(5)).map(({ state }) => state)).toMatchObject([
      { reason: 'gave-up' },
      { reason: 'gave-up' },
    ]);
  });
});

describe('somebody who cannot be reached', () => {
  it('gets the message when the app is installed', async () => {
    const house = await testHouse({ installed: [employee] });
    const { id } = await submitted(house);
    await house.courier.run();
    expect(await statesOf(house, id)).toMatchObject([
      { notice: 'review', state: { status: 'failed', reason: 'not-installed' } },
      { notice: 'unreachable', state: { status: 'failed', reason: 'not-installed' } },
    ]);
    await house.conversations.save(chatWith(manager));
    await house.bot.handle(turn({ kind: 'installed', actor: manager }));
    await house.courier.run();
    // The welcome is for information and takes another way: which of them comes first is left open.
    const { number } = known(house.casebook.initiative(id));
    expect(said(house).toSorted()).toEqual([
      `${chat(manager)}: ${house.texts('sv').t('notices.review.title', { number })}`,
      `${chat(manager)}: ${house.texts('sv').t('cards.welcome.summary')}`,
    ]);
  });

  it.each(['blocked', 'removed', 'gone', 'refused', 'too-large'] as const)(
    'for good keeps the reason %s, and the others get theirs',
    async (reason) => {
      const house = await testHouse();
      const { id } = await approved(house);
      house.messenger.failNext(new MessageNotDelivered('Teams said no', { reason }), chat(employee));
      await house.courier.run();
      expect(await statesOf(house, id)).toContainEqual({
        notice: 'decision',
        to: employee,
        isUpdate: false,
        state: { status: 'failed', reason, at: house.clock() },
      });
      expect(recipients(house)).toContain(chat(coach));
    },
  );
});

describe('somebody who is asked and cannot be reached', () => {
  const blocked = () => new MessageNotDelivered('Teams said no', { reason: 'blocked' });
  const toasts = (house: Awaited<ReturnType<typeof testHouse>>) => house.messenger.sent.map(({ to }) => to);

  it('leaves it to the others who may decide, and nobody is asked twice', async () => {
    const second = { ...HOLDERS[0]!, id: 'manager/norr/second', person: PEOPLE.colleague, substitutes: [] };
    const house = await testHouse({ holders: [...HOLDERS, second] });
    house.messenger.failNext(blocked(), chat(manager));
    const { id } = await submitted(house);
    await house.courier.run();
    expect(toasts(house)).toEqual([chat(PEOPLE.colleague)]);
    expect(await statesOf(house, id)).toMatchObject([
      { to: manager, state: { status: 'failed', reason: 'blocked' } },
      { to: PEOPLE.colleague, state: { status: 'sent' } },
    ]);
  });

  it('as substitute leaves it to the ordinary holder', async () => {
    const house = await testHouse({ now: '2026-07-06T09:00:00.000Z' });
    house.messenger.failNext(blocked(), chat(PEOPLE.substituteManager));
    await submitted(house);
    await house.courier.run();
    expect(toasts(house)).toEqual([chat(manager)]);
  });

  it('with nobody else to decide: the head of digitalisation is told, once a case', async () => {
    const house = await testHouse({ installed: [employee, PEOPLE.head] });
    const { id } = await submitted(house);
    await house.courier.run();
    expect(said(house)).toEqual([
      `${chat(PEOPLE.head)}: ${house.texts('sv').t('notices.unreachable.title', { number: known(house.casebook.initiative(id)).number })}`,
    ]);
    await done(
      house,
      { type: 'Forward', unit: 'bistand', reason: 'Det gäller er.' },
      { by: manager, initiative: id },
    );
    await house.courier.run();
    const keys = (await house.deliveries.forInitiative(id)).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('/unreachable/'))).toEqual([
      `${id}/unreachable/${manager}/${PEOPLE.head}`,
      `${id}/unreachable/${PEOPLE.otherManager}/${PEOPLE.head}`,
    ]);
  });

  it('in a channel the app was removed from: the coach is asked in person', async () => {
    const house = await tiedHouse();
    house.messenger.failNext(new MessageNotDelivered('Teams said no', { reason: 'not-installed' }), CHANNEL);
    const { id } = await approved(house);
    await house.courier.run();
    expect(await statesOf(house, id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ notice: 'coach', to: CHANNEL }),
        expect.objectContaining({ notice: 'coach', to: coach }),
      ]),
    );
    expect(toasts(house)).toContain(chat(coach));
  });

  it('about what merely tells something: nobody is told instead', async () => {
    const house = await testHouse();
    house.messenger.failNext(blocked(), chat(employee));
    const { id } = await returned(house);
    await house.courier.run();
    const rows = await statesOf(house, id);
    const blockedRows = rows.filter(({ state }) => state.status === 'failed' && state.reason === 'blocked');
    expect(blockedRows).toMatchObject([{ to: employee, notice: 'decision' }]);
    expect(rows.some(({ notice }) => notice === 'unreachable')).toBe(false);
  });
});

describe('a message that comes too late', () => {
  it('is not sent when what it asks for has been done', async () => {
    const house = await testHouse({ installed: [employee, coach] });
    const { id } = await submitted(house);
    await house.courier.run();
    await done(house, approval(), { by: manager, initiative: id });
    await house.conversations.save(chatWith(manager));
    await house.deliveries.retryFailed({ kind: 'person', person: manager }, 'not-installed');
    await house.courier.run();
    expect(recipients(house)).not.toContain(chat(manager));
    expect(recipients(house)).toContain(chat(employee));
  });

  it('is sent when it tells what happened', async () => {
    const house = await testHouse({ installed: [manager] });
    const { id } = await returned(house);
    await house.courier.run();
    await done(house, { type: 'Resubmit', changes: 'Antalet.' }, { by: employee, initiative: id });
    await house.conversations.save(chatWith(employee));
    await house.deliveries.retryFailed({ kind: 'person', person: employee }, 'not-installed');
    await house.courier.run();
    expect(said(house)).toContainEqual(
      `${chat(employee)}: ${house.texts('sv').t('notices.decision.Returned.title')}`,
    );
  });
});

describe('the courier', () => {
  it('skips rows that were made before anybody could be told', async () => {
    const house = await testHouse();
    await submitted(house);
    await house.casebook.catchUp();
    await house.courier.skipTo(house.casebook.position());
    await house.courier.run();
    expect(house.messenger.sent).toEqual([]);
  });

  it('sends nothing more once it has been stopped', async () => {
    const house = await testHouse();
    await submitted(house);
    await submitted(house);
    house.messenger.before = () => void house.courier.stop();
    await house.courier.run();
    expect(recipients(house)).toHaveLength(1);
    await house.courier.run();
    expect(recipients(house)).toHaveLength(1);
  });
});
