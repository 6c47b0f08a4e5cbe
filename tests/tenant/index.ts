import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SAMPLE, SAMPLE_SEED } from './seed.ts';
import { startTenant } from './startTenant.ts';
import type { Tenant, TenantNetwork } from './tenant.ts';

/** `npm run tenant`: the sample tenant by hand, with limits enforced as in the smallest real one. Ctrl+C ends it. */
const PORT = 44_300;
const DATA = resolve(import.meta.dirname, '../../.data');

await main();

async function main(): Promise<void> {
  const tenant = await startTenant({ network: true, windows: true, enforceLimits: true, port: PORT }).catch(
    (error: unknown) => {
      if (Reflect.get(Object(error), 'code') !== 'EADDRINUSE') throw error;
      console.error(`Port ${PORT} is taken. Is a tenant running already?`);
      process.exit(1);
    },
  );
  if (!tenant.network) throw new Error('The tenant did not open its ports.');
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  const caFile = join(DATA, 'tenant-ca.pem');
  writeFileSync(caFile, tenant.network.ca);
  const settingsFile = join(DATA, 'tenant.sh');
  writeFileSync(settingsFile, settings(tenant, tenant.network, caFile), { mode: 0o600 });
  console.log(describe(tenant.network, caFile, settingsFile));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void tenant.stop().then(() => process.exit(0));
    });
}

/** For a shell: the Node that reads TypeScript, the way to the tenant, and the settings of its sample municipality. */
function settings({ sharePoint }: Tenant, { reroute }: TenantNetwork, caFile: string): string {
  const values = {
    NODE_OPTIONS: reroute.flags.join(' '),
    TENANT_TLS_PORT: reroute.env.TENANT_TLS_PORT,
    TENANT_HOSTS: reroute.env.TENANT_HOSTS,
    FARDPLAN_TENANT_ID: SAMPLE.tenantId,
    FARDPLAN_LOG_SITE_ID: sharePoint.site(SAMPLE.logSite).id,
    FARDPLAN_PORTFOLIO_SITE_ID: sharePoint.site(SAMPLE.portfolioSite).id,
    FARDPLAN_PROVISION_APP_ID: SAMPLE.provisionApp,
    FARDPLAN_PROVISION_SECRET: SAMPLE.provisionSecret,
    FARDPLAN_GRAPH_APP_ID: SAMPLE.serviceApp,
    FARDPLAN_GRAPH_IDENTITY: 'secret',
    FARDPLAN_GRAPH_SECRET: SAMPLE.serviceSecret,
    FARDPLAN_BOT_APP_ID: SAMPLE.botApp,
    FARDPLAN_BOT_IDENTITY: 'secret',
    FARDPLAN_BOT_SECRET: SAMPLE.botSecret,
    FARDPLAN_TAB_APP_ID: SAMPLE.tabApp,
    FARDPLAN_TAB_URL: 'https://fardplan.lindbacka.example/tab/',
    FARDPLAN_LISTEN: '127.0.0.1',
    FARDPLAN_DATA_DIR: join(DATA, 'tenant'),
  };
  return [
    `export PATH='${dirname(process.execPath)}':"$PATH"`,
    `export TENANT_CA="$(cat '${caFile}')"`,
    ...Object.entries(values).map(([name, value]) => `export ${name}='${value}'`),
    '',
  ].join('\n');
}

function describe({ url, plainUrl }: TenantNetwork, caFile: string, settingsFile: string): string {
  const apps = SAMPLE_SEED.apps.map(
    ({ id, displayName, secret }) => `  ${id}  ${displayName}${secret ? ` (secret: ${secret})` : ''}`,
  );
  return [
    'The local tenant is running.',
    '',
    `HTTPS         ${url}   (NODE_EXTRA_CA_CERTS=${caFile})`,
    `Plain HTTP    ${plainUrl}   (look inside: ${plainUrl}/_tenant/lists)`,
    `Tenant        ${SAMPLE.tenantId}`,
    `Sites         https://${SAMPLE.host}${SAMPLE.logSite}, https://${SAMPLE.host}${SAMPLE.portfolioSite}`,
    `Group         ${SAMPLE.group}`,
    'Applications',
    ...apps,
    '',
    'In a shell of its own this makes every command of docs/operations.md reach it, under the public names:',
    `  . ${settingsFile}`,
    'Ctrl+C ends it.',
  ].join('\n');
}
