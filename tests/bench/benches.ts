import type { BenchRow } from './row.ts';

export type Bench = {
  readonly name: string;
  /** What it measures and how long that takes. */
  readonly says: string;
  /** Too long to run with all the others. */
  readonly byNameOnly?: true;
  readonly run: () => Promise<readonly BenchRow[]>;
};

/** Every bench there is. Each is loaded when it runs, in a process of its own. */
export const BENCHES: readonly Bench[] = [
  {
    name: 'turn',
    says: 'a whole turn of the product over HTTP beside a stock bot, 40 s',
    run: async () => {
      const { benchTurn } = await import('./turn.ts');
      const { followUpMessages } = await import('./turn/productCases.ts');
      return benchTurn({
        turnModule: new URL('./turn/productTurn.ts', import.meta.url).href,
        messages: followUpMessages,
      });
    },
  },
  {
    name: 'cards',
    says: 'a card to JSON beside JSON.stringify, 5 s',
    run: async () => (await import('./cards.ts')).benchCards(),
  },
  {
    name: 'evolve',
    says: 'folding 250,000 events beside mutating in place and bare JSON.parse, 30 s',
    run: async () => (await import('./evolve.ts')).benchEvolve(),
  },
  {
    name: 'store',
    says: 'durable commands and a cold read on SQLite beside the bare disk, 60 s',
    run: async () => (await import('./store.ts')).benchStore(),
  },
  {
    name: 'start',
    says: 'from the start of the process to listening with 10,000 cases, 90 s',
    run: async () => (await import('./start.ts')).benchStart(),
  },
  {
    name: 'memory',
    says: 'resident memory with 10,000 cases under load, 70 s',
    run: async () => (await import('./memory.ts')).benchMemory(),
  },
  {
    name: 'portfolio',
    says: 'the portfolio of 10,000 cases over HTTP beside a precompressed buffer, 70 s',
    run: async () => (await import('./portfolio.ts')).benchPortfolio(),
  },
  {
    name: 'similarity',
    says: 'similar cases over 10,000 proposals beside a plain scan, 20 s',
    run: async () => (await import('./similarity.ts')).benchSimilarity(),
  },
  {
    name: 'sharepoint',
    says: 'the store on SharePoint lists: round trips, units and restarts against the local tenant, 90 s',
    run: async () => (await import('./sharepoint.ts')).benchSharePoint(),
  },
  {
    name: 'tab',
    says: 'the portfolio of 10,000 in the tab beside plain cells, in a headless browser, 90 s',
    run: async () => (await import('./tab.ts')).benchTab(),
  },
  {
    name: 'graph',
    says: 'round trips to Graph before an answer, units of a look and of a day, batches, 240 s',
    run: async () => [
      ...(await (await import('./graph/trips.ts')).benchTrips()),
      ...(await (await import('./graph/units.ts')).benchUnits()),
    ],
  },
  {
    name: 'graph-start',
    says: 'the first start and every later one on lists of 250,000 events, 180 s',
    run: async () => (await import('./graph/restart.ts')).benchRestart(),
  },
  {
    name: 'courier',
    says: 'messages a second with a Teams that answers in 100 ms, 60 s',
    run: async () => (await import('./courier.ts')).benchCourier(),
  },
  {
    name: 'forgeries',
    says: '20,000 forged tokens of distinct tenants at both doors, 180 s',
    run: async () => (await import('./graph/forgeries.ts')).benchForgeries(),
  },
  {
    name: 'soak',
    says: 'ten minutes of work on a Graph that fails now and then',
    byNameOnly: true,
    run: async () => (await import('./graph/soak.ts')).benchSoak(),
  },
];
