import { setTimeout as pause } from 'node:timers/promises';
import { openStore, type Store, storeFile } from '../../bot/adapters/sqlite/index.ts';
import { readAll } from '../contracts/logEntries.ts';
import { install, type Outside } from './clients.ts';
import type { Connector } from './connector.ts';
import { EVERYBODY, PLACES } from './people.ts';
import { createRunningServer } from './runningServer.ts';
import { type Acknowledged, type Cast, tabStory, teamsStory } from './stories.ts';

export type Setting = {
  readonly dataDir: string;
  /** For Node's compile cache. */
  readonly compiled: string;
  readonly connector: Connector;
  readonly kills: number;
  readonly random: () => number;
};

export type Run = {
  readonly acknowledged: readonly Acknowledged[];
  readonly stories: number;
  /** Messages the connector had received when each life of the server began. */
  readonly receivedAt: readonly number[];
  readonly restartsMs: readonly number[];
  readonly complaints: readonly string[];
};

/** A Monday morning; nobody of the cast is away. */
const BEGINS = Date.parse('2026-11-02T07:00:00.000Z');
/** At each restart the server's clock leaps this far: the leases of the one that was killed have run out. */
const LEAP_MS = 180_000;
const TEAMS_STORIES_AT_ONCE = 6;
const TAB_STORIES_AT_ONCE = 4;
const FIRST_ANSWER_MS = 60_000;
/** Time enough, once nothing is killed any more, for every story to end and every message to arrive. */
const CALM_MS = 180_000;

/**
 * People at work while the server is killed again and again at random moments. The first life is for installing and
 * ends in good order; the last one is left alone until every story has ended and every message has gone.
 */
export async function underLoad({ dataDir, compiled, connector, kills, random }: Setting): Promise<Run> {
  const server = createRunningServer(dataDir, compiled);
  const patience = new AbortController();
  const outside: Outside = { server, connector, patience: patience.signal, answered: { count: 0 } };
  const acknowledged: Acknowledged[] = [];
  const receivedAt: number[] = [];
  const restartsMs: number[] = [];
  const startNext = async () => {
    restartsMs.push(await server.start(new Date(BEGINS + restartsMs.length * LEAP_MS).toISOString()));
    receivedAt.push(connector.received.length);
  };
  const begun = { stories: 0, isOver: false };
  try {
    await startNext();
    await Promise.all(EVERYBODY.map((person) => install(outside, person)));
    await server.stop();

    await startNext();
    const shared = {
      outside,
      random,
      think: () => pause(10 + random() * 60),
      acknowledge: (done: Acknowledged) => void acknowledged.push(done),
    };
    const load = [
      ...lines(TEAMS_STORIES_AT_ONCE, 'B', teamsStory, shared, begun),
      ...lines(TAB_STORIES_AT_ONCE, 'T', tabStory, shared, begun),
    ];
    const work = Promise.all(load);
    // A story that fails ends the run at the next kill.
    work.catch(() => undefined);
    for (let kill = 1; kill <= kills; kill += 1) {
      await Promise.race([killSoon(outside, random), work]);
      await startNext();
    }
    begun.isOver = true;
    setTimeout(() => patience.abort(), CALM_MS).unref();
    await work;
    await drained(dataDir, patience.signal);
    await server.stop();
    return { acknowledged, stories: begun.stories, receivedAt, restartsMs, complaints: server.complaints };
  } finally {
    begun.isOver = true;
    patience.abort();
    await server.dispose();
  }
}

/** So many lines of stories, each one after the other, until it is over. */
function lines(
  count: number,
  kind: string,
  story: (cast: Cast) => Promise<void>,
  shared: Omit<Cast, 'place' | 'name'>,
  begun: { stories: number; isOver: boolean },
): Promise<void>[] {
  const line = async () => {
    while (!begun.isOver) {
      begun.stories += 1;
      const place = PLACES[begun.stories % PLACES.length];
      if (place) await story({ ...shared, place, name: `${kind}${String(begun.stories).padStart(4, '0')}` });
    }
  };
  return Array.from({ length: count }, line);
}

/** Mostly 20–300 ms after the first answer of this life; now and then before it, while the server wakes up. */
async function killSoon({ server, answered }: Outside, random: () => number): Promise<void> {
  const before = answered.count;
  const isEarly = random() < 0.15;
  const giveUp = performance.now() + FIRST_ANSWER_MS;
  while (!isEarly && answered.count === before) {
    if (performance.now() > giveUp) throw new Error('the server answers nobody');
    await pause(2);
  }
  await pause(20 + random() * 280);
  await server.kill();
}

/** Every row has been turned into messages, and none of them waits to be sent. */
async function drained(dataDir: string, patience: AbortSignal): Promise<void> {
  const store = openStore(storeFile(dataDir));
  try {
    while (!(await isDrained(store))) {
      if (patience.aborted) throw new Error('messages still wait to be sent');
      await pause(200);
    }
  } finally {
    await store.close();
  }
}

async function isDrained({ log, deliveries }: Store): Promise<boolean> {
  const last = (await readAll(log)).at(-1)?.position ?? 0;
  return (await deliveries.checkpoint()) >= last && (await deliveries.nextDue()) === undefined;
}
