import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Caller } from '../graph/route.ts';
import { attempt } from '../http/attempt.ts';
import { Refusal } from '../http/refusal.ts';
import type { Seed, SeedApp } from '../seed.ts';
import type { KeyRing, Signing } from './keyRing.ts';

export const PUBLIC_LOGIN = 'https://login.microsoftonline.com';
export const CONNECTOR_ISSUER = 'https://api.botframework.com';
const GRAPH_AUDIENCES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];
/** Teams on the web, one of the clients that a tab's API trusts beforehand. */
const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const HOUR_SECONDS = 3_600;

/** Claims given here replace those made; `undefined` takes a claim away. */
type Changes = { readonly claims?: JWTPayload } & Signing;

export type UserToken = Changes & {
  readonly user: string;
  /** Application id of the API the token is for. */
  readonly audience: string;
  readonly version?: 1 | 2;
  readonly scp?: string;
  /** Application id of the client that asked. */
  readonly client?: string;
  readonly tenantId?: string;
  readonly authority?: string;
};

export type ConnectorToken = Changes & {
  readonly botId: string;
  readonly serviceUrl?: string;
  /** Key to sign with: `teams` is endorsed for Teams, `webchat` for another channel, `bare` for none. */
  readonly endorsedFor?: 'teams' | 'webchat' | 'bare';
};

export type Tokens = {
  /** A token of an application, as the client-credential flow gives it. */
  readonly mintAppToken: (app: string, resource: string, changes?: Changes) => Promise<string>;
  /** A token of a signed-in person for the product's own API. */
  readonly mintUserToken: (token: UserToken) => Promise<string>;
  /** A token of the Bot Connector service for a bot. */
  readonly mintConnectorToken: (token: ConnectorToken) => Promise<string>;
  readonly authenticateGraph: (authorization: string | undefined) => Promise<Caller>;
  readonly authenticateBot: (authorization: string | undefined) => Promise<string>;
};

export type TokenDeps = {
  readonly seed: Seed;
  readonly clock: () => number;
  readonly entra: KeyRing;
  readonly connector: KeyRing;
};

export function createTokens({ seed, clock, entra, connector }: TokenDeps): Tokens {
  const times = () => {
    const seconds = Math.floor(clock() / 1_000);
    return { iat: seconds, nbf: seconds - 300, exp: seconds + HOUR_SECONDS };
  };
  const known = new Map<string, JWTPayload>();

  async function verified(
    authorization: string | undefined,
    audiences: readonly string[],
  ): Promise<JWTPayload> {
    const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
    if (!token) throw unauthenticated('Access token is empty.', true);
    const claims = known.get(token) ?? (await checked(token));
    if ((claims.exp ?? 0) * 1_000 <= clock()) throw expired();
    if (!audiences.includes(String(claims.aud)))
      throw unauthenticated('Access token validation failure. Invalid audience.', true);
    if (known.size > 1_000) known.clear();
    known.set(token, claims);
    return claims;
  }

  async function checked(token: string): Promise<JWTPayload> {
    const key = await entra.find(attempt(() => decodeProtectedHeader(token))?.value.kid);
    const options = { currentDate: new Date(clock()) };
    const found = key && (await jwtVerify(token, key, options).catch((error: unknown) => error));
    if (found && typeof found === 'object' && 'payload' in found) return found.payload as JWTPayload;
    if (found instanceof errors.JWTExpired) throw expired();
    throw unauthenticated('CompactToken validation failed.', true);
  }

  return {
    mintAppToken: (app, resource, { claims, ...signing } = {}) =>
      entra.sign(
        withoutMissing({
          aud: resource,
          iss: `https://sts.windows.net/${seed.tenantId}/`,
          appid: app,
          app_displayname: findApp(seed, app)?.displayName,
          idtyp: 'app',
          oid: app,
          sub: app,
          tid: seed.tenantId,
          ver: '1.0',
          roles: GRAPH_AUDIENCES.includes(resource) ? findApp(seed, app)?.roles : undefined,
          ...times(),
          ...claims,
        }),
        signing,
      ),
    mintUserToken: ({ claims, kid, alg, forged, ...token }) =>
      entra.sign(withoutMissing({ ...userClaims(seed, token), ...times(), ...claims }), { kid, alg, forged }),
    mintConnectorToken: ({ botId, serviceUrl, endorsedFor = 'teams', claims, kid, ...signing }) =>
      connector.sign(
        withoutMissing({ iss: CONNECTOR_ISSUER, aud: botId, serviceurl: serviceUrl, ...times(), ...claims }),
        { kid: kid ?? ((newest) => newest.replace(/^teams/, endorsedFor)), ...signing },
      ),
    authenticateGraph: async (authorization) => {
      const claims = await verified(authorization, GRAPH_AUDIENCES);
      const app = String(claims.appid);
      return {
        app,
        displayName: findApp(seed, app)?.displayName ?? app,
        roles: new Set(claims.roles as readonly string[] | undefined),
      };
    },
    authenticateBot: async (authorization) => {
      const claims = await verified(authorization, [CONNECTOR_ISSUER]);
      return String(claims.appid);
    },
  };
}

export const findApp = (seed: Seed, id: string): SeedApp | undefined =>
  seed.apps.find((app) => app.id === id);

function userClaims(seed: Seed, token: Omit<UserToken, 'claims'>): JWTPayload {
  const { user, audience, version = 2, scp = 'access_as_user', client = TEAMS_WEB_CLIENT } = token;
  const { tenantId = seed.tenantId, authority = PUBLIC_LOGIN } = token;
  const person = seed.users.find(({ id }) => id === user);
  const shared = {
    aud: audience,
    oid: user,
    sub: `sub-${user}`,
    tid: tenantId,
    scp,
    name: person?.displayName,
  };
  return version === 2
    ? {
        ...shared,
        iss: `${authority}/${tenantId}/v2.0`,
        ver: '2.0',
        azp: client,
        azpacr: '0',
        preferred_username: person?.mail,
      }
    : {
        ...shared,
        iss: `https://sts.windows.net/${tenantId}/`,
        ver: '1.0',
        appid: client,
        appidacr: '0',
        upn: person?.mail,
      };
}

const withoutMissing = (claims: JWTPayload): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));

const unauthenticated = (message: string, isOwnFault = false): Refusal =>
  new Refusal(
    401,
    'InvalidAuthenticationToken',
    message,
    isOwnFault ? { violation: 'no-authorization' } : {},
  );

const expired = (): Refusal => unauthenticated('Lifetime validation failed, the token is expired.');
