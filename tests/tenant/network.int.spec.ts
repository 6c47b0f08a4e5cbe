import { execFile } from 'node:child_process';
import { request } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { SAMPLE, SAMPLE_SEED } from './seed.ts';
import { startTenant } from './startTenant.ts';
import type { Tenant } from './tenant.ts';

const run = promisify(execFile);

describe('the tenant over HTTPS', () => {
  let tenant: Tenant;
  let certificate = '';
  beforeAll(async () => {
    const made = await generate([{ name: 'commonName', value: 'Färdplan' }], { algorithm: 'sha256' });
    certificate = `${made.private}\n${made.cert}`;
    const apps = SAMPLE_SEED.apps.map((app) =>
      app.id === SAMPLE.serviceApp ? { ...app, certificates: [made.cert] } : app,
    );
    tenant = await startTenant({ seed: { ...SAMPLE_SEED, apps }, network: true, windows: true });
  });
  afterAll(() => tenant.stop());

  const clients = async () => {
    const { plainUrl, reroute } = tenant.network!;
    const { flags, env } = reroute;
    const chat = tenant.teams.chats.with(SAMPLE.caseworker, SAMPLE.botApp).id;
    const file = join(import.meta.dirname, 'support/clients.ts');
    const { stdout } = await run(process.execPath, [...flags, file, tenant.serviceUrl, chat, certificate], {
      env: { ...process.env, ...env, IDENTITY_ENDPOINT: `${plainUrl}/msi/token`, IDENTITY_HEADER: 'x' },
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  it('serves the real clients under the public names, and keeps them from everybody else', async () => {
    expect(await clients()).toEqual({
      fetch: 200,
      https: 200,
      secret: 'Färdplan logg',
      certificate: 'Färdplan logg',
      managedIdentity: 'Färdplan logg',
      connector: expect.stringMatching(/^\d+$/),
      elsewhere: 'ECONNREFUSED',
      elsewherePlain: 'ECONNREFUSED',
      otherPort: 'ECONNREFUSED',
    });
    expect(tenant.teams.transcript(SAMPLE.caseworker)).toMatchObject([
      { activity: { text: 'hej från en riktig klient' } },
    ]);
    expect(tenant.violations.all()).toEqual([]);
  }, 60_000);

  it('answers callers that were pointed at it by settings, with links to itself', async () => {
    const { url, ca } = tenant.network!;
    const metadata = await secureGet(`${url}/${SAMPLE.tenantId}/v2.0/.well-known/openid-configuration`, ca);
    expect(metadata).toMatchObject({ jwks_uri: `${url}/${SAMPLE.tenantId}/discovery/v2.0/keys` });
    expect(await secureGet(`${url}/v1/.well-known/openidconfiguration`, ca)).toMatchObject({
      jwks_uri: `${url}/v1/.well-known/keys`,
    });
  });

  it('cuts the connection when told to', async () => {
    const { url, ca } = tenant.network!;
    tenant.faults.next('reset-before', { path: /discovery\/v2\.0\/keys$/ });
    await expect(secureGet(`${url}/common/discovery/v2.0/keys`, ca)).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(await secureGet(`${url}/common/discovery/v2.0/keys`, ca)).toHaveProperty('keys');
  });

  it('shows what is inside', async () => {
    const at = (path: string) =>
      fetch(`${tenant.network!.plainUrl}/_tenant/${path}`).then((one) => one.json());
    expect(await at('violations')).toEqual([]);
    expect(await at('ledger')).toMatchObject({ limits: { minute: 1_250 } });
    expect(await at(`token/${SAMPLE.serviceApp}`)).toHaveProperty('token');
    expect(await at('lists')).toEqual([]);
  });
});

function secureGet(url: string, ca: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request(url, { ca }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    })
      .on('error', reject)
      .end();
  });
}
