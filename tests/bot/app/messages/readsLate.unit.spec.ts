import { PEOPLE } from '../../../builders/people.ts';
import { newStore, testHouse } from '../../house.ts';
import { approval, approved, done, operation, submitted } from '../../support/life.ts';
import { chat, recipients, statesOf } from '../../support/messages.ts';
import { CHANNEL, channel } from '../../support/turns.ts';

const { manager, coach, colleague, employee } = PEOPLE;

/** Two instances of one store; the second one's reading of the log has come to a halt, as it may for seconds. */
async function aPair() {
  const store = newStore();
  const [here, late] = [await testHouse({ store }), await testHouse({ store })];
  /** The log gives `late` no news; a stream that is asked for by name it gives all the same. */
  const haltReading = () => void Object.assign(late.log, { readAfter: async () => [] });
  /** All messages are added, and left to whoever claims them. */
  const addOnly = async () => {
    Object.assign(here.messenger, { waitMs: () => 1_000 });
    await here.courier.run();
  };
  return { here, late, haltReading, addOnly };
}

describe('an instance that has not read a row yet', () => {
  it('sends what another has made of the row, rather than finding that there is nothing to say', async () => {
    const { here, late, haltReading, addOnly } = await aPair();
    haltReading();
    const { id } = await submitted(here);
    await addOnly();
    await late.courier.run();
    expect(recipients(late)).toEqual([chat(manager)]);
    expect(await statesOf(here, id)).toMatchObject([{ notice: 'review', state: { status: 'sent' } }]);
  });

  it('rewrites a card as the case is after the row, not as it was', async () => {
    const { here, late, haltReading, addOnly } = await aPair();
    const { id } = await approved(here);
    await here.courier.run();
    await late.casebook.catchUp();
    haltReading();
    // Nobody is told of this, so that nothing else makes the late one read.
    const order = { type: 'FollowUp', status: 'yellow', text: 'Vi väntar på låsen.' } as const;
    await done(here, order, { by: coach, initiative: id });
    await addOnly();
    await late.courier.run();
    const rewritten = late.messenger.sent.filter(({ to, isUpdate }) => isUpdate && to === chat(coach));
    expect(rewritten).toHaveLength(1);
    expect(JSON.stringify(rewritten[0]?.message)).toContain('Vi väntar på låsen.');
  });

  it('tries again when the case cannot be looked at', async () => {
    const { here, late, haltReading, addOnly } = await aPair();
    haltReading();
    const { id } = await submitted(here);
    await addOnly();
    const { read } = late.log;
    Object.assign(late.log, { read: () => Promise.reject(new Error('the store is away')) });
    await late.courier.run();
    expect(recipients(late)).toEqual([]);
    expect(await statesOf(here, id)).toMatchObject([{ notice: 'review', state: { status: 'due' } }]);
    Object.assign(late.log, { read });
    late.setNow('2026-03-02T09:02:00.000Z');
    await late.courier.run();
    expect(recipients(late)).toEqual([chat(manager)]);
  });

  it('sends to a substitute of whom it has not heard, rather than giving the message up', async () => {
    const { here, late, haltReading, addOnly } = await aPair();
    haltReading();
    const posts = Object.values(here.casebook.organisation().holders);
    const post = posts.find(({ person, role }) => person === manager && role === 'manager');
    const substitute = { person: colleague, from: '2026-03-02', to: '2026-03-06' };
    const named = { type: 'SetSubstitute', holder: post?.id ?? '', substitute } as const;
    await here.handleOrganisation(named, operation(), manager);
    const { id } = await submitted(here);
    await addOnly();
    await late.courier.run();
    expect(recipients(late)).toEqual([chat(colleague)]);
    expect(await statesOf(here, id)).toMatchObject([{ notice: 'review', state: { status: 'sent' } }]);
  });

  it('reminds nobody of what has been done meanwhile', async () => {
    const { here, late, haltReading } = await aPair();
    const { id } = await submitted(here);
    await here.courier.run();
    await late.casebook.catchUp();
    haltReading();
    await done(here, approval(), { by: manager, initiative: id });
    late.setNow('2026-03-09T09:00:00.000Z');
    await late.remind();
    await late.courier.run();
    expect(recipients(late)).toEqual([]);
    expect(await statesOf(late, id)).toContainEqual(
      expect.objectContaining({
        notice: 'reminder',
        state: expect.objectContaining({ status: 'failed', reason: 'nothing-to-update' }),
      }),
    );
  });

  it('gives up what there is nothing to say of for anybody', async () => {
    const { here } = await aPair();
    const { id } = await submitted(here);
    const to = { kind: 'person', person: employee } as const;
    await here.deliveries.add([{ key: `${id}/odd`, to, content: { notice: 'review', initiative: id } }]);
    await here.courier.run();
    expect(recipients(here)).toEqual([chat(manager)]);
    expect(await statesOf(here, id)).toContainEqual(
      expect.objectContaining({ to: employee, state: expect.objectContaining({ status: 'failed' }) }),
    );
  });

  describe('long after the others', () => {
    /** The case has been approved and the coach told in the channel; another instance now reads it from the start. */
    async function readAnew() {
      const { here, late } = await aPair();
      await here.conversations.save(channel());
      const link = { type: 'LinkChannel', channel: CHANNEL, unit: 'vof' } as const;
      await here.handleOrganisation(link, 'op-link', coach);
      const { id } = await submitted(here);
      await here.courier.run();
      await done(here, approval(), { by: manager, initiative: id });
      await here.courier.run();
      here.store.deliveries.checkpoint = 0;
      return { late, id };
    }

    it('does not rewrite for a row what a later one called for', async () => {
      const { late } = await readAnew();
      await late.courier.run();
      expect(late.messenger.sent.map(({ to, isUpdate }) => [to, isUpdate])).toEqual([[chat(manager), true]]);
    });

    it('tells the coach in the channel only, though that card waits to be rewritten', async () => {
      const { late, id } = await readAnew();
      const update = { key: `${id}#000002/update/x`, updates: `${id}#000003/coach/${CHANNEL}` };
      const to = { kind: 'channel', channel: CHANNEL } as const;
      await late.deliveries.add([{ ...update, to, content: { notice: 'coach', initiative: id } }]);
      await late.courier.run();
      const told = (await statesOf(late, id)).filter(
        ({ notice, isUpdate }) => notice === 'coach' && !isUpdate,
      );
      expect(told.map((one) => one.to)).toEqual([CHANNEL]);
      expect(recipients(late)).toEqual([]);
    });
  });
});
