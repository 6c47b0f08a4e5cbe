import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CLOSED_SITE_LISTS,
  connectGraph,
  type Graph,
  type GraphConnectionSettings,
  openSharePointStore,
  PORTFOLIO_SITE_LISTS,
  type SharePointStore,
  type SharePointStoreSettings,
} from '../../../../bot/adapters/sharepoint/index.ts';
import type { ListSpec } from '../../../../bot/adapters/sharepoint/schema/list.ts';
import { carryOut, planSite } from '../../../../infra/provision/provision.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { startTenant } from '../../../tenant/startTenant.ts';
import type { Tenant, TenantOptions } from '../../../tenant/tenant.ts';

/** Waits that a test need not sit out: the server's seconds become milliseconds. */
export const HASTY = {
  now: () => performance.now() * 100,
  sleep: async (ms: number) => {
    await new Promise((done) => setTimeout(done, ms / 100));
  },
};

/** A program's way to the tenant's Graph. */
export const graphTo = (
  tenant: Tenant,
  app: string = SAMPLE.serviceApp,
  more: Partial<GraphConnectionSettings> = {},
): Graph =>
  connectGraph({
    tokens: { token: () => tenant.token(app) },
    organisation: 'Lindbacka',
    version: '0',
    fetch: tenant.fetch,
    timing: HASTY,
    unitsPerMinute: 1_000_000,
    patienceMs: 1_000_000,
    ...more,
  });

/** Makes the lists as `npm run provision` does. */
async function provision(tenant: Tenant, place: string, lists: readonly ListSpec[]): Promise<void> {
  const graph = graphTo(tenant, SAMPLE.provisionApp);
  const { id: site } = tenant.sharePoint.site(place);
  await carryOut(graph, await planSite(graph, { name: 'site', site, lists }), () => undefined);
  tenant.ledger.reset();
  tenant.calls.clear();
}

export type TenantStore = {
  readonly tenant: Tenant;
  readonly site: string;
  readonly graph: (app?: string, more?: Partial<GraphConnectionSettings>) => Graph;
  readonly open: (more?: Partial<SharePointStoreSettings>) => Promise<SharePointStore>;
  /** Makes the readable lists of the portfolio site. */
  readonly makePortfolio: () => Promise<void>;
  /** A folder of its own for an instance's copy; removed with the store. */
  readonly folder: () => string;
  readonly dispose: () => Promise<void>;
};

/** A tenant of its own with the lists of the closed site made, and instances of the store on it. */
export async function tenantStore(options: TenantOptions = {}): Promise<TenantStore> {
  const tenant = await startTenant(options);
  const { id: site } = tenant.sharePoint.site(SAMPLE.logSite);
  const opened: SharePointStore[] = [];
  const folders: string[] = [];
  const graph: TenantStore['graph'] = (app, more) => graphTo(tenant, app, more);
  await provision(tenant, SAMPLE.logSite, CLOSED_SITE_LISTS);
  return {
    tenant,
    site,
    graph,
    open: async (more = {}) => {
      const store = await openSharePointStore({
        graph: graph(),
        site,
        every: { busyMs: 0, idleMs: 0 },
        checkpointMs: 0,
        gapMs: 0,
        ...more,
      });
      opened.push(store);
      return store;
    },
    makePortfolio: () => provision(tenant, SAMPLE.portfolioSite, PORTFOLIO_SITE_LISTS),
    folder: () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'sharepoint-'));
      folders.push(folder);
      return folder;
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      await tenant.stop();
    },
  };
}

/** The same for the contracts, which ask for a store before they may wait. Fails when the tenant saw a violation. */
export function contractStore<Part>(part: (store: SharePointStore) => Part) {
  const starting = tenantStore();
  return {
    open: async () => part(await (await starting).open()),
    dispose: async () => {
      const { dispose, tenant } = await starting;
      await dispose();
      expect(tenant.violations.all()).toEqual([]);
    },
  };
}
