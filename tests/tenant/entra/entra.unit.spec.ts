import { generateKeyPairSync } from 'node:crypto';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose';
import { SAMPLE, SAMPLE_SEED } from '../seed.ts';
import { startTenant } from '../startTenant.ts';
import type { Tenant } from '../tenant.ts';

const LOGIN = 'https://login.microsoftonline.com';
const TOKEN = `${LOGIN}/${SAMPLE.tenantId}/oauth2/v2.0/token`;
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

type Answer = Readonly<Record<string, unknown>>;

const get = async ({ fetch }: Tenant, url: string) => (await (await fetch(url)).json()) as Answer;

async function keysAt(tenant: Tenant, metadata: string) {
  const { jwks_uri, issuer } = await get(tenant, metadata);
  const keys = (await get(tenant, String(jwks_uri))) as unknown as JSONWebKeySet;
  return { issuer: String(issuer), keys, find: createLocalJWKSet(keys) };
}

async function ask({ fetch }: Tenant, form: Readonly<Record<string, string>>, url = TOKEN) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: GRAPH_SCOPE, ...form });
  const response = await fetch(url, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Answer };
}

describe('application tokens', () => {
  it('are given for the right secret, with the permissions that were consented to', async () => {
    const tenant = await startTenant();
    const { status, body } = await ask(tenant, {
      client_id: SAMPLE.serviceApp,
      client_secret: SAMPLE.serviceSecret,
    });
    expect(status).toBe(200);
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: SAMPLE.serviceApp,
      tid: SAMPLE.tenantId,
      roles: expect.arrayContaining(['Sites.Selected']),
    });
  });

  it.each([
    ['another secret', { client_id: SAMPLE.serviceApp, client_secret: 'wrong' }, 401, 7000215],
    ['an unknown application', { client_id: 'nobody', client_secret: 'x' }, 400, 700016],
    [
      'a scope that is not .default',
      {
        client_id: SAMPLE.serviceApp,
        client_secret: SAMPLE.serviceSecret,
        scope: 'https://graph.microsoft.com/User.Read',
      },
      400,
      1002012,
    ],
    ['another grant', { grant_type: 'password' }, 400, 70003],
  ])('are refused for %s', async (_what, form, status, number) => {
    const answer = await ask(await startTenant(), form);
    expect(answer).toMatchObject({ status, body: { error_codes: [number] } });
  });

  it('are refused by another tenant', async () => {
    const url = TOKEN.replace(SAMPLE.tenantId, '00000000-0000-4000-8000-0000000000ff');
    const answer = await ask(await startTenant(), { client_id: SAMPLE.serviceApp }, url);
    expect(answer.body.error_codes).toEqual([90002]);
  });

  it('are given for an assertion signed with a registered certificate, and for no other', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const certificates = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
    const apps = [{ id: SAMPLE.serviceApp, displayName: 'Färdplan', roles: [], certificates }] as const;
    const tenant = await startTenant({ seed: { ...SAMPLE_SEED, apps } });
    const assertion = (audience: string) =>
      new SignJWT({ jti: 'j1' })
        .setProtectedHeader({ alg: 'RS256', x5t: 'thumb' })
        .setIssuer(SAMPLE.serviceApp)
        .setSubject(SAMPLE.serviceApp)
        .setAudience(audience)
        .setExpirationTime('5m')
        .sign(privateKey);
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const form = async (audience: string) => ({
      client_id: SAMPLE.serviceApp,
      client_assertion_type: type,
      client_assertion: await assertion(audience),
    });
    expect((await ask(tenant, await form(TOKEN))).status).toBe(200);
    expect((await ask(tenant, await form('https://elsewhere.example'))).body.error_codes).toEqual([700027]);
  });

  it('are given to a managed identity that shows its header', async () => {
    const tenant = await startTenant();
    const url = `${LOGIN}/msi/token?resource=${encodeURIComponent('https://graph.microsoft.com/')}&client_id=${SAMPLE.serviceApp}`;
    expect((await tenant.fetch(url)).status).toBe(400);
    const given = await tenant.fetch(url, { headers: { 'X-IDENTITY-HEADER': 'x' } });
    expect(decodeJwt(String(((await given.json()) as Answer).access_token)).aud).toBe(
      'https://graph.microsoft.com',
    );
  });
});

describe('tokens of people', () => {
  const wanted = { user: SAMPLE.caseworker, audience: SAMPLE.tabApp };

  it.each([
    [2, `${LOGIN}/${SAMPLE.tenantId}/v2.0`, '/v2.0', 'azp'],
    [1, `https://sts.windows.net/${SAMPLE.tenantId}/`, '', 'appid'],
  ] as const)('v%i verify with the published keys and issuer', async (version, issuer, path, client) => {
    const tenant = await startTenant();
    const { find, issuer: said } = await keysAt(
      tenant,
      `${LOGIN}/${SAMPLE.tenantId}${path}/.well-known/openid-configuration`,
    );
    expect(said).toBe(issuer);
    const token = await tenant.tokens.mintUserToken({ ...wanted, version });
    const { payload } = await jwtVerify(token, find, { issuer, audience: SAMPLE.tabApp });
    expect(payload).toMatchObject({ oid: SAMPLE.caseworker, tid: SAMPLE.tenantId, scp: 'access_as_user' });
    expect(payload[client]).toBeDefined();
  });

  it('can be forged, changed and robbed of claims', async () => {
    const tenant = await startTenant();
    const { find } = await keysAt(
      tenant,
      `${LOGIN}/${SAMPLE.tenantId}/v2.0/.well-known/openid-configuration`,
    );
    const forged = await tenant.tokens.mintUserToken({ ...wanted, forged: true });
    await expect(jwtVerify(forged, find)).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
    const bare = await tenant.tokens.mintUserToken({ ...wanted, claims: { scp: undefined, tid: 'other' } });
    expect(decodeJwt(bare)).toMatchObject({ tid: 'other' });
    expect(decodeJwt(bare)).not.toHaveProperty('scp');
  });

  it('are signed with a new key after rotation, and the old one may be withdrawn', async () => {
    const tenant = await startTenant();
    const metadata = `${LOGIN}/${SAMPLE.tenantId}/v2.0/.well-known/openid-configuration`;
    const before = await tenant.tokens.mintUserToken(wanted);
    tenant.entraKeys.rotate();
    const after = await tenant.tokens.mintUserToken(wanted);
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    const both = await keysAt(tenant, metadata);
    await expect(jwtVerify(before, both.find)).resolves.toBeDefined();
    tenant.entraKeys.rotate({ withdrawOld: true });
    const left = await keysAt(tenant, metadata);
    await expect(jwtVerify(after, left.find)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });
});

describe('tokens of the Bot Connector', () => {
  const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

  it('verify with keys that are endorsed for one channel each', async () => {
    const tenant = await startTenant();
    const { find, issuer, keys } = await keysAt(tenant, METADATA);
    const { serviceUrl } = tenant;
    for (const [endorsedFor, endorsements] of [
      ['teams', ['msteams', 'skype', 'smba']],
      ['webchat', ['webchat']],
      ['bare', undefined],
    ] as const) {
      const token = await tenant.tokens.mintConnectorToken({ botId: SAMPLE.botApp, serviceUrl, endorsedFor });
      const { payload, protectedHeader } = await jwtVerify(token, find, { issuer, audience: SAMPLE.botApp });
      expect(payload.serviceurl).toBe(serviceUrl);
      const key = keys.keys.find(({ kid }) => kid === protectedHeader.kid) as
        | { endorsements?: unknown }
        | undefined;
      expect(key?.endorsements).toEqual(endorsements);
    }
  });
});
