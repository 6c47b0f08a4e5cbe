import { connectGraph, type Graph } from '../../../../../bot/adapters/sharepoint/index.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { startTenant } from '../../../../tenant/startTenant.ts';

/** Begins in the middle of a minute of the tenant's, as anybody does. */
const BEGINNING = 20_000;

/** Instances of the service on a tenant that holds to its limits, and a clock that moves when somebody waits. */
async function smallTenant(instances: number) {
  let now = BEGINNING;
  const tenant = await startTenant({ clock: () => now, enforceLimits: true, licences: 1_000 });
  const { id: site } = tenant.sharePoint.site(SAMPLE.logSite);
  const graphs = Array.from({ length: instances }, () =>
    connectGraph({
      tokens: { token: () => tenant.token(SAMPLE.serviceApp) },
      organisation: 'Lindbacka',
      version: '0',
      fetch: tenant.fetch,
      timing: {
        now: () => now,
        sleep: async (ms) => {
          now += Math.ceil(ms);
        },
      },
    }),
  );
  const ask = (graph: Graph, urgency: 'person' | 'background') =>
    graph.call({ method: 'GET', path: `/sites/${site}/lists`, units: 2 }, graph.patience(urgency, 600_000));
  return {
    graphs,
    ask,
    wait: (ms: number) => {
      now += ms;
    },
    minutes: () => (now - BEGINNING) / 60_000,
    refused: () => tenant.calls.all().filter(({ status }) => status === 429).length,
  };
}

describe('background work on a small tenant', () => {
  it.each([1, 2])(
    'never makes SharePoint say no to a person, with %d instances at work',
    async (instances) => {
      const { graphs, ask, wait, minutes, refused } = await smallTenant(instances);
      for (let i = 0; i < 2_400 / instances; i += 1) {
        await Promise.all(graphs.map((graph) => ask(graph, 'background')));
        if (i % 20 === 0) await ask(graphs[0]!, 'person');
        wait(20);
      }
      expect(refused()).toBe(0);
      // 750 units of a minute's 1,250 are its share; the server tells several instances when little is left.
      expect(minutes()).toBeLessThan(8);
    },
  );
});
