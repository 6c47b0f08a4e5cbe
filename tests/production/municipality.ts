import { setTimeout as pause } from 'node:timers/promises';
import { connectGraph, openSharePointStore } from '../../bot/adapters/sharepoint/index.ts';
import { provision as writeOrganisation } from '../bot/support/organisationRow.ts';
import { SAMPLE } from '../tenant/seed.ts';
import { startTenant } from '../tenant/startTenant.ts';
import type { Tenant, TenantOptions } from '../tenant/tenant.ts';
import { CHANNEL, ORGANISATION, SEED } from './cast.ts';
import { type Ran, runProgram } from './processes.ts';

/** A tenant that listens, with two empty sites and the team's channel; nothing of ours has been there yet. */
export async function emptyTenant(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ seed: SEED, network: true, ...options });
  tenant.teams.chats.join(CHANNEL, SAMPLE.botApp);
  return tenant;
}

/** `npm run provision`, as the municipality's administrator runs it. */
export const provision = (tenant: Tenant, ...more: readonly string[]): Promise<Ran> =>
  runProgram(
    tenant,
    'infra/provision/index.ts',
    [
      ...['--log-site', `https://${SAMPLE.host}${SAMPLE.logSite}`],
      ...['--site', `https://${SAMPLE.host}${SAMPLE.portfolioSite}`],
      ...['--app', SAMPLE.serviceApp],
      ...['--protected-group', SAMPLE.group],
      ...more,
    ],
    {
      FARDPLAN_TENANT_ID: SAMPLE.tenantId,
      FARDPLAN_PROVISION_APP_ID: SAMPLE.provisionApp,
      FARDPLAN_PROVISION_SECRET: SAMPLE.provisionSecret,
    },
  );

/** Units and role holders, in one row of the log, by the application that the service runs as. */
export async function organise(tenant: Tenant): Promise<void> {
  const store = await openStore(tenant);
  try {
    await writeOrganisation(store.log, ORGANISATION);
  } finally {
    await store.close();
  }
}

/** The service's own store, in this process and without a copy on disk: to write what others wrote, and to look. */
export const openStore = (tenant: Tenant) =>
  openSharePointStore({
    graph: connectGraph({
      tokens: { token: () => tenant.token(SAMPLE.serviceApp) },
      organisation: 'Lindbacka',
      version: '0',
      fetch: tenant.fetch,
      unitsPerMinute: 1_000_000,
    }),
    site: tenant.sharePoint.site(SAMPLE.logSite).id,
  });

/** A tenant that is ready for its first instance. */
export async function readyTenant(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await emptyTenant(options);
  const { code, said } = await provision(tenant);
  if (code !== 0) throw new Error(`provisioning ended with ${code}:\n${said}`);
  await organise(tenant);
  return tenant;
}

/** Asks again until there is something. @throws with the name of what never came. */
export async function eventually<Found>(
  what: string,
  look: () => Found | undefined | Promise<Found | undefined>,
  patienceMs = 30_000,
): Promise<Found> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > giveUp) throw new Error(`never came: ${what}`);
    await pause(20);
  }
}
