import { z } from 'zod';
import { type ConfigProblem, identityOf, unsafeIn } from './configChecks.ts';

/** Tokens hold ids in small letters, people paste them in any. */
const id = z.guid().transform((text) => text.toLowerCase());
const https = z.url({ protocol: /^https$/ });
/** Settings are compared and put together as text. */
const host = z.hostname().transform((text) => text.toLowerCase());
const list = z.string().transform((text) => text.split(',').flatMap((part) => part.trim() || []));
const identity = z.enum(['managed-identity', 'certificate', 'secret']).default('managed-identity');

/** Every setting of a production start, from the environment. Each description says what it is and where it comes from. */
export const productionSchema = z.object({
  FARDPLAN_TENANT_ID: id.describe('Entra tenant of the municipality'),
  FARDPLAN_ALLOWED_TENANTS: list
    .pipe(z.array(id))
    .default([])
    .describe('further tenants whose people may use it, separated by commas; normally none'),
  FARDPLAN_BOT_APP_ID: id.describe('application (client) id of the Azure Bot'),
  FARDPLAN_BOT_IDENTITY: identity.describe(
    'how the bot proves itself: managed-identity, certificate or secret',
  ),
  FARDPLAN_BOT_SECRET: z.string().min(16).optional().describe('client secret of the bot, when that is how'),
  FARDPLAN_BOT_CERTIFICATE: z
    .string()
    .optional()
    .describe('certificate and private key of the bot as PEM, when that is how'),
  FARDPLAN_TAB_APP_ID: id.describe('application id of the tab’s API, another than the bot’s'),
  FARDPLAN_TAB_URL: https.describe('public address of the tab, https'),
  FARDPLAN_TEAMS_APP_ID: id
    .optional()
    .describe('id in the Teams manifest; with it the app is installed for people it needs to reach'),
  FARDPLAN_TEAMS_CATALOG_ID: id
    .optional()
    .describe('id of the app in the organisation’s catalogue; with it messages link to the tab'),
  FARDPLAN_GRAPH_APP_ID: id.describe('application id that reads and writes SharePoint through Graph'),
  FARDPLAN_GRAPH_IDENTITY: identity.describe('how it proves itself: managed-identity, certificate or secret'),
  FARDPLAN_GRAPH_SECRET: z.string().min(16).optional().describe('its client secret, when that is how'),
  FARDPLAN_GRAPH_CERTIFICATE: z
    .string()
    .optional()
    .describe('its certificate and private key as PEM, when that is how'),
  FARDPLAN_LOG_SITE_ID: z.string().min(1).describe('SharePoint site of the closed log'),
  FARDPLAN_PORTFOLIO_SITE_ID: z.string().min(1).describe('SharePoint site of the readable lists'),
  FARDPLAN_LANGUAGE: z.enum(['sv', 'en']).default('sv').describe('language where a person’s is not known'),
  FARDPLAN_DATA_DIR: z.string().min(1).default('data').describe('folder for the disposable local snapshot'),
  FARDPLAN_LISTEN: z.string().min(1).default('0.0.0.0').describe('address to listen on'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978).describe('port to listen on'),
  FARDPLAN_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(60)
    .default(600)
    .describe('most requests to the tab’s API from one person, per instance'),
  FARDPLAN_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('how much is written to the log: debug, info, warn or error'),
  FARDPLAN_METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('port on loopback where Prometheus may read figures; without it there are none'),
  FARDPLAN_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('collector that takes traces and figures by OTLP over HTTP; without it none are sent'),
  FARDPLAN_GRAPH_ROOT: https
    .default('https://graph.microsoft.com')
    .describe('Microsoft Graph; another address in a sovereign cloud'),
  FARDPLAN_AUTHORITY_HOST: https
    .default('https://login.microsoftonline.com')
    .describe('where Entra signs people and applications in; another address in a sovereign cloud'),
  FARDPLAN_BOT_OPENID_METADATA: https
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration')
    .describe('keys of the Bot Connector; another address in a sovereign cloud'),
  FARDPLAN_BOT_TOKEN_ISSUER: https
    .default('https://api.botframework.com')
    .describe('issuer of the Bot Connector’s tokens; another in a sovereign cloud'),
  FARDPLAN_BOT_SERVICE_HOSTS: list
    .pipe(z.array(host))
    .default([])
    .describe('further hosts of Teams that the bot may write to, separated by commas; sovereign clouds only'),
  FARDPLAN_FRAME_HOSTS: list
    .pipe(z.array(host))
    .default([])
    .describe('further hosts of Teams that may show the tab, separated by commas; sovereign clouds only'),
});

type Settings = z.output<typeof productionSchema>;

/** Names of all settings with what they mean, as the operations guide must tell. */
export const SETTINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(productionSchema.shape).map(([name, schema]) => [name, schema.description ?? '']),
);

type GraphSettings = Pick<
  Settings,
  | 'FARDPLAN_TENANT_ID'
  | 'FARDPLAN_GRAPH_APP_ID'
  | 'FARDPLAN_GRAPH_IDENTITY'
  | 'FARDPLAN_GRAPH_SECRET'
  | 'FARDPLAN_GRAPH_CERTIFICATE'
  | 'FARDPLAN_GRAPH_ROOT'
  | 'FARDPLAN_AUTHORITY_HOST'
>;

/** Where Graph is and who asks: the part of the settings that commands need as well as the server. */
export const graphConfigOf = (settings: GraphSettings) => ({
  tenantId: settings.FARDPLAN_TENANT_ID,
  authorityHost: settings.FARDPLAN_AUTHORITY_HOST.replace(/\/+$/, ''),
  graph: {
    root: settings.FARDPLAN_GRAPH_ROOT.replace(/\/+$/, ''),
    appId: settings.FARDPLAN_GRAPH_APP_ID,
    identity: identityOf(
      settings.FARDPLAN_GRAPH_IDENTITY,
      settings.FARDPLAN_GRAPH_SECRET,
      settings.FARDPLAN_GRAPH_CERTIFICATE,
    ),
  },
});

/** The settings of a production start, put together by what needs them. */
export const configOf = (settings: Settings) => ({
  ...graphConfigOf(settings),
  allowedTenants: settings.FARDPLAN_ALLOWED_TENANTS,
  bot: {
    appId: settings.FARDPLAN_BOT_APP_ID,
    identity: identityOf(
      settings.FARDPLAN_BOT_IDENTITY,
      settings.FARDPLAN_BOT_SECRET,
      settings.FARDPLAN_BOT_CERTIFICATE,
    ),
    metadataUrl: settings.FARDPLAN_BOT_OPENID_METADATA,
    issuer: settings.FARDPLAN_BOT_TOKEN_ISSUER,
    serviceHosts: settings.FARDPLAN_BOT_SERVICE_HOSTS,
  },
  tab: {
    appId: settings.FARDPLAN_TAB_APP_ID,
    url: settings.FARDPLAN_TAB_URL,
    requestsPerMinute: settings.FARDPLAN_REQUESTS_PER_MINUTE,
    frameHosts: settings.FARDPLAN_FRAME_HOSTS,
  },
  teams: {
    ...(settings.FARDPLAN_TEAMS_APP_ID && { appId: settings.FARDPLAN_TEAMS_APP_ID }),
    ...(settings.FARDPLAN_TEAMS_CATALOG_ID && { catalogId: settings.FARDPLAN_TEAMS_CATALOG_ID }),
  },
  sites: { log: settings.FARDPLAN_LOG_SITE_ID, portfolio: settings.FARDPLAN_PORTFOLIO_SITE_ID },
  language: settings.FARDPLAN_LANGUAGE,
  dataDir: settings.FARDPLAN_DATA_DIR,
  listen: { host: settings.FARDPLAN_LISTEN, port: settings.PORT },
  telemetry: {
    logLevel: settings.FARDPLAN_LOG_LEVEL,
    ...(settings.FARDPLAN_METRICS_PORT && { metricsPort: settings.FARDPLAN_METRICS_PORT }),
    ...(settings.FARDPLAN_OTLP_ENDPOINT && { otlpEndpoint: settings.FARDPLAN_OTLP_ENDPOINT }),
  },
});

export type ProductionConfig = ReturnType<typeof configOf>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** All settings, or the complete list of what is missing, wrong or unsafe: never half a start. No value is repeated. */
export function readConfig(
  environment: Environment,
): { readonly config: ProductionConfig } | { readonly problems: readonly ConfigProblem[] } {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = productionSchema.safeParse(env);
  const unreadable: ConfigProblem[] = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map((name) => ({
        name,
        problem: env[name] ? 'wrong' : 'missing',
        meaning: SETTINGS[name] ?? '',
      }));
  const known = new Set(unreadable.map(({ name }) => name));
  const problems = [...unreadable, ...unsafeIn(env, SETTINGS).filter(({ name }) => !known.has(name))];
  return parsed.success && problems.length === 0 ? { config: configOf(parsed.data) } : { problems };
}

/** Names that look like settings of ours and are none: misspelt, or of another version. */
export const unknownIn = (environment: Environment): readonly string[] =>
  Object.keys(environment).filter((name) => name.startsWith('FARDPLAN_') && !(name in SETTINGS));
