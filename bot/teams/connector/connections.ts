import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Guard } from '../guard/guard.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;

const MOST_KEPT = 20;
const TIMEOUT_MS = 10_000;
/** Retries are ours: the SDK's would post a message twice after an unclear answer. Redirects would carry our token away. */
const UNWANTED_POLICIES = ['defaultRetryPolicy', 'redirectPolicy', 'logPolicy', 'tracingPolicy'];

/**
 * One connector client per service URL, kept: building one (an Azure pipeline each) costs more than all our own work in
 * a turn. Never checks a token; that is the guard's business, and botbuilder is not to see unverified ones.
 */
export class Connections extends ConfigurationBotFrameworkAuthentication {
  readonly #maySendTo: Guard['maySendTo'];
  readonly #kept = new Map<string, Promise<Connector>>();

  constructor({ credentials, maySendTo }: Pick<Guard, 'credentials' | 'maySendTo'>) {
    super({}, credentials);
    this.#maySendTo = maySendTo;
  }

  override createConnectorFactory(identity: Parameters<Sdk['createConnectorFactory']>[0]): ConnectorFactory {
    return {
      create: (serviceUrl) => this.#connector(serviceUrl, () => super.createConnectorFactory(identity)),
    };
  }

  /** OAuth cards are not used. */
  override createUserTokenClient(): Promise<UserTokenClient> {
    return NO_USER_TOKENS;
  }

  override authenticateRequest(): never {
    throw new Error('Tokens are checked by the guard, before botbuilder.');
  }

  #connector(serviceUrl: string, factory: () => ConnectorFactory): Promise<Connector> {
    const known = this.#kept.get(serviceUrl);
    if (known !== undefined) return known;
    if (!this.#maySendTo(serviceUrl)) return Promise.reject(new ForbiddenServiceUrl());
    const made = factory().create(serviceUrl).then(trimmed);
    made.catch(() => this.#kept.delete(serviceUrl));
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    this.#kept.set(serviceUrl, made);
    return made;
  }
}

/** A stored or forged address that is not Teams'. */
export class ForbiddenServiceUrl extends Error {
  readonly code = 'forbidden-service-url';
}

const NO_USER_TOKENS = Promise.resolve(undefined as unknown as UserTokenClient);

type Request = { abortSignal?: AbortSignal };
type Policy = {
  name: string;
  sendRequest: (request: Request, next: (request: Request) => Promise<unknown>) => Promise<unknown>;
};
type Pipeline = {
  getOrderedPolicies: () => readonly { name: string }[];
  removePolicy: (policy: { name: string }) => unknown;
  addPolicy: (policy: Policy) => void;
};

/** The SDK has no setting for these, so we reach its pipeline; were it to move, we refuse rather than send unguarded. */
function trimmed(connector: Connector): Connector {
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  const names = new Set(pipeline.getOrderedPolicies().map(({ name }) => name));
  for (const name of UNWANTED_POLICIES) {
    if (!names.has(name))
      throw new Error(`botframework-connector has no policy ${name} any more: look at this again.`);
    pipeline.removePolicy({ name });
  }
  pipeline.addPolicy({ name: 'fardplanTimeLimit', sendRequest: withinTimeLimit });
  return connector;
}

/** The SDK's own time limit leaves its timer behind when a request fails, and does not cover the answer's body. */
async function withinTimeLimit(
  request: Request,
  next: (request: Request) => Promise<unknown>,
): Promise<unknown> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIMEOUT_MS);
  request.abortSignal = limit.signal;
  try {
    return await next(request);
  } finally {
    clearTimeout(timer);
  }
}
