import type { Delivery, DeliveryFailure } from '../app/ports/index.ts';
import type { Reply, Turn } from '../app/turn.ts';
import type { Deps } from './ask.ts';

/** What could not be delivered because the app was not there; now it is. */
const MENDED: readonly DeliveryFailure[] = ['not-installed', 'removed', 'blocked', 'gone'];

/**
 * Installed. Teams tells it twice (installationUpdate and membersAdded, in any order) and some clients again at every
 * start; the welcome is a delivery with one key per install, so it is said once. Messages that could not reach the
 * person before are sent now. That somebody else joins is none of our business.
 */
export async function noteInstalled(turn: Turn, deps: Deps): Promise<Reply> {
  if (turn.kind === 'membersAdded' && turn.data?.bot !== true) return { nothing: true };
  const { actor, scope } = turn;
  const to: Delivery['to'] =
    scope === 'personal' && actor !== undefined
      ? { kind: 'person', person: actor }
      : { kind: 'channel', channel: turn.conversation.id };
  const key = `WELCOME/${turn.conversation.id}/${await removals(turn, deps)}`;
  await deps.deliveries.add([{ key, to, content: { notice: 'welcome' } }]);
  for (const reason of MENDED) await deps.deliveries.retryFailed(to, reason);
  deps.wake();
  return { nothing: true };
}

/** Removed: nothing can be written there any more, and the next install is a new one and welcomed again. */
export async function noteRemoved(turn: Turn, deps: Deps): Promise<Reply> {
  const { id } = turn.conversation;
  const key = `REMOVED/${id}/${await removals(turn, deps)}`;
  const landed = { conversation: id, activity: 'removed', at: deps.clock() };
  const to: Delivery['to'] = { kind: 'channel', channel: id };
  await deps.deliveries.adopt({ key, to, content: { notice: 'removed' } }, landed);
  await deps.conversations.remove(id);
  return { nothing: true };
}

/** How many times the app has been removed from here. */
async function removals({ conversation }: Turn, { deliveries }: Deps): Promise<number> {
  let count = 0;
  while (await deliveries.get(`REMOVED/${conversation.id}/${count}`)) count += 1;
  return count;
}
