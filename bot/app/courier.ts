import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import type { Casebook } from './casebook.ts';
import { messagesFor, updatesFor } from './notifications.ts';
import {
  type Clock,
  type Conversation,
  type Conversations,
  type Deliveries,
  type DeliveryRow,
  type EventLog,
  MessageNotDelivered,
  type Messenger,
  type OutgoingMessage,
} from './ports/index.ts';

const LEASE_MS = 60_000;
const BATCH = 20;
const PAGE = 500;
/** After this many tries over about a day a message is given up, with the reason shown. */
const MOST_ATTEMPTS = 16;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

export type CourierDeps = {
  readonly log: Pick<EventLog, 'readAfter'>;
  readonly casebook: Casebook;
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly context: () => Context;
  /** Renders a message as of now; undefined when there is nothing left to say. */
  readonly render: (delivery: DeliveryRow, to: Conversation) => Promise<OutgoingMessage | undefined>;
  readonly onError: (error: unknown, delivery?: string) => void;
};

export type Courier = {
  /** Adds the messages of new rows and sends what is due, until nothing is. Calls made meanwhile join in. */
  readonly run: () => Promise<void>;
  /** Rows up to here call for no messages: they were made before anybody could be told (sample data, import). */
  readonly skipTo: (position: number) => Promise<void>;
};

/**
 * Turns rows of the log into messages and sends them: each recipient and occasion once, over restarts and instances.
 * The log is the outbox, so no message can be lost between a decision and its telling.
 * Source: docs/adr/0007-deliveries.md
 */
export function createCourier(deps: CourierDeps): Courier {
  const { deliveries, clock } = deps;
  let running: Promise<void> | undefined;
  let again = false;

  async function addNew(): Promise<void> {
    for (;;) {
      const from = await deliveries.checkpoint();
      const rows = await deps.log.readAfter(from, PAGE);
      for (const row of rows) {
        await deps.casebook.fold(row);
        const initiative = deps.casebook.initiative(row.stream);
        if (!initiative) continue;
        const events = row.events as readonly InitiativeEvent[];
        const day = deps.calendar.localDate(row.at);
        const messages = messagesFor({ ...row, events }, initiative, day, deps.context());
        const sent = await deliveries.forInitiative(row.stream);
        await deliveries.add([...messages, ...updatesFor(row, sent)]);
      }
      const last = rows.at(-1);
      if (last) await deliveries.moveCheckpoint(last.position);
      if (rows.length < PAGE) return;
    }
  }

  async function sendDue(): Promise<void> {
    for (;;) {
      const now = clock();
      const due = await deliveries.claim(now, later(now, LEASE_MS), BATCH);
      for (const delivery of due) await deliver(deps, delivery);
      if (due.length < BATCH) return;
    }
  }

  async function loop(): Promise<void> {
    do {
      again = false;
      await addNew();
      await sendDue();
    } while (again);
  }

  return {
    run: () => {
      again = true;
      running ??= loop()
        .catch((error) => deps.onError(error))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    skipTo: (position) => deliveries.moveCheckpoint(position),
  };
}

async function deliver(deps: CourierDeps, delivery: DeliveryRow): Promise<void> {
  const { deliveries, conversations, messenger, clock } = deps;
  const { key, updates } = delivery;
  try {
    const original = updates === undefined ? undefined : await deliveries.get(updates);
    if (updates !== undefined && original?.state.status !== 'sent') {
      // The message to rewrite is still on its way and will show the present state, or never arrived.
      if (original?.state.status === 'due') return await postpone(deps, delivery, 'waits-for-original');
      return await deliveries.failed(key, 'nothing-to-update', clock());
    }
    const landed = original?.state.status === 'sent' ? original.state : undefined;
    const to = landed ? await rewriteTarget(conversations, landed.conversation) : await target(deps, delivery);
    if (!to) return await deliveries.failed(key, 'not-installed', clock());
    const message = await deps.render(delivery, to);
    if (!message) return await deliveries.failed(key, 'nothing-to-update', clock());
    if (landed) {
      await messenger.update(to, landed.activity, message);
      return await deliveries.sent(key, { conversation: to.id, activity: landed.activity, at: clock() });
    }
    const { activity } = await messenger.send(to, message);
    await deliveries.sent(key, { conversation: to.id, activity, at: clock() });
  } catch (error) {
    if (!(error instanceof MessageNotDelivered)) deps.onError(error, key);
    const reason = error instanceof MessageNotDelivered ? error.reason : undefined;
    if (reason) await deliveries.failed(key, reason, clock());
    else await postpone(deps, delivery, error instanceof Error ? error.message : 'unknown', (error as MessageNotDelivered).retryAfterMs);
  }
}

/** Where a new message goes: the person's chat, the channel, or the thread of an earlier message there. */
async function target({ conversations, deliveries }: CourierDeps, { to }: DeliveryRow): Promise<Conversation | undefined> {
  if (to.kind === 'person') return conversations.personal(to.person);
  const channel = await conversations.get(to.channel);
  if (!channel || to.thread === undefined) return channel;
  const first = await deliveries.get(to.thread);
  return first?.state.status === 'sent' ? { ...channel, id: `${to.channel};messageid=${first.state.activity}` } : channel;
}

/** The conversation a message landed in; a thread's id is the channel's with the first message behind it. */
async function rewriteTarget(conversations: Conversations, id: string): Promise<Conversation | undefined> {
  const known = (await conversations.get(id)) ?? (await conversations.get(id.split(';')[0] ?? id));
  return known && { ...known, id };
}

async function postpone({ deliveries, clock }: CourierDeps, delivery: DeliveryRow, reason: string, retryAfterMs?: number): Promise<void> {
  const attempts = delivery.state.status === 'due' ? delivery.state.attempts : 0;
  if (attempts + 1 >= MOST_ATTEMPTS) return deliveries.failed(delivery.key, 'gave-up', clock());
  const pause = retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempts);
  await deliveries.postpone(delivery.key, later(clock(), pause), reason);
}

const later = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();
