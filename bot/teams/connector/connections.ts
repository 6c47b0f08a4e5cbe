import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Guard } from '../guard/guard.ts';
import { type ConnectorClient, createConnectorClient, type Sign } from './connectorClient.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;
type Signer = Awaited<ReturnType<Guard['credentials']['createCredentials']>>;
type Signed = Parameters<Signer['signRequest']>[0];

const MOST_KEPT = 20;
const PUBLIC_CLOUD = {
  login: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
} as const;

/**
 * One connector client per service URL, kept: our own, since the SDK's costs more a message than all our work in a turn
 * (docs/adr/0006). Never checks a token; that is the guard's business, and botbuilder is not to see unverified ones.
 */
export class Connections extends ConfigurationBotFrameworkAuthentication {
  readonly #guard: Pick<Guard, 'appId' | 'credentials' | 'maySendTo' | 'outbound'>;
  readonly #kept = new Map<string, Promise<ConnectorClient>>();
  readonly #factory: ConnectorFactory;

  constructor(guard: Pick<Guard, 'appId' | 'credentials' | 'maySendTo' | 'outbound'>) {
    super({}, guard.credentials);
    this.#guard = guard;
    // The SDK's adapter uses no more of a connector than what ours has.
    this.#factory = {
      create: (serviceUrl) => this.#connector(serviceUrl) as Promise<unknown> as Promise<Connector>,
    };
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#factory;
  }

  /** OAuth cards are not used. */
  override createUserTokenClient(): Promise<UserTokenClient> {
    return NO_USER_TOKENS;
  }

  override authenticateRequest(): never {
    throw new Error('Tokens are checked by the guard, before botbuilder.');
  }

  #connector(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#kept.get(serviceUrl);
    if (known !== undefined) return known;
    if (!this.#guard.maySendTo(serviceUrl)) return Promise.reject(new ForbiddenServiceUrl());
    const made = this.#sign().then((sign) => createConnectorClient(serviceUrl, sign));
    made.catch(() => this.#kept.delete(serviceUrl));
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    this.#kept.set(serviceUrl, made);
    return made;
  }

  /** The SDK's credentials fetch and keep the token; they write it into the headers of a request. */
  async #sign(): Promise<Sign> {
    const { appId, credentials, outbound: { login, scope } = PUBLIC_CLOUD } = this.#guard;
    const signer = await credentials.createCredentials(appId, scope, login, true);
    // The SDK minds the address for secrets only: a certificate would be shown to the public cloud all the same.
    if ('oAuthEndpoint' in signer && login !== PUBLIC_CLOUD.login) signer.oAuthEndpoint = login;
    return async () => {
      const headers = new Map<string, string>();
      await signer.signRequest({ headers } as unknown as Signed);
      return Object.fromEntries(headers);
    };
  }
}

/** A stored or forged address that is not Teams'. */
export class ForbiddenServiceUrl extends Error {
  readonly code = 'forbidden-service-url';
}

const NO_USER_TOKENS = Promise.resolve(undefined as unknown as UserTokenClient);
