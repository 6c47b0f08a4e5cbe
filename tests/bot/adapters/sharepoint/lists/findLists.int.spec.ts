import { CLOSED_SITE_LISTS } from '../../../../../bot/adapters/sharepoint/index.ts';
import { carryOut, planSite } from '../../../../../infra/provision/provision.ts';
import { entry, readAll, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const LOG = 'Händelselogg';

describe('the lists that a copy is of', () => {
  let store: TenantStore;
  let folder: string;
  beforeEach(async () => {
    store = await tenantStore();
    folder = store.folder();
    const { log, whenComplete, close } = await store.open({ folder });
    await written(log.append('I-A', 0, entry('op-old')));
    await whenComplete();
    await close();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  const list = (title: string) => store.tenant.sharePoint.list(SAMPLE.logSite, title);
  const makeLists = async () => {
    const graph = store.graph(SAMPLE.provisionApp);
    const site = { name: 'closed', site: store.site, lists: CLOSED_SITE_LISTS, replacing: true };
    await carryOut(graph, await planSite(graph, site), () => undefined);
  };
  const operations = async () =>
    (await readAll((await store.open({ folder })).log)).map((row) => row.operationId);

  it('are the ones that have the titles now, after a new one was made beside one with another name', async () => {
    list(LOG).displayName = 'Händelselogg före återläsningen';
    await makeLists();
    const { log, close } = await store.open({ folder });
    expect(await readAll(log)).toEqual([]);
    await written(log.append('I-B', 0, entry('op-new')));
    await close();
    expect(await operations()).toEqual(['op-new']);
    expect(list(LOG).items.size).toBe(1);
    expect(list('Händelselogg före återläsningen').items.size).toBe(1);
  });

  it('are the new ones when the old ones have been deleted', async () => {
    for (const { title } of CLOSED_SITE_LISTS)
      store.tenant.sharePoint.site(SAMPLE.logSite).lists.delete(list(title).id);
    await makeLists();
    expect(await operations()).toEqual([]);
    expect((await (await store.open({ folder })).deliveries.checkpoint()) ?? 0).toBe(0);
  });

  it('are the same when somebody has only given one another name', async () => {
    list(LOG).displayName = 'Loggen';
    expect(await operations()).toEqual(['op-old']);
  });

  it('are known from last time while the site does not answer', async () => {
    store.tenant.faults.atRandom({ busy: 1 }, { path: /\/lists$/ });
    const { log } = await store.open({ folder, graph: store.graph(undefined, { patienceMs: 1_000 }) });
    expect((await readAll(log)).map(({ operationId }) => operationId)).toEqual(['op-old']);
    await expect(store.open({ graph: store.graph(undefined, { patienceMs: 1_000 }) })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });
});
