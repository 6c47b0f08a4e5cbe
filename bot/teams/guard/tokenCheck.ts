import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { SigningKeys } from './signingKeys.ts';

/** What a good token says. */
export type Verdict = { readonly serviceUrl: string; readonly endorsements: readonly string[] };

export type TokenCheckOptions = {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
};

const LONGEST_TOKEN = 8_192;
const SKEW_SECONDS = 5 * 60;
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 500;

/**
 * Checks a Bot Connector token. What costs nothing comes first, so a forgery is refused before any key is looked up.
 * Only good verdicts are kept (by SHA-256, at most five minutes, at most 500): forgeries leave no trace in memory.
 * @returns undefined for every token that is not a good one. @throws KeysUnavailable
 */
export function createTokenCheck({ appId, issuer, keys, now }: TokenCheckOptions) {
  const kept = new Map<string, Verdict & { until: number }>();

  return async (token: string): Promise<Verdict | undefined> => {
    if (token.length > LONGEST_TOKEN) return undefined;
    const digest = hash('sha256', token, 'base64');
    const known = kept.get(digest);
    if (known && known.until > now()) return known;
    if (known) kept.delete(digest);

    const kid = keyIdIfPlausible(token, appId, issuer);
    const key = kid === undefined ? undefined : await keys.find(kid);
    if (!key) return undefined;
    const payload = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      issuer,
      audience: appId,
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now()),
    }).then(
      (verified) => verified.payload,
      () => undefined,
    );
    if (typeof payload?.serviceurl !== 'string') return undefined;

    const verdict = { serviceUrl: payload.serviceurl, endorsements: key.endorsements };
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(digest, { ...verdict, until: Math.min(now() + KEPT_MS, Number(payload.exp) * 1000) });
    return verdict;
  };
}

/** Reads, without trusting it, whether the token even claims to be the Bot Connector's for this bot. */
function keyIdIfPlausible(token: string, appId: string, issuer: string): string | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { iss, aud } = decodeJwt(token);
    return alg === 'RS256' && iss === issuer && aud === appId && kid ? kid : undefined;
  } catch {
    return undefined;
  }
}
