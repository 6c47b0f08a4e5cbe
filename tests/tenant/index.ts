import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SAMPLE, SAMPLE_SEED } from './seed.ts';
import { startTenant } from './startTenant.ts';
import type { TenantNetwork } from './tenant.ts';

/** `npm run tenant`: the sample tenant by hand, with limits enforced as in the smallest real one. Ctrl+C ends it. */
const PORT = 44_300;
const DATA = resolve(import.meta.dirname, '../../.data');

await main();

async function main(): Promise<void> {
  const tenant = await startTenant({ network: true, windows: true, enforceLimits: true, port: PORT });
  if (!tenant.network) throw new Error('The tenant did not open its ports.');
  mkdirSync(DATA, { recursive: true });
  const caFile = join(DATA, 'tenant-ca.pem');
  writeFileSync(caFile, tenant.network.ca);
  console.log(describe(tenant.network, caFile));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void tenant.stop().then(() => process.exit(0));
    });
}

function describe({ url, plainUrl, reroute }: TenantNetwork, caFile: string): string {
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
    'Applications',
    ...apps,
    '',
    'Another program reaches it under the public host names with',
    `  node ${reroute.flags.join(' ')} <entry.ts>`,
    `  and TENANT_TLS_PORT=${reroute.env.TENANT_TLS_PORT}, TENANT_HOSTS=${reroute.env.TENANT_HOSTS},`,
    `  TENANT_CA="$(cat ${caFile})"`,
    'Ctrl+C ends it.',
  ].join('\n');
}
