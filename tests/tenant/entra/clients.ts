import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { Incoming } from '../http/exchange.ts';
import type { Seed, SeedApp } from '../seed.ts';
import { publicKeyIn } from './keyRing.ts';
import { findApp } from './tokens.ts';

/** A refusal of the token endpoint, with the number that Entra puts behind AADSTS. */
export class TokenError extends Error {
  readonly error: string;
  readonly number: number;

  constructor(error: string, number: number, message: string) {
    super(message);
    this.error = error;
    this.number = number;
  }
}

/** MSAL rounds `nbf` up; Entra allows five minutes. */
const SKEW_SECONDS = 300;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The application behind a token request, proven by its secret or by an assertion signed with its certificate. */
export async function proveClient(
  { seed, clock }: { readonly seed: Seed; readonly clock: () => number },
  request: Incoming,
  form: URLSearchParams,
): Promise<SeedApp> {
  const assertion = form.get('client_assertion');
  const [basicId, basicSecret] = basicCredentials(request.headers.authorization);
  const id = form.get('client_id') ?? basicId ?? (assertion && String(decodeJwt(assertion).sub)) ?? '';
  const app = findApp(seed, id);
  if (!app)
    throw new TokenError('unauthorized_client', 700016, `Application with identifier '${id}' was not found.`);
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== ASSERTION_TYPE)
      throw new TokenError('invalid_request', 50027, 'The type of the assertion is not known.');
    await checkAssertion(app, assertion, request, clock());
    return app;
  }
  const secret = form.get('client_secret') ?? basicSecret;
  if (app.secret === undefined || secret !== app.secret)
    throw new TokenError('invalid_client', 7000215, 'Invalid client secret provided.');
  return app;
}

async function checkAssertion(
  app: SeedApp,
  assertion: string,
  request: Incoming,
  now: number,
): Promise<void> {
  const { x5t, 'x5t#S256': x5tS256 } = decodeProtectedHeader(assertion) as Record<string, unknown>;
  if (x5t === undefined && x5tS256 === undefined)
    throw new TokenError('invalid_client', 700027, 'The assertion names no certificate.');
  const endpoint = `${request.origin}${request.path}`;
  for (const certificate of app.certificates ?? []) {
    try {
      await jwtVerify(assertion, publicKeyIn(certificate), {
        algorithms: ['RS256', 'PS256'],
        issuer: app.id,
        subject: app.id,
        audience: [endpoint, endpoint.replace('/oauth2/v2.0/token', '/v2.0')],
        currentDate: new Date(now),
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['exp', 'jti'],
      });
      return;
    } catch {
      // The next certificate may fit.
    }
  }
  throw new TokenError(
    'invalid_client',
    700027,
    'The certificate with this identifier used to sign the assertion is not registered.',
  );
}

function basicCredentials(authorization: string | undefined): readonly string[] {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString('utf8').split(':').map(decodeURIComponent) : [];
}
