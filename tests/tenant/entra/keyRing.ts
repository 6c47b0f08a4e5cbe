import { createPublicKey } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

type Pair = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };

export type Signing = {
  /** The key id to name; a function gets that of the newest key. */
  readonly kid?: string | ((newest: string) => string);
  readonly alg?: string;
  /** Signs with a key that nobody publishes, under the name of one that is. */
  readonly forged?: boolean;
};

/** The keys of one issuer: made when first needed, published as a JWK set, replaced on demand. */
export type KeyRing = {
  readonly sign: (claims: JWTPayload, signing?: Signing) => Promise<string>;
  readonly published: () => Promise<readonly JWK[]>;
  readonly find: (kid: string | undefined) => Promise<CryptoKey | undefined>;
  /** A new key signs from now on. Old ones stay published unless they are withdrawn. */
  readonly rotate: (options?: { readonly withdrawOld?: boolean }) => void;
};

/** Made once per process: making a key takes longer than most tests. */
const PAIRS = new Map<string, Promise<Pair>>();

export function createKeyRing(name: string): KeyRing {
  let made = 0;
  let rings: { kid: string; pair: Promise<Pair> }[] = [];
  let stranger: Promise<Pair> | undefined;

  const add = (): Promise<Pair> => {
    made += 1;
    const kid = `${name}-${made}`;
    const pair = PAIRS.get(kid) ?? makePair(kid);
    PAIRS.set(kid, pair);
    rings.push({ kid, pair });
    return pair;
  };
  const newest = (): Promise<Pair> => rings.at(-1)?.pair ?? add();

  return {
    sign: async (claims, { kid, alg = 'RS256', forged = false } = {}) => {
      const pair = await newest();
      stranger = forged ? (stranger ?? makePair('stranger')) : stranger;
      const { privateKey } = forged && stranger ? await stranger : pair;
      const named = typeof kid === 'function' ? kid(pair.kid) : (kid ?? pair.kid);
      return new SignJWT(claims).setProtectedHeader({ alg, kid: named, typ: 'JWT' }).sign(privateKey);
    },
    published: async () => {
      await newest();
      const pairs = await Promise.all(rings.map(({ pair }) => pair));
      return Promise.all(
        pairs.map(async ({ kid, publicKey }) => ({
          ...(await exportJWK(publicKey)),
          kid,
          x5t: kid,
          use: 'sig',
          alg: 'RS256',
        })),
      );
    },
    find: async (kid) => (await rings.find((one) => one.kid === kid)?.pair)?.publicKey,
    rotate: ({ withdrawOld = false } = {}) => {
      if (withdrawOld) rings = [];
      void add();
    },
  };
}

async function makePair(kid: string): Promise<Pair> {
  return { kid, ...(await generateKeyPair('RS256', { extractable: true })) };
}

/** The public key in a PEM certificate or PEM public key. */
export const publicKeyIn = (pem: string) => createPublicKey(pem);
