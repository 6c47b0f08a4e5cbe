import type { LogTrouble } from '../../../../../bot/adapters/sharepoint/index.ts';
import { entry, readAll, times, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const LOG = [SAMPLE.logSite, 'Händelselogg'] as const;

describe('news of the log that comes oddly', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
  const operations = async (log: Parameters<typeof readAll>[0]) =>
    (await readAll(log)).map(({ operationId }) => operationId);
  const idOf = (key: string): number =>
    store.tenant.sharePoint.rows(...LOG).find(({ fields }) => fields.EventKey === key)!.id;

  /** Three rows of another instance, the second of which does not show: it is still being written. */
  async function withHidden(gapMs: number) {
    const troubles: LogTrouble[] = [];
    const there = await store.open();
    const here = await store.open({ gapMs, onTrouble: (trouble) => troubles.push(trouble) });
    expect(await readAll(here.log)).toEqual([]);
    for (const name of ['A', 'B', 'C']) await written(there.log.append(`I-${name}`, 0, entry(`op-${name}`)));
    const hidden = idOf('I-B#000001');
    store.tenant.sharePoint.remove(...LOG, hidden);
    return { ...here, troubles, show: () => store.tenant.sharePoint.restore(...LOG, hidden) };
  }

  it('is held back while a row below it may still be being written', async () => {
    const { log, show, troubles } = await withHidden(10_000_000);
    expect(await operations(log)).toEqual(['op-A']);
    show();
    expect(await operations(log)).toEqual(['op-A', 'op-B', 'op-C']);
    expect(troubles).toEqual([]);
  });

  it('is given after all that readers have seen when it comes too late, and is told of', async () => {
    const { log, show, troubles } = await withHidden(0);
    const seen = await readAll(log);
    expect(seen.map(({ operationId }) => operationId)).toEqual(['op-A', 'op-C']);
    show();
    const news = await log.readAfter(seen.at(-1)!.position, 10);
    expect(news.map(({ operationId }) => operationId)).toEqual(['op-B']);
    expect(await operations(log)).toEqual(['op-A', 'op-C', 'op-B']);
    expect(troubles).toMatchObject([{ kind: 'late', item: idOf('I-B#000001') }]);
  });

  it('does not take for deleted what has only not shown yet', async () => {
    const there = await store.open();
    for (const i of times(3, (n) => n)) await written(there.log.append('I-A', i, entry(`op-${i}`)));
    const hidden = idOf('I-A#000002');
    store.tenant.sharePoint.remove(...LOG, hidden);
    const { log } = await store.open({ every: { busyMs: 10_000_000, idleMs: 10_000_000 } });
    expect(await operations(log)).toEqual(['op-0', 'op-2']);
    store.tenant.sharePoint.restore(...LOG, hidden);
    const late = await log.append('I-A', 1, entry('op-late'));
    expect(late).toEqual({ outcome: 'conflict', actualVersion: 3 });
  });

  it('is fetched when it comes without its fields', async () => {
    const [{ log: here }, { log: there }] = [await store.open(), await store.open()];
    await readAll(here);
    for (const i of times(4, (n) => n)) await written(there.append(`I-${i}`, 0, entry(`op-${i}`)));
    store.tenant.behaviour.deltaRowsWithoutFields = 100;
    expect(await operations(here)).toEqual(['op-0', 'op-1', 'op-2', 'op-3']);
    expect(store.tenant.behaviour.deltaRowsWithoutFields).toBeLessThan(97);
  });

  it.each([400, 410])('is read anew when its link is answered with %i', async (status) => {
    let isDead = false;
    const graph = store.graph(undefined, {
      fetch: async (input, init) => {
        if (!isDead || !String(input).includes('delta?token=ey')) return store.tenant.fetch(input, init);
        isDead = false;
        const error = { code: 'invalidRequest', message: 'The provided token is not valid.' };
        return new Response(JSON.stringify({ error }), { status });
      },
    });
    const { log, whenComplete, ready } = await store.open({ graph });
    await written(log.append('I-A', 0, entry('op-1')));
    await readAll(log);
    isDead = true;
    await log.readAfter(0, 1);
    await whenComplete();
    expect(isDead).toBe(false);
    await written((await store.open()).log.append('I-A', 1, entry('op-2')));
    expect(await operations(log)).toEqual(['op-1', 'op-2']);
    expect(ready().troubles).toEqual([]);
  });
});
