import { createBigHouse, type RunningHouse } from './house/bigHouse.ts';
import { followUps, load, READER } from './house/load.ts';
import type { BenchRow } from './row.ts';
import { startConnector } from './turn/load.ts';

const SECONDS = 20;
const PEOPLE_WRITING = 10;
const TABS_READING = 4;
const LOOK_MS = 100;
const MOST = 450e6;

/**
 * Resident memory of the server with 10,000 cases while ten people write as fast as they are answered, and four tabs
 * read the portfolio, which changes all the time, as fast as they get it. The most that was seen, not the mean; once
 * after a start from a snapshot, once after one that folds all 250,000 events.
 */
export async function benchMemory(): Promise<BenchRow[]> {
  const house = await createBigHouse();
  const connector = await startConnector();
  try {
    const folded = await mostUnderLoad(await house.start(), connector.serviceUrl);
    const thawed = await mostUnderLoad(await house.start(), connector.serviceUrl);
    return [
      row('resident memory under load, started from a snapshot', thawed),
      row('resident memory under load, all rows folded', folded),
    ];
  } finally {
    connector.stop();
    house.remove();
  }
}

type Seen = { readonly most: number; readonly turns: number; readonly reads: number };

async function mostUnderLoad(server: RunningHouse, serviceUrl: string): Promise<Seen> {
  // The first answer waits for ten thousand rows to be worked out; what is measured is the time after.
  await (await fetch(`${server.url}/api/portfolio`, { headers: READER })).arrayBuffer();
  let most = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      most = Math.max(most, await server.rss());
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  })();
  const [turns, reads] = await Promise.all([
    load(
      `${server.url}/api/messages`,
      { connections: PEOPLE_WRITING, seconds: SECONDS },
      followUps(serviceUrl),
    ),
    load(`${server.url}/api/portfolio`, { connections: TABS_READING, seconds: SECONDS }, () => ({
      headers: READER,
    })),
  ]);
  isOver = true;
  await looking;
  await server.close();
  return { most, turns: turns.answers, reads: reads.answers };
}

const row = (name: string, { most, turns, reads }: Seen): BenchRow => ({
  name,
  value: most / 1e6,
  unit: 'MB',
  yardstick: `none; ${turns} turns and ${reads} portfolios in ${SECONDS} s`,
  goal: '≤ 450 MB',
  pass: most <= MOST,
});
