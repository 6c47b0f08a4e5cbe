import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Authenticate, SignedIn } from '../deps.ts';
import { SignInProblem } from './signIn.ts';

export type EntraSettings = {
  /** Tenants whose people may use the tab. */
  readonly tenants: readonly string[];
  /** Application id of the tab's API. */
  readonly appId: string;
  /** Host of the tab, for the `api://host/id` form of the audience. */
  readonly tabHost: string;
  /** Where Entra signs people in, e.g. https://login.microsoftonline.com. */
  readonly authorityHost: string;
  readonly now?: () => number;
};

const SCOPE = 'access_as_user';
const LONGEST_TOKEN = 16_384;
const SKEW_SECONDS = 5 * 60;
/** An unknown key id may be a forgery: it costs Entra at most one look per this time. */
const LOOK_AGAIN_MS = 5 * 60_000;
const FRESH_MS = 24 * 3_600_000;
const TIMEOUT_MS = 5_000;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Issuer of v1 tokens per cloud; v2 tokens are issued by the authority itself. */
const V1_ISSUERS: Readonly<Record<string, string>> = {
  'login.partner.microsoftonline.cn': 'https://sts.chinacloudapi.cn',
  'login.chinacloudapi.cn': 'https://sts.chinacloudapi.cn',
};
const V1_ISSUER = 'https://sts.windows.net';

/**
 * Who is asking, from an Entra token (v1 or v2) that a person of an allowed tenant got for the tab's API in Teams.
 * What costs nothing is checked first, so that a forgery is refused before any key is looked up. Names, e-mail and
 * roles in the token count for nothing: the person is `oid`, and the roles are those of the organisation.
 * @throws SignInProblem for guests (403), and when Entra's keys cannot be had (503).
 * Source: Microsoft Learn, "Access tokens in the Microsoft identity platform", "Validate tokens".
 */
export function createEntraAuth(settings: EntraSettings): Authenticate {
  const { now = Date.now } = settings;
  const appId = settings.appId.toLowerCase();
  const audiences = [appId, `api://${appId}`, `api://${settings.tabHost.toLowerCase()}/${appId}`];
  const tenants = new Map(
    settings.tenants.map((tenant) => [tenant.toLowerCase(), tenantOf(tenant.toLowerCase(), settings)]),
  );

  return async ({ headers }) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token || token.length > LONGEST_TOKEN) return undefined;
    const tenant = tenants.get(plausibleTenant(token, audiences) ?? '');
    if (!tenant) return undefined;
    const claims = await verified(token, tenant, now()).catch(refusedOrUnavailable);
    if (!claims || !audiences.includes(String(claims.aud).toLowerCase())) return undefined;
    return personIn(claims, tenant.id);
  };
}

type Tenant = { readonly id: string; readonly issuers: string[]; readonly keys: JWTVerifyGetKey };

function tenantOf(id: string, { authorityHost }: EntraSettings): Tenant {
  const v1 = V1_ISSUERS[new URL(authorityHost).hostname] ?? V1_ISSUER;
  return {
    id,
    issuers: [`${authorityHost}/${id}/v2.0`, `${v1}/${id}/`],
    keys: createRemoteJWKSet(new URL(`${authorityHost}/${id}/discovery/v2.0/keys`), {
      cooldownDuration: LOOK_AGAIN_MS,
      cacheMaxAge: FRESH_MS,
      timeoutDuration: TIMEOUT_MS,
    }),
  };
}

/** Reads, without trusting it, which tenant the token claims to be from, if it claims to be for us at all. */
function plausibleTenant(token: string, audiences: readonly string[]): string | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { aud, tid } = decodeJwt(token);
    const isForUs = typeof aud === 'string' && audiences.includes(aud.toLowerCase());
    return alg === 'RS256' && kid && isForUs && typeof tid === 'string' ? tid.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

async function verified(token: string, { issuers, keys }: Tenant, now: number): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['RS256'],
    issuer: issuers,
    requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'scp'],
    clockTolerance: SKEW_SECONDS,
    currentDate: new Date(now),
  });
  return payload;
}

/** A bad token is nobody's; keys that cannot be fetched are our trouble, not the person's. */
function refusedOrUnavailable(error: unknown): undefined {
  const isAboutToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC' &&
    !(error instanceof errors.JWKSInvalid);
  if (isAboutToken) return undefined;
  throw new SignInProblem(503, 'sign-in-unavailable', error);
}

/** A person, not an application, of the tenant itself, who was asked for exactly this. */
function personIn({ oid, tid, scp, idp, acct, exp = 0 }: JWTPayload, tenant: string): SignedIn | undefined {
  const isPerson = typeof oid === 'string' && GUID.test(oid) && String(tid).toLowerCase() === tenant;
  if (!isPerson || typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) return undefined;
  // `idp` names another home only where there is one; `acct` is 1 for guests where the tenant adds it.
  if (acct === 1 || acct === '1' || (typeof idp === 'string' && !idp.toLowerCase().includes(tenant)))
    throw new SignInProblem(403, 'guest-account');
  return { person: oid.toLowerCase(), until: (exp + SKEW_SECONDS) * 1_000 };
}
