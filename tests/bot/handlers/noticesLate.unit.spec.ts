import { PEOPLE } from '../../builders/people.ts';
import { newStore, testHouse } from '../house.ts';
import { approval, done, operation, submitted } from '../support/life.ts';
import { chat, recipients, statesOf } from '../support/messages.ts';

const { manager, colleague, employee } = PEOPLE;

/** Two instances of one store. The second one's reading of the log can come to a halt, as it may for seconds. */
async function aPair() {
  const store = newStore();
  const [here, late] = [await testHouse({ store }), await testHouse({ store })];
  const haltReading = () => void Object.assign(late.log, { readAfter: async () => [] });
  return { here, late, haltReading };
}

describe('an instance that has not read everything', () => {
  it('sends to a substitute of whom it has not heard, rather than giving the message up', async () => {
    const { here, late, haltReading } = await aPair();
    haltReading();
    const posts = Object.values(here.casebook.organisation().holders);
    const post = posts.find(({ person, role }) => person === manager && role === 'manager');
    const substitute = { person: colleague, from: '2026-03-02', to: '2026-03-06' };
    const named = { type: 'SetSubstitute', holder: post?.id ?? '', substitute } as const;
    await here.handleOrganisation(named, operation(), manager);
    const { id } = await submitted(here);
    Object.assign(here.messenger, { waitMs: () => 1_000 });
    await here.courier.run();
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
});
