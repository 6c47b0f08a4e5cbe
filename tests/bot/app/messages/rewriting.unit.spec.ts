import { MessageNotDelivered } from '../../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { type TestHouse, testHouse } from '../../house.ts';
import { done, submitted } from '../../support/life.ts';
import { chat, recipients, statesOf } from '../../support/messages.ts';

const { manager } = PEOPLE;
const forward = { type: 'Forward', unit: 'bistand', reason: 'Det gäller er.' } as const;

/** The manager has been asked, and the case has moved on since. */
async function movedOn(): Promise<{ readonly house: TestHouse; readonly id: string }> {
  const house = await testHouse();
  const { id } = await submitted(house);
  await house.courier.run();
  await done(house, forward, { by: manager, initiative: id });
  return { house, id };
}

const updatesIn = async (house: TestHouse, id: string) =>
  (await statesOf(house, id)).filter(({ isUpdate }) => isUpdate).map(({ state }) => state);
const rewrites = ({ messenger }: TestHouse): string[] =>
  messenger.sent.filter(({ isUpdate }) => isUpdate).map(({ to }) => to);

describe('a card that is rewritten in place', () => {
  it('costs the store nothing when it succeeds', async () => {
    const { house, id } = await movedOn();
    await house.courier.run();
    expect(rewrites(house)).toEqual([chat(manager)]);
    expect(await updatesIn(house, id)).toEqual([]);
    await house.courier.run();
    expect(rewrites(house)).toEqual([chat(manager)]);
  });

  it('comes after those who are asked to decide', async () => {
    const { house } = await movedOn();
    const order: string[] = [];
    house.messenger.before = ({ id }) => void order.push(id);
    await house.courier.run();
    expect(order).toContain(chat(PEOPLE.otherManager));
    expect(order.at(-1)).toBe(chat(manager));
  });

  it('shows the same when an instance that reads the row later does it again', async () => {
    const { house } = await movedOn();
    await house.courier.run();
    house.store.deliveries.checkpoint = 0;
    const other = await testHouse({ store: house.store });
    await other.courier.run();
    const shown = ({ messenger }: TestHouse) =>
      messenger.sent.findLast(({ to, isUpdate }) => isUpdate && to === chat(manager));
    expect(shown(other)).toEqual(shown(house));
    expect(recipients(other)).toEqual([]);
  });

  it('is done by another instance when the one who began died', async () => {
    const { house: dying } = await movedOn();
    dying.messenger.before = ({ id }) => (id === chat(manager) ? new Promise(() => undefined) : undefined);
    void dying.courier.run();
    await new Promise((done) => setTimeout(done, 10));
    const other = await testHouse({ store: dying.store });
    await other.courier.run();
    expect(rewrites(other)).toEqual([chat(manager)]);
  });

  it('is due when Teams does not take it now, and done when it does', async () => {
    const { house, id } = await movedOn();
    const busy = new MessageNotDelivered('Teams answered 429', { retryAfterMs: 40_000 });
    house.messenger.failNext(busy, chat(manager));
    house.messenger.failNext(busy, chat(manager));
    await house.courier.run();
    expect(await updatesIn(house, id)).toMatchObject([{ status: 'due', reason: 'Teams answered 429' }]);
    house.setNow('2026-03-02T09:00:41.000Z');
    await house.courier.run();
    expect(await updatesIn(house, id)).toMatchObject([{ status: 'sent' }]);
  });

  it('is due while Teams has asked everybody to wait: nothing is asked of it', async () => {
    const { house, id } = await movedOn();
    Object.assign(house.messenger, { waitMs: () => 1_000 });
    await house.courier.run();
    expect(rewrites(house)).toEqual([]);
    expect(await updatesIn(house, id)).toEqual([{ status: 'due', attempts: 0 }]);
  });

  it('that is gone ends with the reason', async () => {
    const { house, id } = await movedOn();
    const gone = new MessageNotDelivered('Teams said no', { reason: 'nothing-to-update' });
    house.messenger.failNext(gone, chat(manager));
    house.messenger.failNext(gone, chat(manager));
    await house.courier.run();
    expect(await updatesIn(house, id)).toMatchObject([{ status: 'failed', reason: 'nothing-to-update' }]);
  });
});
