import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig, SETTINGS } from '../../bot/config.ts';
import { type BicepFile, INFRA, openBicepReader } from './bicep/readBicep.ts';

const PATHS = globSync('**/*.bicep', { cwd: INFRA })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const textOf = (path: string): string => readFileSync(join(INFRA, path), 'utf8');
/** What Azure itself reads from the settings of a web app. */
const PLATFORM_SETTING = /^(?:WEBSITES?_|SCM_)/;

let read: (path: string, text?: string) => BicepFile;
beforeAll(async () => {
  read = await openBicepReader();
});

describe.each(PATHS)('%s', (path) => {
  it('is Bicep', () => expect(read(path).errors).toEqual([]));

  it('uses every parameter and variable, and reads nothing that is not declared', () => {
    const { unused, undeclared } = read(path);
    expect({ unused, undeclared }).toEqual({ unused: [], undeclared: [] });
  });

  it('fixes the version of every kind of resource', () => {
    const types = read(path).resources.map(({ type }) => type);
    expect(types.filter((type) => !/^Microsoft\.\w+\/[\w/]+@\d{4}-\d\d-\d\d(-preview)?$/.test(type))).toEqual(
      [],
    );
  });

  it('gives each module what it needs and nothing it does not know', () => {
    const faults = read(path).modules.flatMap(({ symbol, path: target, passed }) => {
      const { parameters } = read(join(dirname(path), target));
      const missing = parameters.filter(({ name, hasDefault }) => !hasDefault && !passed.includes(name));
      const unknown = passed.filter((name) => !parameters.some((parameter) => parameter.name === name));
      return [
        ...missing.map(({ name }) => `${symbol} lacks ${name}`),
        ...unknown.map((name) => `${symbol} does not know ${name}`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('reads only outputs that exist', () => {
    const { modules, outputsRead } = read(path);
    const missing = outputsRead.filter(({ module, output }) => {
      const target = modules.find(({ symbol }) => symbol === module)?.path;
      return !target || !read(join(dirname(path), target)).outputs.some(({ name }) => name === output);
    });
    expect(missing).toEqual([]);
  });

  it('takes no key out of Azure and gives no secret back', () => {
    const text = textOf(path);
    expect(text.match(/\blist(?:Keys|Secrets|AccountSas|Credentials)?\(/g) ?? []).toEqual([]);
    expect(text.match(/\.(?:getSecret|listKeys)\b/g) ?? []).toEqual([]);
    const telling = read(path).outputs.filter(({ name, value }) =>
      /secret|password|key\b|token|connectionstring/i.test(`${name} ${value}`),
    );
    expect(telling).toEqual([]);
  });
});

describe('the template as a whole', () => {
  it('explains every parameter a person may set', () =>
    expect(read('azure.bicep').parameters.filter(({ isDescribed }) => !isDescribed)).toEqual([]));

  it('uses every module there is', () => {
    const used = read('azure.bicep').modules.map(({ path }) => path);
    expect(PATHS.filter((path) => path !== 'azure.bicep').sort()).toEqual([...used].sort());
  });

  it('keeps data at rest in Sweden unless told otherwise', () =>
    expect(textOf('azure.bicep')).toContain("param location string = 'swedencentral'"));

  it('sets only settings that the server knows, and all that it cannot start without', () => {
    const named = PATHS.flatMap(
      (path) => textOf(path).match(/^\s+([A-Z][A-Z0-9_]+):|\{ (FARDPLAN_\w+):/gm) ?? [],
    ).map((line) => line.replace(/[{:\s]/g, ''));
    const ours = named.filter((name) => !PLATFORM_SETTING.test(name));
    expect(ours.filter((name) => !(name in SETTINGS))).toEqual([]);
    const unset = readConfig({});
    const needed = 'problems' in unset ? unset.problems.map(({ name }) => name) : [];
    expect(needed.length).toBeGreaterThan(5);
    expect(needed.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the alerts', () => {
  it.each(['touchedMessage', 'exposedMessage', 'expiringMessage'])(
    'listen for what the server really says: %s',
    (name) => {
      const [, message = 'no message'] =
        new RegExp(`var ${name} = '([^']+)'`).exec(textOf('modules/alerts.bicep')) ?? [];
      const said = globSync('bot/municipality/*.ts', { cwd: join(INFRA, '..') }).filter((path) =>
        textOf(`../${path}`).includes(message),
      );
      expect(said).not.toEqual([]);
    },
  );

  it('all reach somebody', () => {
    const alerts = read('modules/alerts.bicep').resources.filter(({ type }) =>
      /Alerts|QueryRules/.test(type),
    );
    expect(alerts.map(({ symbol }) => symbol)).toEqual([
      'notReady',
      'failures',
      'touched',
      'exposed',
      'expiring',
    ]);
    for (const { text } of alerts) expect(text).toMatch(/actionGroup(?:Id|s): \[?people\.id/);
  });
});

describe('what must be safe', () => {
  const resource = (path: string, type: string): string =>
    read(path)
      .resources.filter((one) => one.type.startsWith(`${type}@`))
      .map(({ text }) => text)
      .join('\n');

  it.each([
    'httpsOnly: true',
    "minTlsVersion: '1.2'",
    "scmMinTlsVersion: '1.2'",
    "ftpsState: 'Disabled'",
    "healthCheckPath: '/healthz'",
    "linuxFxVersion: 'NODE|24-lts'",
    'alwaysOn: true',
    'remoteDebuggingEnabled: false',
    "WEBSITE_SWAP_WARMUP_PING_PATH: '/readyz'",
  ])('the web app and its staging slot have %s', (setting) =>
    expect(textOf('modules/webApp.bicep')).toContain(setting),
  );

  it('sends people to a new instance only when it has read the log, where another can answer meanwhile', () => {
    const text = textOf('modules/webApp.bicep');
    expect(text).toMatch(
      /var warmUpSettings = fewestInstances > 1 \? \{\s+WEBSITE_WARMUP_PATH: '\/readyz'\s+WEBSITE_WARMUP_STATUSES: '200'\s+\} : \{\}/,
    );
    expect(text).toMatch(/var allSettings = union\([^)]*\bwarmUpSettings,/);
  });

  it('the slot is made of the same as the web app', () => {
    const site = resource('modules/webApp.bicep', 'Microsoft.Web/sites');
    const slot = resource('modules/webApp.bicep', 'Microsoft.Web/sites/slots');
    for (const text of [site, slot])
      expect(text).toMatch(/identity: identities[\s\S]*properties: siteProperties/);
  });

  it.each([
    ['the web app', 'sites', 'webApp'],
    ['the slot, which is swapped into production', 'sites/slots', 'staging'],
  ])('nobody deploys to %s with a password', (_what, type, parent) => {
    const policies = resource(
      'modules/webApp.bicep',
      `Microsoft.Web/${type}/basicPublishingCredentialsPolicies`,
    );
    for (const door of ['ftp', 'scm'])
      expect(policies).toMatch(
        new RegExp(`parent: ${parent}\\s+name: '${door}'\\s+properties: \\{\\s+allow: false`),
      );
  });

  it('every site keeps the log of what it says, the slot too', () => {
    const logs = resource('modules/webApp.bicep', 'Microsoft.Insights/diagnosticSettings');
    expect(logs.match(/scope: \w+/g)).toEqual(['scope: webApp', 'scope: staging']);
    expect(logs.match(/'AppServiceConsoleLogs'/g)).toHaveLength(2);
  });

  it('the key vault cannot be emptied for good, and is read by one identity', () => {
    const vault = resource('modules/vault.bicep', 'Microsoft.KeyVault/vaults');
    for (const part of [
      'enableRbacAuthorization: true',
      'enableSoftDelete: true',
      'enablePurgeProtection: true',
    ])
      expect(vault).toContain(part);
    expect(
      read('modules/vault.bicep').resources.filter(({ type }) => type.includes('roleAssignments')),
    ).toHaveLength(1);
  });

  it('secrets come from the key vault and nowhere else', () => {
    const secrets = [
      ...textOf('modules/webApp.bicep').matchAll(/FARDPLAN_\w+(?:SECRET|CERTIFICATE): '([^']+)'/g),
    ];
    expect(secrets).toHaveLength(4);
    for (const [, value] of secrets)
      expect(value).toMatch(/^@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets\//);
  });

  it('the bot is of one tenant, and the one that speaks with Teams is not the one that reads SharePoint', () => {
    const bot = resource('modules/bot.bicep', 'Microsoft.BotService/botServices');
    expect(bot).toContain("empty(identityId) ? 'SingleTenant' : 'UserAssignedMSI'");
    expect(bot).toContain('msaAppTenantId: tenant().tenantId');
    expect(bot).toContain('https://${host}/api/messages');
    expect(read('azure.bicep').resources.map(({ symbol }) => symbol)).toEqual(['botUser', 'graphUser']);
  });

  it.each(['modules/webApp.bicep', 'modules/bot.bicep', 'modules/vault.bicep'])('%s keeps its logs', (path) =>
    expect(resource(path, 'Microsoft.Insights/diagnosticSettings')).toContain('workspaceId: workspaceId'),
  );
});

describe('the reading of Bicep', () => {
  it('finds what is wrong', () => {
    const { errors } = read('x.bicep', "param a string = = 'x'\n");
    expect(errors).not.toEqual([]);
    const { unused, undeclared, outputs } = read(
      'x.bicep',
      'param a string\nvar b = c\noutput d string = b\n',
    );
    expect({ unused, undeclared, outputs }).toEqual({
      unused: ['a'],
      undeclared: ['c'],
      outputs: [{ name: 'd', value: 'b' }],
    });
  });

  it('knows keys and functions from values', () => {
    const text =
      "param a string\nresource r 'Microsoft.X/y@2024-01-01' = {\n  b: empty(a)\n  c: {\n    a: 1\n  }\n}\n";
    expect(read('x.bicep', text)).toMatchObject({ unused: [], undeclared: [], errors: [] });
  });

  it('knows what a lambda gives a name to', () => {
    const text = 'param a object\nvar b = filter(items(a), one => !empty(one.value))\noutput c array = b\n';
    expect(read('x.bicep', text)).toMatchObject({ unused: [], undeclared: [], errors: [] });
  });

  it('knows what a module is given', () => {
    const text =
      "module m 'modules/m.bicep' = {\n  name: 'm'\n  params: {\n    a: 1\n    b: {\n      c: 2\n    }\n  }\n}\n";
    expect(read('x.bicep', text).modules).toEqual([
      { symbol: 'm', path: 'modules/m.bicep', passed: ['a', 'b'] },
    ]);
  });
});
