import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { readConfig, SETTINGS, unknownIn } from '../../bot/config.ts';

const GUID = '11111111-2222-4333-8444-555555555555';
const guid = (n: string) => GUID.replace('1111', n.repeat(4));
const COMPLETE = {
  FARDPLAN_TENANT_ID: GUID,
  FARDPLAN_BOT_APP_ID: guid('2'),
  FARDPLAN_TAB_APP_ID: guid('3'),
  FARDPLAN_GRAPH_APP_ID: guid('4'),
  FARDPLAN_TAB_URL: 'https://fardplan.example/tab/',
  FARDPLAN_LOG_SITE_ID: 'log-site',
  FARDPLAN_PORTFOLIO_SITE_ID: 'portfolio-site',
};
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';
const problemsOf = (changes: Record<string, string | undefined>) => {
  const read = readConfig({ ...COMPLETE, ...changes });
  return 'problems' in read ? read.problems.map(({ name, problem }) => `${name} ${problem}`) : [];
};

describe('settings', () => {
  it.each(Object.keys(COMPLETE))('without %s are refused, and only that is named', (name) => {
    expect(problemsOf({ [name]: undefined })).toEqual([`${name} missing`]);
    expect(problemsOf({ [name]: '  ' })).toEqual([`${name} missing`]);
  });

  it('that are all missing are all named at once', () => {
    const read = readConfig({});
    const names = 'problems' in read ? read.problems.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(Object.keys(COMPLETE)));
    expect(names).toHaveLength(Object.keys(COMPLETE).length);
  });

  it('have their defaults: the public cloud, a managed identity, nothing measured', () => {
    expect(readConfig(COMPLETE)).toEqual({
      config: expect.objectContaining({
        allowedTenants: [],
        language: 'sv',
        listen: { host: '0.0.0.0', port: 3978 },
        authorityHost: 'https://login.microsoftonline.com',
        telemetry: { logLevel: 'info' },
        teams: {},
        bot: {
          appId: guid('2'),
          identity: { kind: 'managed-identity' },
          metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
          issuer: 'https://api.botframework.com',
          serviceHosts: [],
        },
        graph: {
          root: 'https://graph.microsoft.com',
          appId: guid('4'),
          identity: { kind: 'managed-identity' },
        },
      }),
    });
  });

  it('of a sovereign cloud are taken', () => {
    const read = readConfig({
      ...COMPLETE,
      FARDPLAN_GRAPH_ROOT: 'https://graph.microsoft.us/',
      FARDPLAN_AUTHORITY_HOST: 'https://login.microsoftonline.us/',
      FARDPLAN_BOT_SERVICE_HOSTS: 'smba.infra.gcc.teams.microsoft.us, other.example',
      FARDPLAN_FRAME_HOSTS: 'gov.teams.microsoft.us',
    });
    expect(read).toMatchObject({
      config: {
        graph: { root: 'https://graph.microsoft.us' },
        authorityHost: 'https://login.microsoftonline.us',
        bot: { serviceHosts: ['smba.infra.gcc.teams.microsoft.us', 'other.example'] },
        tab: { frameHosts: ['gov.teams.microsoft.us'] },
      },
    });
  });

  it.each<[string, string]>([
    ['FARDPLAN_TENANT_ID', 'our-tenant'],
    ['FARDPLAN_TAB_URL', 'http://fardplan.example'],
    ['FARDPLAN_GRAPH_ROOT', 'http://graph.example'],
    ['FARDPLAN_BOT_OPENID_METADATA', 'http://keys.example'],
    ['FARDPLAN_ALLOWED_TENANTS', '*'],
    ['FARDPLAN_BOT_SERVICE_HOSTS', 'https://a.example/'],
    ['PORT', '70000'],
    ['FARDPLAN_LANGUAGE', 'fi'],
    ['FARDPLAN_BOT_IDENTITY', 'password'],
  ])('%s = %s is wrong', (name, value) => expect(problemsOf({ [name]: value })).toEqual([`${name} wrong`]));

  it('are read whatever their letters: tokens hold small ones', () => {
    const capitals = Object.fromEntries(
      Object.entries(COMPLETE).map(([name, value]) => [
        name,
        name.endsWith('_ID') ? value.toUpperCase() : value,
      ]),
    );
    expect(
      readConfig({
        ...capitals,
        FARDPLAN_ALLOWED_TENANTS: `${GUID}, ${guid('A')}`,
        FARDPLAN_FRAME_HOSTS: 'Gov.Example',
      }),
    ).toMatchObject({
      config: {
        tenantId: GUID,
        allowedTenants: [GUID, guid('a')],
        bot: { appId: guid('2') },
        tab: { appId: guid('3'), frameHosts: ['gov.example'] },
        graph: { appId: guid('4') },
      },
    });
  });

  it('that are misspelt are told by name', () =>
    expect(unknownIn({ ...COMPLETE, FARDPLAN_GRAPH_IDENTIY: 'secret', PATH: '/bin' })).toEqual([
      'FARDPLAN_GRAPH_IDENTIY',
    ]));

  it('that are the id of nothing are no value', () =>
    expect(problemsOf({ FARDPLAN_BOT_APP_ID: '00000000-0000-0000-0000-000000000000' })).toEqual([
      'FARDPLAN_BOT_APP_ID wrong',
    ]));

  it.each(['@Microsoft.KeyVault(VaultName=kv;SecretName=s)', '${{SECRET_BOT}}', '<tenant>', 'changeme'])(
    'a placeholder %s is no value',
    (value) => expect(problemsOf({ FARDPLAN_LOG_SITE_ID: value })).toEqual(['FARDPLAN_LOG_SITE_ID wrong']),
  );
});

describe('credentials', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

  it.each(['BOT', 'GRAPH'])('of %s are there when they are to be used', (whose) => {
    const identity = `FARDPLAN_${whose}_IDENTITY`;
    expect(problemsOf({ [identity]: 'secret' })).toEqual([`FARDPLAN_${whose}_SECRET missing`]);
    expect(problemsOf({ [identity]: 'certificate' })).toEqual([`FARDPLAN_${whose}_CERTIFICATE missing`]);
    expect(problemsOf({ [identity]: 'certificate', [`FARDPLAN_${whose}_CERTIFICATE`]: key })).toEqual([
      `FARDPLAN_${whose}_CERTIFICATE wrong`,
    ]);
    expect(problemsOf({ [identity]: 'secret', [`FARDPLAN_${whose}_SECRET`]: 'short' })).toEqual([
      `FARDPLAN_${whose}_SECRET wrong`,
    ]);
    expect(problemsOf({ [identity]: 'secret', [`FARDPLAN_${whose}_SECRET`]: 'x'.repeat(40) })).toEqual([]);
  });

  it('by certificate hold the key that belongs to it, and tell how long it lasts', async () => {
    const dates = { notBeforeDate: new Date('2026-01-01'), notAfterDate: new Date('2027-01-01') };
    const [one, other] = await Promise.all(
      [1, 2].map(() =>
        generate([{ name: 'commonName', value: 'fardplan' }], { ...dates, algorithm: 'sha256' }),
      ),
    );
    const read = (pem: string) =>
      readConfig({ ...COMPLETE, FARDPLAN_GRAPH_IDENTITY: 'certificate', FARDPLAN_GRAPH_CERTIFICATE: pem });
    expect(read(`${one?.cert}\n${one?.private}`)).toMatchObject({
      config: { graph: { identity: { kind: 'certificate', expires: '2027-01-01T00:00:00.000Z' } } },
    });
    expect(read(`${one?.cert}\n${other?.private}`)).toMatchObject({
      problems: [{ name: 'FARDPLAN_GRAPH_CERTIFICATE', problem: 'wrong' }],
    });
  });

  it('that are not used do not lie about', () => {
    expect(problemsOf({ FARDPLAN_BOT_SECRET: 'x'.repeat(40) })).toEqual(['FARDPLAN_BOT_SECRET unsafe']);
    expect(problemsOf({ FARDPLAN_GRAPH_CERTIFICATE: key })).toEqual(['FARDPLAN_GRAPH_CERTIFICATE unsafe']);
  });
});

describe('what would be unsafe', () => {
  it.each<[string, Record<string, string>]>([
    ['FARDPLAN_TAB_APP_ID', { FARDPLAN_TAB_APP_ID: COMPLETE.FARDPLAN_BOT_APP_ID.toUpperCase() }],
    ['FARDPLAN_GRAPH_APP_ID', { FARDPLAN_GRAPH_APP_ID: COMPLETE.FARDPLAN_BOT_APP_ID }],
    ['FARDPLAN_GRAPH_APP_ID', { FARDPLAN_GRAPH_APP_ID: COMPLETE.FARDPLAN_TAB_APP_ID }],
    ['FARDPLAN_LOG_SITE_ID', { FARDPLAN_LOG_SITE_ID: 'Portfolio-Site' }],
    ['FARDPLAN_LOG_SITE_ID', { FARDPLAN_LOG_SITE_ID: `kommunen.sharepoint.com,portfolio-site,${GUID}` }],
    ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['NODE_OPTIONS', { NODE_OPTIONS: '--inspect=0.0.0.0:9229' }],
    ['NODE_OPTIONS', { NODE_OPTIONS: '--tls-keylog=/keys' }],
    ['NODE_OPTIONS', { NODE_OPTIONS: '--insecure-http-parser' }],
    ['NODE_DEBUG', { NODE_DEBUG: 'http' }],
    ['FARDPLAN_TENANT_ID', { FARDPLAN_TENANT_ID: PERSONAL_ACCOUNTS.toUpperCase() }],
    ['FARDPLAN_ALLOWED_TENANTS', { FARDPLAN_ALLOWED_TENANTS: `${guid('5')}, ${PERSONAL_ACCOUNTS}` }],
    ['FARDPLAN_BOT_SERVICE_HOSTS', { FARDPLAN_BOT_SERVICE_HOSTS: 'gov.teams.microsoft.us,10.0.0.7' }],
    ['FARDPLAN_BOT_SERVICE_HOSTS', { FARDPLAN_BOT_SERVICE_HOSTS: 'localhost' }],
    ['FARDPLAN_OTLP_ENDPOINT', { FARDPLAN_OTLP_ENDPOINT: 'http://collector.example:4318' }],
    ['FARDPLAN_METRICS_PORT', { PORT: '9000', FARDPLAN_METRICS_PORT: '9000' }],
  ])('%s', (name, changes) => expect(problemsOf(changes)).toEqual([`${name} unsafe`]));

  it('is not the ordinary', () =>
    expect(
      problemsOf({
        NODE_OPTIONS: '--max-old-space-size=900',
        FARDPLAN_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      }),
    ).toEqual([]));
});

it('every setting says what it is', () => {
  for (const meaning of Object.values(SETTINGS)) expect(meaning).toMatch(/\w{3}/);
  expect(Object.keys(SETTINGS).length).toBeGreaterThan(20);
});
