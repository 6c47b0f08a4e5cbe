import type { Handle, Incoming, Outgoing } from '../http/exchange.ts';
import { createRoutes, type Params } from '../http/routes.ts';
import type { Seed } from '../seed.ts';
import { proveClient, TokenError } from './clients.ts';
import type { KeyRing } from './keyRing.ts';
import type { Tokens } from './tokens.ts';

export type EntraDeps = {
  readonly seed: Seed;
  readonly clock: () => number;
  readonly keys: KeyRing;
  readonly tokens: Tokens;
};

type EntraRoute = {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly handle: (request: Incoming, params: Params) => Outgoing | Promise<Outgoing>;
};

/** Entra's login host: metadata, keys, instance discovery, tokens for applications and for managed identities. */
export function createEntra({ seed, clock, keys, tokens }: EntraDeps): Handle {
  const published = async (): Promise<Outgoing> => ({ status: 200, body: { keys: await keys.published() } });
  const metadata = (v2: boolean) => (request: Incoming, params: Params) =>
    openIdMetadata(request, params, v2);
  const token =
    (v2: boolean) =>
    async (request: Incoming, { tenant = '' }: Params) => {
      try {
        return await clientCredentials({ seed, clock, tokens }, request, tenant, v2);
      } catch (error) {
        if (error instanceof TokenError) return tokenFailure(error, clock());
        throw error;
      }
    };
  const routes: readonly EntraRoute[] = [
    { method: 'GET', pattern: '/common/discovery/instance', handle: instanceDiscovery },
    { method: 'GET', pattern: '/{tenant}/v2.0/.well-known/openid-configuration', handle: metadata(true) },
    { method: 'GET', pattern: '/{tenant}/.well-known/openid-configuration', handle: metadata(false) },
    { method: 'GET', pattern: '/{tenant}/discovery/v2.0/keys', handle: published },
    { method: 'GET', pattern: '/{tenant}/discovery/keys', handle: published },
    { method: 'POST', pattern: '/{tenant}/oauth2/v2.0/token', handle: token(true) },
    { method: 'POST', pattern: '/{tenant}/oauth2/token', handle: token(false) },
    {
      method: 'GET',
      pattern: '/msi/token',
      handle: (request) => managedIdentity({ seed, clock, tokens }, request),
    },
  ];
  const find = createRoutes(routes);
  return (request) => {
    const { route, params } = find(request.method, request.path);
    return route.handle(request, params);
  };
}

function openIdMetadata({ origin }: Incoming, { tenant = 'common' }: Params, v2: boolean): Outgoing {
  const base = `${origin}/${tenant}`;
  const issuerTenant = ['common', 'organizations'].includes(tenant) ? '{tenantid}' : tenant;
  return {
    status: 200,
    body: {
      issuer: v2 ? `${origin}/${issuerTenant}/v2.0` : `https://sts.windows.net/${issuerTenant}/`,
      authorization_endpoint: `${base}/oauth2${v2 ? '/v2.0' : ''}/authorize`,
      token_endpoint: `${base}/oauth2${v2 ? '/v2.0' : ''}/token`,
      jwks_uri: `${base}/discovery${v2 ? '/v2.0' : ''}/keys`,
      response_types_supported: ['code', 'id_token', 'code id_token', 'token'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      tenant_region_scope: 'EU',
      cloud_instance_name: 'microsoftonline.com',
    },
  };
}

function instanceDiscovery({ origin, host }: Incoming): Outgoing {
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    },
  };
}

type Issuing = Pick<EntraDeps, 'seed' | 'clock' | 'tokens'>;

async function clientCredentials(
  deps: Issuing,
  request: Incoming,
  tenant: string,
  v2: boolean,
): Promise<Outgoing> {
  const { seed, tokens } = deps;
  const form = new URLSearchParams(request.bytes.toString('utf8'));
  if (tenant !== seed.tenantId)
    throw new TokenError('invalid_request', 90002, `Tenant '${tenant}' not found.`);
  if (form.get('grant_type') !== 'client_credentials')
    throw new TokenError('unsupported_grant_type', 70003, 'The grant type is not supported here.');
  const app = await proveClient(deps, request, form);
  const resource = v2 ? resourceOfScope(form.get('scope') ?? '') : (form.get('resource') ?? '');
  if (resource === '')
    throw new TokenError('invalid_scope', 1002012, 'The provided scope is not valid: use /.default.');
  const accessToken = await tokens.mintAppToken(app.id, resource);
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store, no-cache' },
    body: { token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599, access_token: accessToken },
  };
}

const resourceOfScope = (scope: string): string => /^(\S+?)\/\.default$/.exec(scope)?.[1] ?? '';

/** What App Service and Container Apps offer at IDENTITY_ENDPOINT. */
async function managedIdentity({ seed, clock, tokens }: Issuing, request: Incoming): Promise<Outgoing> {
  const client = request.query.get('client_id') ?? '';
  const resource = (request.query.get('resource') ?? '').replace(/\/(?:\.default)?$/, '');
  const isKnown =
    seed.apps.some(({ id }) => id === client) && request.headers['x-identity-header'] !== undefined;
  if (!isKnown || resource === '')
    return { status: 400, body: { error: 'invalid_request', error_description: 'Identity not found' } };
  return {
    status: 200,
    body: {
      access_token: await tokens.mintAppToken(client, resource),
      expires_on: String(Math.floor(clock() / 1_000) + 3_600),
      resource,
      token_type: 'Bearer',
      client_id: client,
    },
  };
}

const tokenFailure = ({ error, number, message }: TokenError, now: number): Outgoing => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: {
    error,
    error_description: `AADSTS${number}: ${message}`,
    error_codes: [number],
    timestamp: new Date(now).toISOString().replace('T', ' '),
    trace_id: '00000000-0000-4000-8000-000000000000',
    correlation_id: '00000000-0000-4000-8000-000000000000',
  },
});
