import type { Handle } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { KeyRing } from './keyRing.ts';
import { CONNECTOR_ISSUER } from './tokens.ts';

const ENDORSEMENTS: Readonly<Record<string, readonly string[] | undefined>> = {
  teams: ['msteams', 'skype', 'smba'],
  webchat: ['webchat'],
  bare: undefined,
};

/**
 * login.botframework.com: the metadata and keys by which a bot knows the Bot Connector service.
 * Each key pair is published under three names (`teams-1`, `webchat-1`, `bare-1`), endorsed for other channels.
 */
export function createBotMetadata(keys: KeyRing): Handle {
  return async ({ method, path, origin }) => {
    if (method === 'GET' && /^\/v1\/\.well-known\/openidconfiguration$/i.test(path))
      return {
        status: 200,
        body: {
          issuer: CONNECTOR_ISSUER,
          authorization_endpoint: 'https://invalid.botframework.com/',
          jwks_uri: `${origin}/v1/.well-known/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['private_key_jwt'],
        },
      };
    if (method === 'GET' && path === '/v1/.well-known/keys')
      return { status: 200, body: { keys: await named(keys) } };
    throw new Refusal(404, 'NotFound', 'Not found', { violation: 'unknown-route' });
  };
}

async function named(keys: KeyRing) {
  const published = await keys.published();
  return published.flatMap((key) =>
    Object.entries(ENDORSEMENTS).map(([channel, endorsements]) => {
      const kid = String(key.kid).replace(/^teams/, channel);
      return { ...key, kid, x5t: kid, ...(endorsements && { endorsements }) };
    }),
  );
}
