import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { openStore, storeFile } from '../../bot/adapters/sqlite/index.ts';
import { createCasebook } from '../../bot/app/casebook.ts';
import { messagesFor } from '../../bot/app/messages/notifications.ts';
import type { Deliveries, Delivery, DeliveryRow, LogRow } from '../../bot/app/ports/index.ts';
import { isInitiativeStream } from '../../bot/app/streams.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { readAll } from '../contracts/logEntries.ts';

/** What lies in the store when it is over. */
export type Aftermath = {
  readonly rows: readonly LogRow[];
  /** Every message about an initiative, in the state it ended in. */
  readonly deliveries: ReadonlyMap<string, DeliveryRow>;
  /** The messages the rows call for, worked out anew from the log alone. */
  readonly calledFor: readonly Delivery[];
};

export async function aftermathOf(dataDir: string): Promise<Aftermath> {
  const store = openStore(storeFile(dataDir));
  try {
    const rows = await readAll(store.log);
    const casebook = createCasebook(store.log);
    await casebook.catchUp();
    const context = {
      organisation: casebook.organisation(),
      model: DEFAULT_MODEL,
      calendar: createSwedishCalendar(),
    };
    return {
      rows,
      deliveries: await allDeliveries(rows, store.deliveries),
      calledFor: messagesOf(rows, context),
    };
  } finally {
    await store.close();
  }
}

async function allDeliveries(
  rows: readonly LogRow[],
  deliveries: Deliveries,
): Promise<Map<string, DeliveryRow>> {
  const streams = [...new Set(rows.map(({ stream }) => stream))];
  const found = await Promise.all(streams.map((stream) => deliveries.forInitiative(stream)));
  return new Map(found.flat().map((row) => [row.key, row]));
}

function messagesOf(rows: readonly LogRow[], context: Parameters<typeof messagesFor>[3]): Delivery[] {
  const initiatives = new Map<string, Initiative>();
  return rows.flatMap((row) => {
    if (!isInitiativeStream(row.stream)) return [];
    const events = row.events as readonly InitiativeEvent[];
    const initiative = evolveRow(row.stream, initiatives.get(row.stream), events);
    if (!initiative) return [];
    initiatives.set(row.stream, initiative);
    return messagesFor({ ...row, events }, initiative, context.calendar.localDate(row.at), context);
  });
}
