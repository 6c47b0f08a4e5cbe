import { type CryptoKey, importJWK, type JWK } from 'jose';

export type SigningKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };

export type SigningKeys = {
  /** @throws KeysUnavailable when the issuer cannot be reached and nothing fresh enough is at hand. */
  readonly find: (kid: string) => Promise<SigningKey | undefined>;
};

export class KeysUnavailable extends Error {
  readonly code = 'keys-unavailable';
}

const FRESH_MS = 24 * 3_600_000;
/** Old keys are better than none while the issuer is down, but not for ever. */
const USABLE_MS = 5 * FRESH_MS;
/** An unknown key id may be a forgery: it costs the issuer at most one look per this time. */
const LOOK_AGAIN_MS = 5 * 60_000;
const RETRY_MS = 10_000;
const TIMEOUT_MS = 5_000;

export type SigningKeysOptions = { readonly metadataUrl: string; readonly now: () => number };

/** The Bot Connector's public keys with the channels each may sign for, fetched when needed and kept for a day. */
export function createSigningKeys({ metadataUrl, now }: SigningKeysOptions): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let underway: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    if (now() - failedAt < RETRY_MS)
      return Promise.reject(new KeysUnavailable('the issuer did not answer a moment ago'));
    underway ??= fetchKeys(metadataUrl)
      .then((fetched) => {
        keys = fetched;
        fetchedAt = now();
      })
      .catch((cause) => {
        failedAt = now();
        throw new KeysUnavailable('the signing keys could not be fetched', { cause });
      })
      .finally(() => {
        underway = undefined;
      });
    return underway;
  };

  return {
    find: async (kid) => {
      const age = now() - fetchedAt;
      if (age > USABLE_MS) await refresh();
      else if (age > FRESH_MS) refresh().catch(() => undefined);
      else if (!keys.has(kid) && age > LOOK_AGAIN_MS) await refresh().catch(() => undefined);
      return keys.get(kid);
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: keysUrl } = (await fetchJson(metadataUrl)) as { jwks_uri?: unknown };
  if (typeof keysUrl !== 'string' || new URL(keysUrl).origin !== new URL(metadataUrl).origin)
    throw new Error('the issuer names no keys of its own');
  const { keys } = (await fetchJson(keysUrl)) as {
    keys?: readonly (JWK & { endorsements?: readonly string[] })[];
  };
  const usable = (keys ?? []).filter(({ kid, kty, use }) => kid && kty === 'RSA' && use !== 'enc');
  const imported = usable.map(
    async ({ endorsements, ...jwk }): Promise<[string, SigningKey]> => [
      jwk.kid ?? '',
      { key: (await importJWK(jwk, 'RS256')) as CryptoKey, endorsements: endorsements ?? [] },
    ],
  );
  return new Map(await Promise.all(imported));
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${response.status} from the issuer`);
  return response.json();
}
