import { createPrivateKey, X509Certificate } from 'node:crypto';

export type ConfigProblem = {
  readonly name: string;
  readonly problem: 'missing' | 'wrong' | 'unsafe';
  /** What the setting is, or what is unsafe about it and what to do. */
  readonly meaning: string;
};

type Env = Readonly<Record<string, string | undefined>>;
type Kind = 'managed-identity' | 'certificate' | 'secret';

/** How an application proves itself. The thumbprint (SHA-1, hex) and the last moment (ISO 8601) are the certificate's. */
export type Identity =
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      readonly pem: string;
      readonly thumbprint: string;
      readonly privateKey: string;
      readonly expires: string;
    };

/** @throws when the certificate cannot be read or the key is another's; `unsafeIn` has said so in plain words before. */
export function identityOf(kind: Kind, secret = '', pem = ''): Identity {
  if (kind === 'managed-identity') return { kind };
  if (kind === 'secret') return { kind, secret };
  const text = withLines(pem);
  const certificate = new X509Certificate(text);
  const key = createPrivateKey(text);
  if (!certificate.checkPrivateKey(key)) throw new Error('the private key is not that of the certificate');
  return {
    kind,
    pem: text,
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
    privateKey: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    expires: certificate.validToDate.toISOString(),
  };
}

/** Portals that take one line only get the line breaks of a PEM as `\n`. */
const withLines = (pem: string): string => pem.replaceAll('\\n', '\n');

/** What nobody has filled in yet: references, brackets, the id of nothing. */
const PLACEHOLDER = /^@Microsoft\.KeyVault\(|\$\{\{|^<.*>$|^change-?me$|^0{8}-(?:0{4}-){3}0{12}$/i;

/** What each setting alone cannot tell: credentials that are missing or too many, and settings that open a door. */
export function unsafeIn(env: Env, meanings: Readonly<Record<string, string>>): ConfigProblem[] {
  const unresolved = Object.keys(meanings).filter((name) => PLACEHOLDER.test(env[name]?.trim() ?? ''));
  return [
    ...unresolved.map((name) => ({
      name,
      problem: 'wrong' as const,
      meaning: 'still holds a placeholder or a Key Vault reference that was not resolved',
    })),
    ...credentialProblems('BOT', env, meanings),
    ...credentialProblems('GRAPH', env, meanings),
    ...doors(env),
  ];
}

function credentialProblems(whose: string, env: Env, meanings: Readonly<Record<string, string>>) {
  const kind = env[`FARDPLAN_${whose}_IDENTITY`] ?? 'managed-identity';
  const [secret, certificate] = [`FARDPLAN_${whose}_SECRET`, `FARDPLAN_${whose}_CERTIFICATE`];
  const problems: ConfigProblem[] = [];
  const missing = (name: string) =>
    problems.push({ name, problem: 'missing', meaning: meanings[name] ?? '' });
  if (kind === 'secret' && !env[secret]) missing(secret);
  if (kind === 'certificate' && !env[certificate]) missing(certificate);
  if (kind === 'certificate' && env[certificate] && !isReadable(env[certificate]))
    problems.push({ name: certificate, problem: 'wrong', meaning: meanings[certificate] ?? '' });
  const unused = [...(kind === 'secret' ? [] : [secret]), ...(kind === 'certificate' ? [] : [certificate])];
  for (const name of unused.filter((one) => env[one]))
    problems.push({
      name,
      problem: 'unsafe',
      meaning: `is not used with FARDPLAN_${whose}_IDENTITY=${isKind(kind) ? kind : '…'}; take it away, so that it cannot leak`,
    });
  return problems;
}

const isKind = (kind: string): boolean => ['managed-identity', 'certificate', 'secret'].includes(kind);

function isReadable(pem: string): boolean {
  try {
    identityOf('certificate', '', pem);
    return true;
  } catch {
    return false;
  }
}

/** Graph writes a site as `host,site collection,web` or as the site collection alone. */
const collectionOf = (site: string): string => site.split(',')[1]?.trim() ?? site;

/** Where personal Microsoft accounts live: whoever has made one has a token of this tenant. */
const EVERYBODY = '9188040d-6c67-4c5b-b112-36a304b66dad';
/** An address in numbers, or a name that means this machine or network: no host of Teams. */
const NO_TEAMS_HOST = /^(?:[\d.]+|[^.]*|.*\.(?:local|internal|localhost))$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const partsOf = (list = ''): readonly string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function doors(env: Env): ConfigProblem[] {
  const same = (one: string, other: string, of: (value: string) => string = (value) => value) =>
    env[one] !== undefined &&
    env[other] !== undefined &&
    of(env[one].toLowerCase()) === of(env[other].toLowerCase());
  const otlp = env.FARDPLAN_OTLP_ENDPOINT ?? '';
  const found: [boolean, string, string][] = [
    [
      same('FARDPLAN_BOT_APP_ID', 'FARDPLAN_TAB_APP_ID'),
      'FARDPLAN_TAB_APP_ID',
      'must not be the bot’s own application: people’s tokens would be good for the bot too',
    ],
    [
      same('FARDPLAN_GRAPH_APP_ID', 'FARDPLAN_BOT_APP_ID') ||
        same('FARDPLAN_GRAPH_APP_ID', 'FARDPLAN_TAB_APP_ID'),
      'FARDPLAN_GRAPH_APP_ID',
      'must be an application of its own: what may write to SharePoint is not to be reached through bot or tab',
    ],
    [
      same('FARDPLAN_LOG_SITE_ID', 'FARDPLAN_PORTFOLIO_SITE_ID', collectionOf),
      'FARDPLAN_LOG_SITE_ID',
      'must not be the portfolio site: everybody who reads the portfolio could read the log',
    ],
    [
      env.NODE_TLS_REJECT_UNAUTHORIZED === '0',
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'turns the check of certificates off; take it away',
    ],
    [
      /--inspect/.test(env.NODE_OPTIONS ?? ''),
      'NODE_OPTIONS',
      'opens the debugger to whoever reaches it; take --inspect away',
    ],
    [
      /--(?:tls-keylog|trace-tls)/.test(env.NODE_OPTIONS ?? ''),
      'NODE_OPTIONS',
      'writes the keys of connections down; take --tls-keylog and --trace-tls away',
    ],
    [
      /--insecure-http-parser/.test(env.NODE_OPTIONS ?? ''),
      'NODE_OPTIONS',
      'reads requests that what stands in front reads otherwise; take --insecure-http-parser away',
    ],
    [env.NODE_DEBUG !== undefined, 'NODE_DEBUG', 'writes what is sent, tokens too, to the log; take it away'],
    [
      [env.FARDPLAN_TENANT_ID, ...partsOf(env.FARDPLAN_ALLOWED_TENANTS)].some(
        (tenant) => tenant?.toLowerCase() === EVERYBODY,
      ),
      env.FARDPLAN_TENANT_ID?.toLowerCase() === EVERYBODY ? 'FARDPLAN_TENANT_ID' : 'FARDPLAN_ALLOWED_TENANTS',
      'is the tenant of personal Microsoft accounts: anybody at all could sign in',
    ],
    [
      partsOf(env.FARDPLAN_BOT_SERVICE_HOSTS).some((host) => NO_TEAMS_HOST.test(host)),
      'FARDPLAN_BOT_SERVICE_HOSTS',
      'must be whole names of Teams’ hosts: the bot shows its token to them',
    ],
    [
      otlp.startsWith('http:') && URL.canParse(otlp) && !LOOPBACK.test(new URL(otlp).hostname),
      'FARDPLAN_OTLP_ENDPOINT',
      'must be https, or http on this machine',
    ],
    [
      env.PORT !== undefined && env.PORT === env.FARDPLAN_METRICS_PORT,
      'FARDPLAN_METRICS_PORT',
      'must not be the port that is open to the world',
    ],
  ];
  return found.flatMap(([isSo, name, meaning]) => (isSo ? [{ name, problem: 'unsafe', meaning }] : []));
}
