import { EVERYBODY, PEOPLE } from '../../../builders/people.ts';
import { testHouse } from '../../house.ts';
import { submitted } from '../../support/life.ts';
import { chat, recipients, statesOf } from '../../support/messages.ts';
import { chatWith } from '../../support/turns.ts';

const { manager } = PEOPLE;

describe('an app that comes while a message is given up for want of it', () => {
  it('gets the message all the same', async () => {
    const house = await testHouse({ installed: EVERYBODY.filter((person) => person !== manager) });
    const { id } = await submitted(house);
    const { failed } = house.deliveries;
    Object.assign(house.deliveries, {
      failed: async (...asked: Parameters<typeof failed>) => {
        // Another instance: the conversation is saved, and nothing has failed yet.
        await house.conversations.save(chatWith(manager));
        await house.deliveries.retryFailed({ kind: 'person', person: manager }, 'not-installed');
        await failed(...asked);
      },
    });
    await house.courier.run();
    await house.courier.run();
    expect(recipients(house)).toContain(chat(manager));
    expect(await statesOf(house, id)).toContainEqual(
      expect.objectContaining({ to: manager, state: expect.objectContaining({ status: 'sent' }) }),
    );
  });
});
