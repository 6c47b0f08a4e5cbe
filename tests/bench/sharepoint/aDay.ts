import type { SharePointStore } from '../../../bot/adapters/sharepoint/index.ts';

const SECOND = 1_000;
const DAY_MS = 24 * 3_600 * SECOND;
/** The server's own clocks: how often it asks for news and for messages that are due. */
const CATCH_UP_MS = 1_500;
const COURIER_MS = 5_000;
const LEASE_MS = 60_000;
const OFFICE_HOURS_MS = 9 * 3_600 * SECOND;
const WALL_CLOCK = Date.parse('2026-03-02T08:00:00.000Z');

export type VirtualTime = { now: number };

/**
 * A day of a server: it asks for news all day, and over nine hours people give so many commands, each of which makes
 * one message. Time is the tenant's and the store's own, and only moves here.
 */
export async function liveADay(store: SharePointStore, time: VirtualTime, commands: number): Promise<void> {
  const { log, deliveries } = store;
  const begin = time.now;
  const iso = (): string => new Date(WALL_CLOCK + time.now).toISOString();
  const every = OFFICE_HOURS_MS / commands;
  let position = 0;
  let done = 0;
  let courier = begin;
  while (time.now - begin < DAY_MS) {
    time.now += CATCH_UP_MS;
    const rows = await log.readAfter(position, 500);
    position = rows.at(-1)?.position ?? position;
    while (done < commands && time.now - begin >= done * every) {
      done += 1;
      await command(store, done, iso());
    }
    if (time.now - courier < COURIER_MS) continue;
    courier = time.now;
    await deliveries.claim(iso(), new Date(WALL_CLOCK + time.now + LEASE_MS).toISOString(), 4);
  }
}

async function command({ log, deliveries }: SharePointStore, number: number, at: string): Promise<void> {
  const entry = { operationId: `day-${number}`, actor: 'p', at, events: [{ type: 'Noted' }] };
  const { outcome } = await log.append(`D-${number}`, 0, entry);
  if (outcome !== 'appended') throw new Error(`append answered ${outcome}`);
  const key = `day-${number}`;
  const until = new Date(Date.parse(at) + LEASE_MS).toISOString();
  await deliveries.forInitiative(`D-${number}`);
  await deliveries.add([{ key, to: { kind: 'person', person: 'p' }, content: { notice: 'n' } }], until);
  await deliveries.sent(key, { conversation: 'c', activity: 'a', at });
  await deliveries.moveCheckpoint(number);
}
