import type { TurnContext } from 'botbuilder';
import { type Conversation, MessageNotDelivered, type Messenger } from '../app/ports/index.ts';
import type { TeamsAdapter } from './connector/adapter.ts';
import { notDelivered, wasThrottled } from './connector/failures.ts';
import type { Throttle } from './connector/throttle.ts';
import { messageActivity } from './outbound/activities.ts';

export type MessengerDeps = {
  readonly adapter: TeamsAdapter;
  readonly throttle: Throttle;
  readonly now: () => number;
};

/** Writes to people and channels that did not just speak, within Teams' rate limits; never retries by itself. */
export function createMessenger({ adapter, throttle, now }: MessengerDeps): Messenger {
  async function carry<T>(
    to: Conversation,
    doing: 'send' | 'update',
    act: (context: TurnContext) => Promise<T>,
  ) {
    const thread = to.id.split(';')[0] ?? to.id;
    await throttle.wait(thread);
    try {
      return await answerOf(adapter, to, act);
    } catch (error) {
      const failure = notDelivered(error, doing, now());
      if (failure.retryAfterMs !== undefined) {
        if (wasThrottled(failure)) throttle.holdAll(failure.retryAfterMs);
        else throttle.hold(thread, failure.retryAfterMs);
      }
      throw failure;
    }
  }

  return {
    waitMs: throttle.heldMs,
    send: (to, message) =>
      carry(to, 'send', async (context) => {
        const landed = await context.sendActivity(messageActivity(message));
        return { activity: landed?.id ?? '' };
      }),
    update: async (to, activity, message) => {
      // Teams gave no id for it (it does not when it splits a message), so there is nothing to rewrite.
      if (activity === '') throw new MessageNotDelivered('no activity id', { reason: 'nothing-to-update' });
      await carry(to, 'update', (context) =>
        context.updateActivity({ ...messageActivity(message), id: activity }),
      );
    },
  };
}

/** The SDK's logic returns nothing, so the answer is carried out of it. */
async function answerOf<T>(
  adapter: TeamsAdapter,
  to: Conversation,
  act: (context: TurnContext) => Promise<T>,
) {
  let answer: { readonly value: T } | undefined;
  await adapter.unasked(to, async (context) => {
    answer = { value: await act(context) };
  });
  if (!answer) throw new Error('the adapter did not run the message');
  return answer.value;
}
