import type { IncomingMessage } from 'node:http';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { createEntraAuth } from '../../../../bot/api/auth/entraAuth.ts';
import {
  type Claims,
  type EntraIssuer,
  OTHER_TENANT,
  PERSON,
  seconds,
  startEntraIssuer,
  TAB_APP,
  TAB_HOST,
  TENANT,
} from './entraIssuer.ts';

let entra: EntraIssuer;
beforeAll(async () => {
  entra = await startEntraIssuer();
});
afterAll(() => entra.stop());

const authOf = (tenants: readonly string[] = [TENANT], url = entra.url) =>
  createEntraAuth({ tenants, appId: TAB_APP, tabHost: TAB_HOST, authorityHost: url });

const asking = (authorization: string | undefined) => ({ headers: { authorization } }) as IncomingMessage;
const ask = (token: string, auth = authOf()) => auth(asking(`Bearer ${token}`));

describe('a token of the own tenant for the tab’s API', () => {
  it.each<[string, () => Claims]>([
    ['v2, the application id as audience', () => entra.v2()],
    ['v2, the audience in capitals', () => entra.v2({ aud: TAB_APP.toUpperCase() })],
    ['v2, api://id', () => entra.v2({ aud: `api://${TAB_APP}` })],
    ['v1, api://host/id', () => entra.v1()],
    ['v1, api://id', () => entra.v1({ aud: `api://${TAB_APP}` })],
    ['with further scopes', () => entra.v2({ scp: 'User.Read access_as_user' })],
    ['expired four minutes ago', () => entra.v2({ exp: seconds() - 240 })],
    ['valid in four minutes', () => entra.v2({ nbf: seconds() + 240 })],
    ['whose home is this tenant', () => entra.v2({ idp: `https://sts.windows.net/${TENANT}/`, acct: 0 })],
  ])('%s: names the person by object id', async (_what, claims) =>
    expect(await ask(await entra.sign(claims()))).toMatchObject({ person: PERSON }),
  );

  it('says how long it is good: to its end, and the few minutes that clocks may differ', async () => {
    const exp = seconds() + 1_800;
    expect(await ask(await entra.sign(entra.v2({ exp })))).toEqual({
      person: PERSON,
      until: (exp + 300) * 1_000,
    });
  });

  it('of a further tenant that is allowed', async () => {
    const token = await entra.sign(entra.v2({ tid: OTHER_TENANT, iss: `${entra.url}/${OTHER_TENANT}/v2.0` }));
    expect(await ask(token, authOf([TENANT, OTHER_TENANT]))).toMatchObject({ person: PERSON });
  });

  it('names the person by nothing but the object id', async () => {
    const claims = { preferred_username: 'chef@kommunen.example', roles: ['Admin'], upn: 'a', sub: 'b' };
    expect(await ask(await entra.sign(entra.v2(claims)))).toMatchObject({ person: PERSON });
  });
});

describe('anything else is nobody’s', () => {
  it.each<[string, () => Claims]>([
    ['for Graph', () => entra.v2({ aud: 'https://graph.microsoft.com' })],
    ['for the bot', () => entra.v2({ aud: 'c2a6e9d4-5b7f-4c1e-8a3d-91e0f7b6a254' })],
    ['for another host', () => entra.v1({ aud: `api://evil.example/${TAB_APP}` })],
    ['for several audiences', () => entra.v2({ aud: [TAB_APP, 'other'] })],
    ['for nobody', () => entra.v2({ aud: undefined })],
    [
      'of a tenant that is not allowed',
      () => entra.v2({ tid: OTHER_TENANT, iss: `${entra.url}/${OTHER_TENANT}/v2.0` }),
    ],
    ['of another tenant’s issuer', () => entra.v2({ iss: `${entra.url}/${OTHER_TENANT}/v2.0` })],
    ['that names a tenant it is not from', () => entra.v2({ tid: OTHER_TENANT })],
    ['of the common endpoint', () => entra.v2({ iss: `${entra.url}/common/v2.0` })],
    ['of the Bot Connector', () => entra.v2({ iss: 'https://api.botframework.com' })],
    ['without an issuer', () => entra.v2({ iss: undefined })],
    ['without a tenant', () => entra.v2({ tid: undefined })],
    ['without a person', () => entra.v2({ oid: undefined })],
    ['with a person that is no id', () => entra.v2({ oid: '../admin' })],
    ['with a person in a list', () => entra.v2({ oid: [PERSON] })],
    ['of an application', () => entra.v2({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' })],
    ['with another scope', () => entra.v2({ scp: 'User.Read' })],
    ['with a scope that only begins alike', () => entra.v2({ scp: 'access_as_user_too' })],
    ['with the scope in a list', () => entra.v2({ scp: ['access_as_user'] })],
    ['expired six minutes ago', () => entra.v2({ exp: seconds() - 360 })],
    ['without an end', () => entra.v2({ exp: undefined })],
    ['valid in six minutes', () => entra.v2({ nbf: seconds() + 360 })],
    ['without a beginning', () => entra.v2({ nbf: undefined })],
    ['longer than any', () => entra.v2({ filler: 'x'.repeat(20_000) })],
  ])('a token %s', async (_what, claims) => expect(await ask(await entra.sign(claims()))).toBeUndefined());

  it('a token signed by somebody else', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await ask(await entra.sign(entra.v2(), { key: privateKey }))).toBeUndefined();
  });
  it('a token signed by a key nobody knows', async () =>
    expect(await ask(await entra.sign(entra.v2(), { kid: 'nobody' }))).toBeUndefined());
  it('a token signed with the public key as a secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(entra.publicKey));
    const header = { alg: 'HS256', kid: 'key-1' };
    const token = await new SignJWT(entra.v2()).setProtectedHeader(header).sign(secret);
    expect(await ask(token)).toBeUndefined();
  });
  it('a token signed by nothing', async () => {
    const [, payload] = (await entra.sign(entra.v2())).split('.');
    const header = Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url');
    expect(await authOf()(asking(`Bearer ${header}.${payload}.`))).toBeUndefined();
    expect(await authOf()(asking(`Bearer ${header}.${payload}.x`))).toBeUndefined();
  });
  it('a token altered after signing', async () => {
    const [header, , signature] = (await entra.sign(entra.v2())).split('.');
    const payload = Buffer.from(JSON.stringify(entra.v2({ oid: OTHER_TENANT }))).toString('base64url');
    expect(await ask(`${header}.${payload}.${signature}`)).toBeUndefined();
  });
  it.each([undefined, '', 'Bearer', 'Bearer x', 'Basic YTpi', 'Bearer a.b.c', 'Persona 1', 'Bearer a.b.c d'])(
    'the header %p',
    async (header) => expect(await authOf()(asking(header))).toBeUndefined(),
  );
});

describe('guests', () => {
  it.each([{ acct: 1 }, { idp: `https://sts.windows.net/${OTHER_TENANT}/` }, { idp: 'mail' }])(
    'with %j are told that this is not for them',
    async (claims) =>
      expect(ask(await entra.sign(entra.v2(claims)))).rejects.toMatchObject({
        status: 403,
        code: 'guest-account',
      }),
  );
});

describe('Entra’s keys', () => {
  it('are fetched once, and not again for forgeries', async () => {
    const auth = authOf();
    await ask(await entra.sign(entra.v2()), auth);
    const before = entra.asked();
    for (let n = 0; n < 50; n += 1) await ask(await entra.sign(entra.v2(), { kid: `forged-${n}` }), auth);
    await ask(await entra.sign(entra.v2({ jti: 'again' })), auth);
    expect(entra.asked()).toBe(before);
  });

  it('are not asked for on behalf of tenants we do not serve', async () => {
    const before = entra.asked();
    const auth = authOf();
    for (let n = 0; n < 20; n += 1) {
      const tid = `${String(n).padStart(8, '0')}-1111-4222-8333-444444444444`;
      await ask(await entra.sign(entra.v2({ tid, iss: `${entra.url}/${tid}/v2.0` })), auth);
    }
    expect(entra.asked()).toBe(before);
  });

  it('out of reach: the person is asked to wait; with keys at hand all is well', async () => {
    const falling = await startEntraIssuer();
    const [warm, cold] = [authOf([TENANT], falling.url), authOf([TENANT], falling.url)];
    const token = await falling.sign(falling.v2());
    expect(await ask(token, warm)).toMatchObject({ person: PERSON });
    falling.goDown();
    expect(await ask(token, warm)).toMatchObject({ person: PERSON });
    await expect(ask(token, cold)).rejects.toMatchObject({ status: 503, code: 'sign-in-unavailable' });
    await falling.stop();
    await expect(ask(token, cold)).rejects.toMatchObject({ status: 503 });
  });
});
