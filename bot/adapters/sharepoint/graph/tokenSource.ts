import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import { SignInFailed } from './errors.ts';

/** Where access tokens for Graph come from. May be asked for every call: what is still valid is kept. */
export type TokenSource = {
  /** @throws SignInFailed when no token can be had. */
  readonly token: () => Promise<string>;
};

/** How the program proves who it is; a managed identity leaves nothing to keep secret. */
export type GraphCredential =
  | { readonly kind: 'managedIdentity'; readonly clientId: string }
  | {
      readonly kind: 'certificate';
      readonly tenantId: string;
      readonly clientId: string;
      /** Certificate and private key, PEM. */
      readonly certificate: string;
    }
  | {
      readonly kind: 'secret';
      readonly tenantId: string;
      readonly clientId: string;
      readonly secret: string;
    };

export type TokenSourceSettings = {
  readonly credential: GraphCredential;
  /** Root of Graph, `https://graph.microsoft.com` unless the cloud is another one. */
  readonly graphRoot: string;
  /** Sign-in host, e.g. `https://login.microsoftonline.com`. */
  readonly authorityHost: string;
  /** For authorities that Entra's instance discovery does not know (a sovereign cloud of one's own). */
  readonly disableInstanceDiscovery?: boolean;
};

/** Tokens from Entra with @azure/identity, which keeps and renews them. */
export function createTokenSource(settings: TokenSourceSettings): TokenSource {
  const credential = credentialOf(settings);
  const scope = `${settings.graphRoot.replace(/\/+$/, '')}/.default`;
  return {
    token: async () => {
      try {
        return (await credential.getToken(scope)).token;
      } catch (cause) {
        throw new SignInFailed('no token for Graph could be had from Entra', { cause });
      }
    },
  };
}

type Credential = { getToken(scope: string): Promise<{ readonly token: string }> };

function credentialOf(settings: TokenSourceSettings): Credential {
  const { credential, authorityHost, disableInstanceDiscovery } = settings;
  const options = { authorityHost, disableInstanceDiscovery: disableInstanceDiscovery ?? false };
  switch (credential.kind) {
    case 'managedIdentity':
      return orThrow(new ManagedIdentityCredential({ clientId: credential.clientId }));
    case 'certificate':
      return orThrow(
        new ClientCertificateCredential(
          credential.tenantId,
          credential.clientId,
          { certificate: credential.certificate },
          options,
        ),
      );
    case 'secret':
      return orThrow(
        new ClientSecretCredential(credential.tenantId, credential.clientId, credential.secret, options),
      );
  }
}

/** @azure/identity's interface allows for no token at all. */
const orThrow = (credential: TokenCredential): Credential => ({
  getToken: async (scope) => {
    const token = await credential.getToken(scope);
    if (!token) throw new Error('Entra gave no token');
    return token;
  },
});
