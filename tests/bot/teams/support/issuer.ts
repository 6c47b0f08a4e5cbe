import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { APP } from './activities.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export const ISSUER = 'https://api.botframework.com';

export type Issuer = {
  readonly metadataUrl: string;
  /** A good Bot Connector token, with some of it changed; `undefined` takes a claim away. */
  readonly token: (claims?: JWTPayload, options?: TokenOptions) => Promise<string>;
  readonly publicKey: KeyPair['publicKey'];
  /** Times the keys were asked for. */
  readonly asked: () => number;
  readonly goDown: () => void;
  readonly stop: () => Promise<void>;
};

type TokenOptions = {
  readonly kid?: string;
  readonly alg?: string;
  readonly signWith?: KeyPair['privateKey'];
};

/** A stand-in for the Bot Connector's key service: one key endorsed for Teams, one for web chat, one for nothing. */
export async function startIssuer(): Promise<Issuer> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), use: 'sig' };
  const keys = [
    { ...jwk, kid: 'teams', endorsements: ['msteams', 'skype'] },
    { ...jwk, kid: 'webchat', endorsements: ['webchat'] },
    { ...jwk, kid: 'bare' },
  ];
  let asked = 0;
  let down = false;
  const server: Server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.url !== '/keys') asked += 1;
    response.statusCode = down ? 500 : 200;
    response.end(
      JSON.stringify(request.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${origin}/keys` }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration`,
    publicKey: pair.publicKey,
    asked: () => asked,
    goDown: () => {
      down = true;
    },
    token: (claims = {}, { kid = 'teams', alg = 'RS256', signWith = pair.privateKey } = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      const payload = { iss: ISSUER, aud: APP, nbf: seconds - 60, exp: seconds + 3600, ...claims };
      return new SignJWT(JSON.parse(JSON.stringify(payload)))
        .setProtectedHeader({ alg, kid, typ: 'JWT' })
        .sign(signWith);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
