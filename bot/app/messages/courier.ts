import type { WorkCalendar } from '../../../domain/calendar/workCalendar.ts';
import type { Context } from '../../../domain/initiatives/decision.ts';
import type { InitiativeEvent } from '../../../domain/initiatives/events.ts';
import { evolveRow } from '../../../domain/initiatives/evolve.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Casebook } from '../casebook.ts';
import type { Delivery, DeliveryRow, EventLog, LogRow } from '../ports/index.ts';
import { updatesFor, withoutSecondCard } from './cardsInPlace.ts';
import type { DeliverDeps } from './deliver.ts';
import { messagesFor } from './notifications.ts';
import { createRounds } from './rounds.ts';
import { createSending } from './sending.ts';
import { standInsFor } from './standIns.ts';

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
  /** Finishes the messages under way and sends no more; what is due stays due for the next start. */
  readonly stop: () => Promise<void>;
};

/**
 * Turns rows of the log into messages and sends them: each recipient and occasion once, over restarts and instances.
 * The log is the outbox, so no message can be lost between a decision and its telling.
 * Source: docs/adr/0007-deliveries.md
 */
export function createCourier(deps: CourierDeps): Courier {
  const { deliveries, casebook, log, clock } = deps;
  const sending = createSending({ standIns, ...deps });
  /** A campaign of two thousand does not hold up who is asked to decide. */
  const asking = createRounds(async () => {
    await tellNew();
    await sending.inOrder();
  }, deps.onError);
  const informing = createRounds(sending.inLanes, deps.onError);

  /** Who is asked to decide comes first; then the cards that people have are rewritten. */
  async function tellNew(): Promise<void> {
    for (;;) {
      const from = await deliveries.checkpoint();
      const rows = await log.readAfter(from, PAGE);
      // The organisation that a row is judged by stands before it: else two instances would find different people.
      if ((rows.at(-1)?.position ?? 0) > casebook.position()) await casebook.catchUp();
      const updates: Delivery[] = [];
      for (const row of rows) updates.push(...(await addFor(row)));
      if (updates.length > 0) {
        await sending.inOrder();
        await sending.rewrite(updates);
      }
      const last = rows.at(-1);
      if (last) await deliveries.moveCheckpoint(last.position);
      if (rows.length < PAGE) return;
    }
  }

  /** @returns what people have of it and has to be rewritten: that is due only when it cannot be done at once. */
  async function addFor(row: LogRow): Promise<readonly Delivery[]> {
    const initiative = await stateAfter(row);
    if (!initiative) return [];
    const events = row.events as readonly InitiativeEvent[];
    const day = deps.calendar.localDate(row.at);
    const messages = messagesFor({ ...row, events }, initiative, day, deps.context());
    // Nothing can have been said of a case before its first row.
    const kept = row.sequence === 1 ? [] : await deliveries.forInitiative(row.stream);
    await sending.tell(withoutSecondCard(messages, kept, initiative.coach));
    // One that could not be done at once is due, and is seen to there.
    const known = new Set(kept.map(({ key }) => key));
    return updatesFor(row, kept).filter(({ key }) => !known.has(key));
  }

  /** As it was then, however late the row is read: else a slow instance would find other people to tell. */
  async function stateAfter(row: LogRow): Promise<Initiative | undefined> {
    await casebook.fold(row);
    const now = casebook.initiative(row.stream);
    // Its stream has been damaged by others: nobody is told of half a history.
    if (!now || now.version < row.sequence) return undefined;
    if (now.version === row.sequence) return now;
    const rows = await log.read(row.stream);
    return rows
      .slice(0, row.sequence)
      .reduce<Initiative | undefined>(
        (state, { stream, events }) => evolveRow(stream, state, events as readonly InitiativeEvent[]),
        undefined,
      );
  }

  async function standIns(delivery: DeliveryRow): Promise<readonly Delivery[]> {
    const id = delivery.content.initiative;
    const initiative = id === undefined ? undefined : casebook.initiative(id);
    if (!initiative) return [];
    const at = clock();
    const moment = { at, day: deps.calendar.localDate(at), context: deps.context() };
    const asked = standInsFor(delivery, initiative, await deliveries.forInitiative(initiative.id), moment);
    if (asked.length > 0) void asking.run();
    return asked;
  }

  return {
    run: async () => {
      await Promise.all([asking.run(), informing.run()]);
    },
    skipTo: (position) => deliveries.moveCheckpoint(position),
    stop: async () => {
      sending.stop();
      await Promise.all([asking.settled(), informing.settled()]);
      await sending.settleLeft().catch(deps.onError);
    },
  };
}
