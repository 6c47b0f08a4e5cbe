import {
  type ClaimedDelivery,
  type Clock,
  type Conversation,
  type Conversations,
  type Deliveries,
  type Delivery,
  type DeliveryFailure,
  type DeliveryRow,
  MessageNotDelivered,
  type Messenger,
  type OutgoingMessage,
} from '../ports/index.ts';
import { isUnreachable } from './standIns.ts';

/** After this many tries over about a day a message is given up, with the reason shown. */
const MOST_ATTEMPTS = 16;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/** Sent to many at once, and for information: a second copy is worse than none. All others come at least once. */
export const FOR_INFORMATION: readonly string[] = ['weekly', 'welcome'];

export type DeliverDeps = {
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Renders a message as of now; undefined when there is nothing left to say. */
  readonly render: (delivery: DeliveryRow, to: Conversation) => Promise<OutgoingMessage | undefined>;
  readonly onError: (error: unknown, delivery?: string) => void;
  /** Who is asked instead when somebody cannot be reached. */
  readonly standIns?: (delivery: DeliveryRow) => Promise<readonly Delivery[]>;
  /** Brings the app to somebody who does not have it, where that is permitted. Rejects as a messenger does. */
  readonly install?: (person: string) => Promise<Conversation | undefined>;
};

type Landing = { readonly conversation: string; readonly activity: string };

export type Deliver = {
  /** Sends one claimed message and settles it: sent, put off, or given up with the reason. */
  readonly deliver: (delivery: ClaimedDelivery) => Promise<void>;
  /** Takes down what was sent while the store was away, before another instance may claim it and send it again. */
  readonly settleLeft: () => Promise<void>;
  /**
   * Rewrites a message in place. Done twice it shows the same, so it is neither claimed nor noted: the row of the log
   * that calls for it is. What could not be done now is made due.
   */
  readonly rewrite: (update: Delivery) => Promise<void>;
};

/**
 * What becomes of one message. Everything here throws StoreUnavailable when it could not even be settled; the lease
 * then ends, or the row of the log is read again, and it is tried anew.
 */
export function createDeliver(deps: DeliverDeps): Deliver {
  const { deliveries, clock } = deps;
  /** Sent, but the store did not take it down: not to be sent again by this instance. */
  const unsettled = new Map<string, Landing>();

  async function settle(key: string, landing: Landing): Promise<void> {
    unsettled.set(key, landing);
    await deliveries.sent(key, { ...landing, at: clock() });
    unsettled.delete(key);
  }

  async function settleLeft(): Promise<void> {
    for (const [key, landing] of unsettled) await settle(key, landing);
  }

  async function tried(delivery: DeliveryRow): Promise<Attempt> {
    try {
      return await attempt(deps, delivery);
    } catch (error) {
      if (!(error instanceof MessageNotDelivered)) deps.onError(error, delivery.key);
      return failure(error);
    }
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const { key, state, content, isAbandoned } = delivery;
    const landed = unsettled.get(key);
    if (landed) return settle(key, landed);
    const attempts = state.status === 'due' ? state.attempts : MOST_ATTEMPTS;
    // Counted when it was claimed: whoever tried last may have died of it.
    if (attempts > MOST_ATTEMPTS) return giveUp(delivery, 'gave-up');
    if (isAbandoned && FOR_INFORMATION.includes(content.notice)) return giveUp(delivery, 'unclear');
    const outcome = await tried(delivery);
    if ('landed' in outcome) await settle(key, outcome.landed);
    else if ('failed' in outcome) await giveUp(delivery, outcome.failed);
    else if (attempts >= MOST_ATTEMPTS) await giveUp(delivery, 'gave-up');
    else await putOff(key, attempts, outcome);
  }

  async function giveUp(delivery: DeliveryRow, reason: DeliveryFailure): Promise<void> {
    // First the others, then the settling: a crash in between asks them again, which changes nothing. Who has been
    // asked once is not passed over because the card could not be rewritten.
    if (isUnreachable(reason) && delivery.updates === undefined && deps.standIns)
      await deliveries.add(await deps.standIns(delivery));
    await deliveries.failed(delivery.key, reason, clock());
    await notMissed(delivery, reason);
  }

  /** The app came just now: whoever was told of it looked for what had failed before this had. */
  async function notMissed({ to }: DeliveryRow, reason: DeliveryFailure): Promise<void> {
    if (reason !== 'not-installed' || to.kind !== 'person') return;
    if (await deps.conversations.personal(to.person)) await deliveries.retryFailed(to, reason);
  }

  async function putOff(key: string, attempts: number, { later, afterMs }: Later): Promise<void> {
    const pause = afterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
    await deliveries.postpone(key, new Date(Date.parse(clock()) + pause).toISOString(), later);
  }

  async function rewrite(update: Delivery): Promise<void> {
    const outcome = await tried({ ...update, state: { status: 'due', attempts: 1 } });
    if (!('landed' in outcome)) await deliveries.add([update]);
  }

  return { deliver, settleLeft, rewrite };
}

type Later = { readonly later: string; readonly afterMs?: number };
type Attempt = { readonly landed: Landing } | { readonly failed: DeliveryFailure } | Later;

async function attempt(deps: DeliverDeps, delivery: DeliveryRow): Promise<Attempt> {
  const { deliveries, conversations, messenger } = deps;
  const { updates } = delivery;
  const original = updates === undefined ? undefined : await deliveries.get(updates);
  if (updates !== undefined && original?.state.status !== 'sent') {
    // The message to rewrite is still on its way, perhaps with the state of a moment ago, or never arrived.
    return original?.state.status === 'due'
      ? { later: 'waits-for-original' }
      : { failed: 'nothing-to-update' };
  }
  const before = original?.state.status === 'sent' ? original.state : undefined;
  const to = before ? await rewriteTarget(conversations, before.conversation) : await target(deps, delivery);
  if (!to) return { failed: 'not-installed' };
  const message = await deps.render(delivery, to);
  if (!message) return { failed: 'nothing-to-update' };
  if (!before) {
    return { landed: await send(deps, delivery, { to, message }) };
  }
  await messenger.update(to, before.activity, message);
  return { landed: { conversation: to.id, activity: before.activity } };
}

/** The app may have been removed without our hearing of it: then it is brought back once, where that is permitted. */
async function send(
  { conversations, messenger, install, render }: DeliverDeps,
  delivery: DeliveryRow,
  { to, message }: { readonly to: Conversation; readonly message: OutgoingMessage },
): Promise<Landing> {
  try {
    return { conversation: to.id, ...(await messenger.send(to, message)) };
  } catch (error) {
    const isRemoved = error instanceof MessageNotDelivered && error.reason === 'removed';
    if (!isRemoved || delivery.to.kind !== 'person' || !install) throw error;
    await conversations.remove(to.id);
    const again = await install(delivery.to.person);
    const anew = again && (await render(delivery, again));
    if (!again || !anew) throw error;
    return { conversation: again.id, ...(await messenger.send(again, anew)) };
  }
}

function failure(error: unknown): Attempt {
  if (!(error instanceof MessageNotDelivered))
    return { later: error instanceof Error ? error.message : 'unknown' };
  const { reason, message, retryAfterMs } = error;
  if (reason) return { failed: reason };
  return { later: message, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) };
}

/** Where a new message goes: the person's chat, the channel, or the thread of an earlier message there. */
async function target(
  { conversations, deliveries, install }: DeliverDeps,
  { to }: DeliveryRow,
): Promise<Conversation | undefined> {
  if (to.kind === 'person') return (await conversations.personal(to.person)) ?? (await install?.(to.person));
  const channel = await conversations.get(to.channel);
  if (!channel || to.thread === undefined) return channel;
  const first = await deliveries.get(to.thread);
  return first?.state.status === 'sent' ? { ...channel, id: threadOf(to.channel, first.state) } : channel;
}

/** The thread a message stands in: one it was an answer in, else the one it began; Teams may have given it no id. */
const threadOf = (channel: string, { conversation, activity }: Landing): string => {
  if (conversation.startsWith(`${channel};messageid=`)) return conversation;
  return activity === '' ? channel : `${channel};messageid=${activity}`;
};

/** The conversation a message landed in; a thread's id is the channel's with the first message behind it. */
async function rewriteTarget(conversations: Conversations, id: string): Promise<Conversation | undefined> {
  const known = (await conversations.get(id)) ?? (await conversations.get(id.split(';')[0] ?? id));
  return known && { ...known, id };
}
