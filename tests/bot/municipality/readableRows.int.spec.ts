import { setTimeout as pause } from 'node:timers/promises';
import type { ByHand } from '../../../bot/adapters/sharepoint/index.ts';
import { followWithRows, type RowsTiming } from '../../../bot/municipality/readableRows.ts';
import { PEOPLE } from '../../builders/people.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../adapters/sharepoint/tenantStore.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { approved, done, submitted } from '../support/life.ts';

jest.setTimeout(60_000);

const PLACE = SAMPLE.portfolioSite;
const NEVER_MS = 1_000_000;
const SOON: RowsTiming = { beginMs: 5, firstLookMs: NEVER_MS, everyMs: NEVER_MS, againMs: 20 };

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (isSo()) return;
    await pause(10);
  }
  throw new Error('did not happen');
}

describe('the readable lists of a running server', () => {
  const open: { close: () => Promise<void> }[] = [];
  let store: TenantStore;
  let house: TestHouse;
  let dataDir: string;
  let byHand: ByHand[];
  let errors: unknown[];

  beforeEach(async () => {
    store = await tenantStore();
    house = await testHouse();
    dataDir = store.folder();
    byHand = [];
    errors = [];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((following) => following.close()));
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  const site = () => store.tenant.sharePoint.site(PLACE);
  function follow(timing: Partial<RowsTiming> = {}, graph = store.graph()) {
    const config = { sites: { log: store.site, portfolio: site().id }, dataDir, language: 'sv' as const };
    const parts = {
      ...house,
      onByHand: (what: ByHand) => void byHand.push(what),
      onError: (error: unknown) => void errors.push(error),
    };
    const following = followWithRows(graph, config, parts, { ...SOON, ...timing });
    open.push(following);
    return following;
  }
  const rows = (title: string) => store.tenant.sharePoint.rows(PLACE, title);
  const numbers = () =>
    rows('Initiativ')
      .map(({ fields }) => fields.CaseNumber)
      .sort();

  it('get what happened before the start, and then each change', async () => {
    await store.makePortfolio();
    await submitted(house);
    follow();
    await until(() => numbers().length === 1);
    const { id } = await approved(house);
    await until(() => numbers().length === 2);
    const status = { type: 'FollowUp', status: 'yellow', text: 'Leveransen är sen.' } as const;
    await done(house, status, { by: PEOPLE.coach, initiative: id });
    await until(() => rows('Uppföljningar').length === 1);
    expect(numbers()).toEqual(['VOF-2026-0001', 'VOF-2026-0002']);
    expect(errors).toEqual([]);
  });

  it('cost SharePoint one question at a start that has nothing to do: which lists there are', async () => {
    await store.makePortfolio();
    await submitted(house);
    const first = follow();
    await until(() => rows('Beslut').length > 0 && numbers().length === 1);
    await pause(50);
    await first.close();
    store.tenant.calls.clear();
    store.tenant.ledger.reset();
    const second = follow();
    await pause(300);
    expect(store.tenant.calls.all().map(({ path }) => path.split('/').at(-1))).toEqual(['lists']);
    await submitted(house);
    await until(() => numbers().length === 2);
    await second.close();
    expect(errors).toEqual([]);
  });

  it('are looked at soon after: what a person has changed is put right and told', async () => {
    await store.makePortfolio();
    await submitted(house);
    const first = follow();
    await until(() => numbers().length === 1);
    await pause(50);
    await first.close();
    const [row] = rows('Initiativ');
    store.tenant.sharePoint.edit(PLACE, 'Initiativ', row!.id, { Title: 'Ändrad för hand' });
    follow({ firstLookMs: 20 });
    await until(() => rows('Initiativ')[0]?.fields.Title !== 'Ändrad för hand');
    expect(byHand).toMatchObject([{ kind: 'edited', list: 'Initiativ' }]);
  });

  it('are tried again until the site has been made ready', async () => {
    await submitted(house);
    follow();
    await until(() => errors.length > 1);
    await store.makePortfolio();
    await until(() => numbers().length === 1);
  });

  it('are found again when somebody has removed one and had it made anew', async () => {
    await store.makePortfolio();
    await submitted(house);
    follow({ firstLookMs: 50, everyMs: 50 });
    await until(() => rows('Beslut').length > 0);
    site().lists.delete(store.tenant.sharePoint.list(PLACE, 'Beslut').id);
    await until(() => errors.length > 0);
    await store.makePortfolio();
    await until(() => rows('Beslut').length > 0);
  });

  it('hold up nobody who closes the server, also when SharePoint does not answer', async () => {
    await store.makePortfolio();
    await submitted(house);
    const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
    const graph = store.graph(undefined, {
      fetch: async (...asked) => {
        await answering;
        return store.tenant.fetch(...asked);
      },
    });
    const following = follow({}, graph);
    await pause(100);
    const begun = performance.now();
    await following.close();
    expect(performance.now() - begun).toBeLessThan(6_000);
    answer();
    await pause(50);
    expect(numbers()).toEqual([]);
  });
});
