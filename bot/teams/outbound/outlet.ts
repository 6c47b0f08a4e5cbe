import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import { MessageNotDelivered, type OutgoingMessage } from '../../app/ports/index.ts';
import type { Landed } from '../../app/turn.ts';
import { notDelivered, wasSurelyRefused } from '../connector/failures.ts';
import type { Throttle } from '../connector/throttle.ts';
import { messageActivity } from './activities.ts';

/** Ways to speak within one turn. All throw MessageNotDelivered. */
export type Outlet = {
  /** @returns undefined when Teams gave no id to find the message by. */
  readonly send: (message: OutgoingMessage) => Promise<Landed | undefined>;
  readonly update: (activity: string, message: OutgoingMessage) => Promise<void>;
  readonly typing: () => Promise<void>;
};

const MOST_TRIES = 3;
/** A person is waiting: longer than this is no longer an answer. */
const LONGEST_WAIT_MS = 3_000;

/** Answers go at once, but count: what is sent unasked gives way to them. */
export function createOutlet(context: TurnContext, throttle: Throttle, now: () => number): Outlet {
  const conversation = context.activity.conversation.id;
  const count = () => throttle.spend(conversation.split(';')[0] ?? conversation);
  const post = (activity: Partial<Activity>) =>
    patiently('send', now, async () => {
      count();
      return context.sendActivity(activity);
    });

  return {
    send: async (message) => {
      const landed = await post(messageActivity(message));
      return landed?.id ? { conversation, activity: landed.id } : undefined;
    },
    update: async (activity, message) => {
      await patiently('update', now, async () => {
        count();
        return context.updateActivity({ ...messageActivity(message), id: activity });
      });
    },
    typing: async () => {
      await post({ type: 'typing' });
    },
  };
}

/** Tries again only what Teams surely did not take: an answer must not come twice. */
async function patiently<T>(doing: 'send' | 'update', now: () => number, act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      const failure = notDelivered(error, doing, now());
      const { retryAfterMs = Number.POSITIVE_INFINITY } = failure;
      if (tries === MOST_TRIES || retryAfterMs > LONGEST_WAIT_MS || !wasSurelyRefused(failure)) throw failure;
      await sleep(retryAfterMs);
    }
  }
}

/** For the log: what went wrong, without what was said. */
export const failureFields = (error: unknown): object =>
  error instanceof MessageNotDelivered
    ? { failure: error.message, ...(error.reason && { reason: error.reason }) }
    : { err: error };
