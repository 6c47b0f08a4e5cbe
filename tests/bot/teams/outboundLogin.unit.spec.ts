import { Connections } from '../../../bot/teams/connector/connections.ts';
import type { Guard } from '../../../bot/teams/guard/guard.ts';
import { type BotIdentity, createProductionGuard } from '../../../bot/teams/guard/productionGuard.ts';

const [APP, TENANT] = ['22222222-2222-4333-8444-555555555555', '11111111-2222-4333-8444-555555555555'];
const IDENTITIES: readonly BotIdentity[] = [
  { kind: 'secret', secret: 'a-secret-of-the-bot' },
  { kind: 'certificate', thumbprint: 'AB12', privateKey: 'a private key' },
];

/** What the SDK's credentials would ask for a token, for a guard as production makes it. */
async function asked(identity: BotIdentity, cloud: { authorityHost?: string; issuer?: string } = {}) {
  const guard = createProductionGuard({ appId: APP, tenantId: TENANT, identity, ...cloud });
  const made: object[] = [];
  const createCredentials: Guard['credentials']['createCredentials'] = async (...given) => {
    const credentials = await guard.credentials.createCredentials(...given);
    made.push(credentials);
    return credentials;
  };
  const { isValidAppId, isAuthenticationDisabled } = guard.credentials;
  const credentials = {
    createCredentials,
    isValidAppId: isValidAppId.bind(guard.credentials),
    isAuthenticationDisabled: isAuthenticationDisabled.bind(guard.credentials),
  };
  await new Connections({ ...guard, credentials })
    .createConnectorFactory()
    .create('https://smba.trafficmanager.net/emea/');
  const { oAuthEndpoint, oAuthScope } = made[0] as { oAuthEndpoint: string; oAuthScope: string };
  return { oAuthEndpoint, oAuthScope };
}

describe.each(IDENTITIES.map((identity) => [identity.kind, identity] as const))(
  'our own token, by %s',
  (_kind, identity) => {
    it('is asked for in the public cloud when nothing else is said', async () => {
      expect(await asked(identity)).toEqual({
        oAuthEndpoint: `https://login.microsoftonline.com/${TENANT}`,
        oAuthScope: 'https://api.botframework.com',
      });
    });

    it.each([
      ['https://login.microsoftonline.us', 'https://api.botframework.us'],
      ['https://login.partner.microsoftonline.cn', 'https://api.botframework.azure.cn'],
    ])('is asked for at %s', async (authorityHost, issuer) => {
      expect(await asked(identity, { authorityHost, issuer })).toEqual({
        oAuthEndpoint: `${authorityHost}/${TENANT}`,
        oAuthScope: issuer,
      });
    });
  },
);
