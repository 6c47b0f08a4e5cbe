import { generateKeyPair } from 'jose';
import { heapAfterCollection } from '../support/heap.ts';
import { APP, activity, EMPLOYEE, TENANT } from '../teams/support/activities.ts';
import { ISSUER } from '../teams/support/issuer.ts';
import { type Production, startRealProduction } from './startProduction.ts';

const TEAMS = 'https://smba.trafficmanager.net/emea/';
const OTHER = '11111111-aaaa-4bbb-8ccc-222222222222';
const V2 = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const seconds = () => Math.floor(Date.now() / 1_000);

let production: Production;
beforeAll(async () => {
  production = await startRealProduction();
});
afterAll(() => production.end());

type Claims = Parameters<Production['bot']['token']>[0];
type Options = Parameters<Production['bot']['token']>[1];
const token = (claims: Claims = {}, options?: Options) =>
  production.bot.token({ serviceurl: TEAMS, ...claims }, options);

/** A reaction: it needs no reply, so nothing is sent anywhere. */
const body = (changes: Record<string, unknown> = {}) =>
  JSON.stringify(activity('messageReaction', { serviceUrl: TEAMS, ...changes }));
const post = async (bearer: string | undefined, text: string = body()) => {
  const answer = await fetch(`${production.url}/api/messages`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('the production server lets in', () => {
  it('Teams, for this bot, from this tenant', async () => {
    expect(await post(await token())).toMatchObject({ status: 200, text: '' });
  });
});

describe('the production server refuses, without a word', () => {
  const user = { aud: APP, azp: APP, tid: TENANT, oid: EMPLOYEE, ver: '2.0' };
  it.each<[string, number, () => Promise<string | undefined>]>([
    ['no token', 401, async () => undefined],
    ['an empty token', 401, async () => ''],
    ['a token for another bot', 401, () => token({ aud: OTHER })],
    ['a token for another service URL', 401, () => token({ serviceurl: `${TEAMS}other/` })],
    ['a user’s Entra v2 token with aud = azp = bot', 401, () => token({ ...user, iss: V2 })],
    [
      'a user’s Entra v1 token',
      401,
      () => token({ ...user, iss: `https://sts.windows.net/${TENANT}/`, appid: APP }),
    ],
    [
      'an Entra token of another tenant',
      401,
      () => token({ ...user, tid: OTHER, iss: V2.replace(TENANT, OTHER) }),
    ],
    ['the tab’s token', 401, () => token({ ...user, azp: OTHER, iss: V2 })],
    [
      'a token of the bot’s own application',
      401,
      () => token({ ...user, oid: undefined, idtyp: 'app', iss: V2 }),
    ],
    ['another issuer', 401, () => token({ iss: `${ISSUER}.evil.example` })],
    ['an expired token', 401, () => token({ exp: seconds() - 400 })],
    ['a token not valid yet', 401, () => token({ nbf: seconds() + 400 })],
    ['an unknown key', 401, () => token({}, { kid: 'nobody' })],
    [
      'a forged signature',
      401,
      async () => token({}, { signWith: (await generateKeyPair('RS256')).privateKey }),
    ],
    ['a token in two parts', 401, async () => (await token()).split('.').slice(0, 2).join('.')],
    ['a key of the web chat', 403, () => token({}, { kid: 'webchat' })],
    ['a key of no channel', 403, () => token({}, { kid: 'bare' })],
  ])('%s: %i', async (_what, status, bearer) => {
    const before = production.stores.conversations.size;
    expect(await post(await bearer())).toMatchObject({ status, text: '' });
    expect(production.stores.conversations.size).toBe(before);
  });

  it.each<[string, number, Record<string, unknown>]>([
    ['no service URL', 401, { serviceUrl: undefined }],
    ['an empty service URL', 401, { serviceUrl: '' }],
    ['another channel', 403, { channelId: 'webchat' }],
    ['the side door AseChannel', 403, { channelId: 'AseChannel' }],
    ['the emulator', 403, { channelId: 'emulator' }],
    [
      'another tenant',
      403,
      { channelData: { tenant: { id: OTHER } }, conversation: { id: 'a:1', tenantId: OTHER } },
    ],
    ['no tenant', 403, { channelData: {}, conversation: { id: 'a:1' } }],
    [
      'a host that only looks like Teams’',
      403,
      { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
    ],
    ['a host on this machine', 403, { serviceUrl: 'http://127.0.0.1:1/' }],
    ['plain http', 403, { serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
  ])('a good token with %s: %i', async (_what, status, changes) => {
    // Where the activity names a service URL the token is for that one: the allow-list alone must hold.
    const { serviceUrl } = changes;
    const bearer = await token(serviceUrl ? { serviceurl: serviceUrl } : {});
    expect(await post(bearer, body(changes))).toMatchObject({ status, text: '' });
  });

  it('a persona, the local way in, and nothing of local mode is there', async () => {
    const persona = await fetch(`${production.url}/api/me`, {
      headers: { authorization: `Persona ${EMPLOYEE}` },
    });
    expect(persona.status).toBe(401);
    expect((await production.api('/api/personas')).status).toBe(404);
  });
});

/** Deterministic: the same seed, the same noise. */
function noise(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const ODD: readonly unknown[] = [
    null,
    -1,
    1e308,
    '',
    'å'.repeat(3_000),
    '\u0000',
    '‮',
    [],
    [[[]]],
    {},
    { a: {} },
    true,
    [1, 'a', null],
    '29:x',
    'https://x.example/',
  ];
  const odd = () => ODD[next(ODD.length)];

  function spoiled(value: unknown, depth = 0): unknown {
    if (next(12) === 0) return odd();
    if (Array.isArray(value)) return value.map((one) => spoiled(one, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(() => next(15) > 0);
    return Object.fromEntries(entries.map(([name, one]) => [name, spoiled(one, depth + 1)]));
  }

  const kinds: readonly ((text: string) => string | Uint8Array<ArrayBuffer>)[] = [
    (text) => text.slice(0, next(text.length)),
    (text) => JSON.stringify(spoiled(JSON.parse(text))),
    (text) => JSON.stringify(spoiled(JSON.parse(text))),
    (text) => text.replace(/^\{/, `{"x":${'['.repeat(2_000 + next(6_000))}`),
    (text) => text.replace(/^\{/, `{"value":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)},`),
    (text) => new Uint8Array(Buffer.from(text, next(2) ? 'utf16le' : 'latin1')),
    (text) => {
      const bytes = new Uint8Array(Buffer.from(text));
      for (let n = 0; n < 1 + next(8); n += 1) bytes[next(bytes.length)] = next(256);
      return bytes;
    },
    (text) => text.replace(/^\{/, `{"filler":"${'x'.repeat(1_048_576)}",`),
    (text) => text.replaceAll('"', next(2) ? "'" : '“'),
  ];
  const TYPES = [
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data',
    '',
  ];
  return {
    body: (text: string) => kinds[next(kinds.length)]!(text),
    type: () => TYPES[next(TYPES.length)]!,
    of: <T>(list: readonly T[]) => list[next(list.length)]!,
  };
}

describe('whatever is thrown at it', () => {
  const NAMES = [
    'messageReaction',
    'channelRenamed',
    'membersAddedTeam',
    'unknownInvoke',
    'installationRemove',
  ];

  /** Until everything the server reads only when it is asked has been read. */
  const WARM = 400;

  it('1,000 times: a status, no insides, it stands, and nothing is left behind', async () => {
    const chance = noise(20_260_302);
    const bearer = await token();
    const seen = new Set<number>();
    const unanswered: string[] = [];
    /** The heap without the lines of the log, which this spec itself keeps. */
    const heap = (): number => {
      unanswered.push(...production.lines.splice(0).filter((line) => line.includes('call not answered')));
      return heapAfterCollection();
    };
    let warm = 0;
    for (let n = 0; n < 1_000; n += 1) {
      if (n === WARM) warm = heap();
      const good = JSON.stringify(activity(chance.of(NAMES), { serviceUrl: TEAMS }));
      const type = chance.type();
      const answer = await fetch(`${production.url}/api/messages`, {
        method: 'POST',
        body: chance.body(good),
        headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
      });
      const text = await answer.text();
      seen.add(answer.status);
      expect([200, 400, 401, 403, 413, 415]).toContain(answer.status);
      expect(text).not.toMatch(/Error|node_modules|\.ts\b|\bat /);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining([200, 400, 413, 415]));
    expect((await post(bearer)).status).toBe(200);
    // One body of a megabyte may still be under way; 3 kB kept of each of the 600 would be seen.
    expect(heap() - warm).toBeLessThan(2);
    expect(unanswered).toEqual([]);
  }, 60_000);

  it('3,000 forged tokens of as many tenants leave nothing behind', async () => {
    const [header, , signature] = (await token()).split('.');
    const forged = (n: number) => {
      const tid = `${String(n).padStart(8, '0')}-1111-4222-8333-444444444444`;
      const claims = {
        iss: `https://sts.windows.net/${tid}/`,
        aud: APP,
        tid,
        exp: seconds() + 600,
        serviceurl: TEAMS,
      };
      return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    };
    const asked = production.bot.asked();
    /** Megabytes that a round of tokens adds to the heap. */
    const grownBy = async (first: number, last: number): Promise<number> => {
      const before = heapAfterCollection();
      for (let n = first; n < last; n += 1) expect((await post(forged(n))).status).toBe(401);
      return heapAfterCollection() - before;
    };
    await grownBy(0, 500);
    // botbuilder itself would have kept half a megabyte of each round; what Node keeps for itself it keeps once.
    const grown = [await grownBy(500, 1_750), await grownBy(1_750, 3_000)];
    expect(Math.min(...grown)).toBeLessThan(0.5);
    expect(production.bot.asked()).toBe(asked);
    expect((await post(await token())).status).toBe(200);
  }, 60_000);
});
