import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const TENANT = '7b1f3c52-8f0e-4d3b-9a55-2f6f0c1d4e10';
export const OTHER_TENANT = '11111111-aaaa-4bbb-8ccc-222222222222';
export const TAB_APP = '3fa2c6d1-9b4e-4e0a-8c77-5d1e2f3a4b5c';
export const TAB_HOST = 'fardplan.kommunen.example';
export const PERSON = '4d0c7a1e-3b52-4f8d-9c66-0a7be1d2f301';

export type Claims = Readonly<Record<string, unknown>>;
export type EntraIssuer = Awaited<ReturnType<typeof startEntraIssuer>>;

export const seconds = (): number => Math.floor(Date.now() / 1_000);

/** A stand-in for Entra's keys of any tenant, on loopback; it signs what it is told to. */
export async function startEntraIssuer() {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), use: 'sig', alg: 'RS256' };
  let asked = 0;
  let down = false;
  const kids = ['key-1'];
  const server = createServer((request, response) => {
    if (!/^\/[0-9a-f-]{36}\/discovery\/v2\.0\/keys$/.test(request.url ?? '')) response.statusCode = 404;
    else asked += 1;
    if (down) response.statusCode = 500;
    response.end(JSON.stringify({ keys: kids.map((kid) => ({ ...jwk, kid })) }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (claims: Claims, { kid = 'key-1', alg = 'RS256', key = pair.privateKey } = {}) =>
    new SignJWT(JSON.parse(JSON.stringify(claims)) as JWTPayload)
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .sign(key);
  const common = () => ({
    nbf: seconds() - 60,
    exp: seconds() + 3_600,
    oid: PERSON,
    tid: TENANT,
    scp: 'access_as_user',
  });

  return {
    url,
    publicKey: pair.publicKey,
    sign,
    /** Claims of a good v2 token; `undefined` takes one away. */
    v2: (changes: Claims = {}): Claims => ({
      ...common(),
      iss: `${url}/${TENANT}/v2.0`,
      aud: TAB_APP,
      ver: '2.0',
      ...changes,
    }),
    v1: (changes: Claims = {}): Claims => ({
      ...common(),
      iss: `https://sts.windows.net/${TENANT}/`,
      aud: `api://${TAB_HOST}/${TAB_APP}`,
      ver: '1.0',
      ...changes,
    }),
    asked: () => asked,
    rotateTo: (kid: string) => void kids.push(kid),
    goDown: () => {
      down = true;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
