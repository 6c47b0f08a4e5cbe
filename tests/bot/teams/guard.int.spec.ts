import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { Guard } from '../../../bot/teams/guard/guard.ts';
import { isLoopbackServiceUrl, isTeamsServiceUrl } from '../../../bot/teams/guard/serviceUrls.ts';
import { createTokenGuard } from '../../../bot/teams/guard/tokenGuard.ts';
import { createLocalGuard } from '../../../bot/teams/localGuard.ts';
import { APP, EMPLOYEE, TENANT } from './support/activities.ts';
import { type Edge, startEdge } from './support/edge.ts';
import { ISSUER, type Issuer, startIssuer } from './support/issuer.ts';

const OTHER_TENANT = '00000000-1111-2222-3333-444444444444';
const OTHER_APP = '55555555-6666-7777-8888-999999999999';
const seconds = () => Math.floor(Date.now() / 1000);

let issuer: Issuer;
let edge: Edge;

const guardOf = (changes: Partial<Parameters<typeof createTokenGuard>[0]> = {}): Guard =>
  createTokenGuard({
    appId: APP,
    issuer: ISSUER,
    metadataUrl: issuer.metadataUrl,
    tenants: [TENANT],
    maySendTo: isLoopbackServiceUrl,
    credentials: createLocalGuard().credentials,
    now: Date.now,
    ...changes,
  });

beforeAll(async () => {
  issuer = await startIssuer();
  edge = await startEdge({ guard: guardOf() });
});
afterAll(async () => {
  await edge.stop();
  await issuer.stop();
});

type Claims = Parameters<Issuer['token']>[0];
/** Claims of the Bot Connector for the stub's service URL. */
const claims = (changes: Claims = {}) => ({ serviceurl: edge.stub.serviceUrl, ...changes });
const bearer = async (changes?: Claims, options?: Parameters<Issuer['token']>[1]) =>
  `Bearer ${await issuer.token(claims(changes), options)}`;
const post = (authorization: string | undefined, changes: Record<string, unknown> = {}) =>
  edge.post(edge.recorded('personalMessage', changes), authorization === undefined ? {} : { authorization });

describe('a token the Bot Connector signed for this bot and this service URL', () => {
  it('is let in', async () => {
    const before = edge.turns.length;
    expect((await post(await bearer())).status).toBe(200);
    expect(edge.turns.slice(before)).toMatchObject([{ actor: EMPLOYEE, kind: 'message' }]);
  });
  it('is let in a little early or late', async () => {
    expect((await post(await bearer({ exp: seconds() - 200 }))).status).toBe(200);
    expect((await post(await bearer({ nbf: seconds() + 200 }))).status).toBe(200);
  });
});

describe('a token that is not', () => {
  const entra = { aud: APP, azp: APP, oid: EMPLOYEE, tid: TENANT, ver: '2.0' };
  const otherTenant = { iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`, tid: OTHER_TENANT };

  it.each<[string, () => Promise<string | undefined>]>([
    ['missing', async () => undefined],
    ['of another scheme', async () => 'Basic YTpi'],
    ['empty', async () => 'Bearer '],
    ['garbage', async () => 'Bearer garbage'],
    ['in three words', async () => `${await bearer()} more`],
    ['two-part', async () => (await bearer()).split('.').slice(0, 2).join('.')],
    ['over-long', async () => bearer({ filler: 'x'.repeat(9_000) })],
    ['for another bot', () => bearer({ aud: OTHER_APP })],
    ['for several audiences', () => bearer({ aud: [APP, OTHER_APP] })],
    ['without an audience', () => bearer({ aud: undefined })],
    ['expired', () => bearer({ exp: seconds() - 400 })],
    ['without an end', () => bearer({ exp: undefined })],
    ['not valid yet', () => bearer({ nbf: seconds() + 400 })],
    ['signed with an unknown key id', () => bearer({}, { kid: 'nobody' })],
    ['without a service URL', () => bearer({ serviceurl: undefined })],
    ['for another service URL', () => bearer({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['of another issuer', () => bearer({ iss: 'https://evil.example' })],
    [
      'an Entra v2 user token of the own tenant',
      () => bearer({ ...entra, iss: `https://login.microsoftonline.com/${TENANT}/v2.0` }),
    ],
    [
      'an Entra v1 token',
      () => bearer({ ...entra, iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: APP }),
    ],
    ['an Entra token of another tenant', () => bearer({ ...entra, ...otherTenant })],
    [
      'a tab’s sign-in token',
      () => bearer({ ...entra, azp: OTHER_APP, iss: `https://login.microsoftonline.com/${TENANT}/v2.0` }),
    ],
    [
      'the bot’s own application token',
      () => bearer({ ...entra, iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, idtyp: 'app' }),
    ],
    [
      'signed by somebody else',
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        return bearer({}, { signWith: privateKey });
      },
    ],
    [
      'altered after signing',
      async () => {
        const [header, , signature] = (await bearer()).split('.');
        const payload = {
          iss: ISSUER,
          aud: APP,
          exp: seconds() + 3600,
          serviceurl: edge.stub.serviceUrl,
          admin: true,
        };
        return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
      },
    ],
    [
      'signed by nothing',
      async () => {
        const [, payload] = (await bearer()).split('.');
        const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'teams' })).toString('base64url');
        return `Bearer ${header}.${payload}.`;
      },
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
        const token = new SignJWT({ ...claims(), iss: ISSUER, aud: APP, exp: seconds() + 3600 });
        return `Bearer ${await token.setProtectedHeader({ alg: 'HS256', kid: 'teams' }).sign(secret)}`;
      },
    ],
  ])('%s: 401, nothing said, nothing done', async (_what, authorization) => {
    const before = [edge.turns.length, edge.stub.received.length];
    const answer = await post(await authorization());
    expect([answer.status, answer.text]).toEqual([401, '']);
    expect([edge.turns.length, edge.stub.received.length]).toEqual(before);
  });
});

describe('a good token with an activity that does not fit it', () => {
  it.each<[string, number, Record<string, unknown>]>([
    ['another service URL', 401, { serviceUrl: 'http://127.0.0.1:1/evil/' }],
    ['no service URL', 401, { serviceUrl: undefined }],
    ['a service URL that is no text', 401, { serviceUrl: { href: 'x' } }],
    ['another channel', 403, { channelId: 'webchat' }],
    ['the channel that opens a side door in botbuilder', 403, { channelId: 'AseChannel' }],
    ['the emulator', 403, { channelId: 'emulator' }],
    ['no channel', 403, { channelId: undefined }],
    ['another tenant', 403, { channelData: { tenant: { id: OTHER_TENANT } }, conversation: { id: 'a:1' } }],
    ['two tenants', 403, { channelData: { tenant: { id: OTHER_TENANT } } }],
    ['no tenant', 403, { channelData: undefined, conversation: { id: 'a:1' } }],
  ])('%s: %i', async (_what, status, changes) => {
    const before = edge.turns.length;
    const answer = await post(await bearer(), changes);
    expect([answer.status, answer.text]).toEqual([status, '']);
    expect(edge.turns.length).toBe(before);
  });

  it.each(['webchat', 'bare'])('a key (%s) that may not sign for Teams: 403', async (kid) =>
    expect((await post(await bearer({}, { kid }))).status).toBe(403),
  );

  it('a service host that is not Teams’: 403', async () => {
    const strict = await startEdge({ guard: guardOf({ maySendTo: isTeamsServiceUrl }) });
    const authorization = await bearer({ serviceurl: strict.stub.serviceUrl });
    const answer = await strict.post(strict.recorded('personalMessage'), { authorization });
    await strict.stop();
    expect(answer.status).toBe(403);
  });
});

describe('the verdict that is kept', () => {
  const call = async (guard: Guard, token: string) =>
    'refuses' in (await guard.admit({ authorization: token, forwarded: false }));

  it('does not outlive the token', async () => {
    let now = Date.now();
    const guard = guardOf({ now: () => now });
    const token = await bearer({ exp: Math.floor(now / 1000) + 60 });
    expect(await call(guard, token)).toBe(true);
    now += 250_000;
    expect(await call(guard, token)).toBe(true);
    now += 120_000;
    expect(await call(guard, token)).toBe(false);
  });

  it('is not lent to a token that differs in one letter', async () => {
    const guard = guardOf();
    const token = await bearer();
    expect(await call(guard, token)).toBe(true);
    expect(
      await call(guard, `${token.slice(0, -3)}${token.at(-3) === 'A' ? 'B' : 'A'}${token.slice(-2)}`),
    ).toBe(false);
  });
});

describe('the signing keys', () => {
  it('are not fetched again for forgeries', async () => {
    const guard = guardOf();
    await guard.admit({ authorization: await bearer(), forwarded: false });
    const asked = issuer.asked();
    for (let n = 0; n < 100; n += 1) {
      const forged = await bearer({ tid: `tenant-${n}` }, { kid: `key-${n}` });
      expect(await guard.admit({ authorization: forged, forwarded: false })).toMatchObject({ status: 401 });
    }
    expect(issuer.asked()).toBe(asked);
  });

  it('are looked for again when a key is new and the last look is a while ago', async () => {
    let now = Date.now();
    const guard = guardOf({ now: () => now });
    await guard.admit({ authorization: await bearer(), forwarded: false });
    const asked = issuer.asked();
    now += 6 * 60_000;
    await guard.admit({ authorization: await bearer({}, { kid: 'new' }), forwarded: false });
    expect(issuer.asked()).toBe(asked + 1);
  });

  it('out of reach: the caller is asked to come back, and known keys keep working', async () => {
    const falling = await startIssuer();
    const [known, fresh] = [1, 2].map(() => guardOf({ metadataUrl: falling.metadataUrl }));
    const authorization = `Bearer ${await falling.token(claims())}`;
    expect(await known!.admit({ authorization, forwarded: false })).toHaveProperty('refuses');
    falling.goDown();
    const other = `Bearer ${await falling.token(claims({ jti: '2' }))}`;
    expect(await known!.admit({ authorization: other, forwarded: false })).toHaveProperty('refuses');
    expect(await fresh!.admit({ authorization, forwarded: false })).toEqual({
      status: 503,
      why: 'keys-unavailable',
    });
    const asked = falling.asked();
    expect(await fresh!.admit({ authorization, forwarded: false })).toMatchObject({ status: 503 });
    expect(falling.asked()).toBe(asked);
    await falling.stop();
  });
});
