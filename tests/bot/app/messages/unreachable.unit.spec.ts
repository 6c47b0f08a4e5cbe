import { createCourier } from '../../../../bot/app/messages/courier.ts';
import { type DeliveryFailure, MessageNotDelivered } from '../../../../bot/app/ports/index.ts';
import { createRenderNotice } from '../../../../bot/handlers/notices.ts';
import { EVERYBODY, PEOPLE } from '../../../builders/people.ts';
import { type TestHouse, testHouse } from '../../house.ts';
import { done, submitted } from '../../support/life.ts';
import { chat, recipients, statesOf } from '../../support/messages.ts';
import { chatWith } from '../../support/turns.ts';

const { manager, substituteManager } = PEOPLE;
/** The substitute is asked while the manager is on leave. */
const ON_LEAVE = { now: '2026-07-06T09:00:00.000Z' };
const no = (reason: DeliveryFailure) => new MessageNotDelivered('Teams said no', { reason });

describe('somebody who is asked and whom the message cannot reach', () => {
  it.each(['refused', 'blocked', 'gone', 'removed'] as const)(
    '(%s): the others are asked',
    async (reason) => {
      const house = await testHouse(ON_LEAVE);
      house.messenger.failNext(no(reason), chat(substituteManager));
      const { id } = await submitted(house);
      await house.courier.run();
      expect(recipients(house)).toEqual([chat(manager)]);
      expect(await statesOf(house, id)).toContainEqual(
        expect.objectContaining({
          to: substituteManager,
          state: { status: 'failed', reason, at: house.clock() },
        }),
      );
    },
  );

  it('after a day of trying: the others are asked', async () => {
    const house = await testHouse(ON_LEAVE);
    house.messenger.before = ({ id }) => {
      if (id === chat(substituteManager))
        throw new MessageNotDelivered('Teams answered 503', { retryAfterMs: 1_000 });
    };
    const { id } = await submitted(house);
    await house.courier.run();
    for (let due = await house.deliveries.nextDue(); due; due = await house.deliveries.nextDue()) {
      expect(recipients(house)).toEqual([]);
      house.setNow(due);
      await house.courier.run();
    }
    expect(await statesOf(house, id)).toMatchObject([
      { to: substituteManager, state: { status: 'failed', reason: 'gave-up' } },
      { to: manager, state: { status: 'sent' } },
    ]);
  });

  it('when the message is too large: nobody else is asked, it would not reach them either', async () => {
    const house = await testHouse(ON_LEAVE);
    house.messenger.failNext(no('too-large'), chat(substituteManager));
    await submitted(house);
    await house.courier.run();
    expect(recipients(house)).toEqual([]);
  });

  it('with the card that is rewritten later: who was asked before is not passed over', async () => {
    const house = await testHouse(ON_LEAVE);
    const { id } = await submitted(house);
    await house.courier.run();
    const before = recipients(house).length;
    house.messenger.failNext(no('refused'), chat(substituteManager));
    house.messenger.failNext(no('refused'), chat(substituteManager));
    await done(
      house,
      { type: 'Return', reason: 'Antalet saknas.' },
      { by: substituteManager, initiative: id },
    );
    await house.courier.run();
    expect(recipients(house).slice(before)).toEqual([chat(PEOPLE.employee)]);
  });
});

describe('somebody whose app was removed without our hearing of it', () => {
  /** A courier that may install the app; `chats` are those it makes, in order. */
  const installing = (house: TestHouse, chats: readonly (string | undefined)[]) => {
    const asked: string[] = [];
    const courier = createCourier({
      ...house,
      install: async (person) => {
        const made = chats[asked.length];
        asked.push(person);
        return made === undefined ? undefined : { ...chatWith(person), id: made };
      },
      render: createRenderNotice(house.deps, { municipalityLanguage: 'sv', trustClientLanguage: true }),
      onError: (error) => void house.errors.push(error),
    });
    return { courier, asked };
  };

  it('gets the app back once, and the message', async () => {
    const house = await testHouse();
    house.messenger.failNext(no('removed'), chat(manager));
    const { id } = await submitted(house);
    const { courier, asked } = installing(house, ['a:anew']);
    await courier.run();
    expect(asked).toEqual([manager]);
    expect(recipients(house)).toEqual(['a:anew']);
    expect(await statesOf(house, id)).toMatchObject([{ state: { status: 'sent', conversation: 'a:anew' } }]);
    expect(await house.conversations.personal(manager)).toBeUndefined();
  });

  it('is not reached when that is not permitted, or changes nothing', async () => {
    for (const chats of [[undefined], ['a:anew']]) {
      const house = await testHouse({ installed: EVERYBODY });
      house.messenger.failNext(no('removed'), chat(manager));
      house.messenger.failNext(no('removed'), 'a:anew');
      const { id } = await submitted(house);
      const { courier, asked } = installing(house, chats);
      await courier.run();
      expect(asked.filter((person) => person === manager)).toEqual([manager]);
      expect(await statesOf(house, id)).toContainEqual(
        expect.objectContaining({ to: manager, state: expect.objectContaining({ reason: 'removed' }) }),
      );
    }
  });
});
