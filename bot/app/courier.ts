import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { updatesFor, withoutSecondCard } from './cardsInPlace.ts';
import type { Casebook } from './casebook.ts';
import { createDeliver, type DeliverDeps } from './deliver.ts';
import { messagesFor } from './notifications.ts';
import type { Delivery, DeliveryRow, EventLog, LogRow } from './ports/index.ts';
import { standInsFor } from './standIns.ts';

const LEASE_MS = 60_000;
/** A message is only begun while the lease still lasts this long: waiting in line and sending take at most half of it. */
const LEAST_LEASE_MS = 30_000;
/** Few: what a dying server has claimed waits for its lease, and counts as tried. */
const BATCH = 4;
const PAGE = 500;

export type CourierDeps = DeliverDeps & {
  readonly log: Pick<EventLog, 'read' | 'readAfter'>;
  readonly casebook: Casebook;
  readonly calendar: WorkCalendar;
  readonly context: () => Context;
};

export type Courier = {
  /** Adds the messages of new rows and sends what is due, until nothing is. Calls made meanwhile join in. Never rejects. */
  readonly run: () => Promise<void>;
  /** Rows up to here call for no messages: they were made before anybody could be told (sample data, import). */
  readonly skipTo: (position: number) => Promise<void>;
  /** Finishes the message under way and sends no more; what is due stays due for the next start. */
  readonly stop: () => Promise<void>;
};

/**
 * Turns rows of the log into messages and sends them: each recipient and occasion once, over restarts and instances.
 * The log is the outbox, so no message can be lost between a decision and its telling.
 * Source: docs/adr/0007-deliveries.md
 */
export function createCourier(deps: CourierDeps): Courier {
  const { deliveries, casebook, log, clock } = deps;
  const deliver = createDeliver({ standIns, ...deps });
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function addNew(): Promise<void> {
    for (;;) {
      const from = await deliveries.checkpoint();
      const rows = await log.readAfter(from, PAGE);
      for (const row of rows) await addFor(row);
      const last = rows.at(-1);
      if (last) await deliveries.moveCheckpoint(last.position);
      if (rows.length < PAGE) return;
    }
  }

  async function addFor(row: LogRow): Promise<void> {
    const initiative = await stateAfter(row);
    if (!initiative) return;
    const events = row.events as readonly InitiativeEvent[];
    const day = deps.calendar.localDate(row.at);
    const messages = messagesFor({ ...row, events }, initiative, day, deps.context());
    const kept = await deliveries.forInitiative(row.stream);
    await deliveries.add([...withoutSecondCard(messages, kept, initiative.coach), ...updatesFor(row, kept)]);
  }

  /** As it was then, however late the row is read: else a slow instance would find other people to tell. */
  async function stateAfter(row: LogRow): Promise<Initiative | undefined> {
    await casebook.fold(row);
    const now = casebook.initiative(row.stream);
    if (!now || now.version === row.sequence) return now;
    const rows = await log.read(row.stream);
    return rows
      .slice(0, row.sequence)
      .reduce<Initiative | undefined>(
        (state, { stream, events }) => evolveRow(stream, state, events as readonly InitiativeEvent[]),
        undefined,
      );
  }

  async function sendDue(): Promise<void> {
    // Teams has asked us to wait: what is claimed meanwhile would only be put off, and count as tried.
    while (!stopped && (deps.messenger.waitMs?.() ?? 0) === 0) {
      const now = clock();
      const leaseUntil = Date.parse(now) + LEASE_MS;
      const due = await deliveries.claim(now, new Date(leaseUntil).toISOString(), BATCH);
      // Another instance may have written what these are about; they show how things are now.
      if (due.length > 0) await casebook.catchUp();
      // One after the other: a server that dies leaves at most one message that may come a second time.
      for (const delivery of due) {
        // What is left of a slow batch is claimed anew when its lease has run out.
        if (stopped || leaseUntil - Date.parse(clock()) < LEAST_LEASE_MS) break;
        await deliver(delivery);
      }
      if (due.length < BATCH) return;
    }
  }

  async function standIns(delivery: DeliveryRow): Promise<readonly Delivery[]> {
    const id = delivery.content.initiative;
    const initiative = id === undefined ? undefined : casebook.initiative(id);
    if (!initiative) return [];
    const at = clock();
    const moment = { at, day: deps.calendar.localDate(at), context: deps.context() };
    const asked = standInsFor(delivery, initiative, await deliveries.forInitiative(initiative.id), moment);
    if (asked.length > 0) again = true;
    return asked;
  }

  async function loop(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false;
        await addNew();
        await sendDue();
      }
    } catch (error) {
      deps.onError(error);
    } finally {
      running = undefined;
    }
  }

  return {
    run: () => {
      again = true;
      running ??= Promise.resolve().then(loop);
      return running;
    },
    skipTo: (position) => deliveries.moveCheckpoint(position),
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
