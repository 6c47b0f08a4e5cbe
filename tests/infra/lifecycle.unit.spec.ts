import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { placeholdersIn } from '../../manifest/packaging/fillIn.ts';
import { PACKAGE_SETTINGS } from '../../manifest/packaging/settings.ts';
import { type BicepFile, INFRA, openBicepReader } from './bicep/readBicep.ts';

type Action = {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
};
type Lifecycle = Readonly<Record<'provision' | 'deploy' | 'publish', readonly Action[]>> & {
  readonly version: string;
  readonly environmentFolderPath: string;
};

const textOf = (path: string): string => readFileSync(join(INFRA, path), 'utf8');
const lifecycle = parse(textOf('m365agents.yml')) as Lifecycle;
const example = parseEnv(textOf('env/.env.example'));
const STAGES = ['provision', 'deploy', 'publish'] as const;
const actions = STAGES.flatMap((stage) => lifecycle[stage]);

/** What the Toolkit's schema v1.11 demands of the actions used here: fields under `with`, and what is written back. */
const RULES: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly writes?: readonly string[] }>
> = {
  'teamsApp/create': { needs: ['name'], writes: ['teamsAppId'] },
  'aadApp/create': {
    needs: ['name', 'generateClientSecret', 'signInAudience'],
    writes: ['clientId', 'objectId'],
  },
  'arm/deploy': { needs: ['subscriptionId', 'resourceGroupName', 'templates'] },
  'aadApp/update': { needs: ['manifestPath', 'outputFilePath'] },
  'teamsApp/zipAppPackage': { needs: ['manifestPath', 'outputZipPath', 'outputFolder'] },
  'teamsApp/validateAppPackage': { needs: ['appPackagePath'] },
  'teamsApp/update': { needs: ['appPackagePath'] },
  'teamsApp/publishAppPackage': { needs: ['appPackagePath'], writes: ['publishedAppId'] },
  'cli/runNpmCommand': { needs: ['args'] },
  'cli/runNpxCommand': { needs: ['args'] },
  'azureAppService/zipDeploy': { needs: ['artifactFolder', 'resourceId'] },
};

let template: BicepFile;
beforeAll(async () => {
  template = (await openBicepReader())('azure.bicep');
});

describe('m365agents.yml', () => {
  it('is of a version whose rules are known, with its environments beside it', () => {
    expect(lifecycle.version).toBe('v1.11');
    expect(existsSync(join(INFRA, lifecycle.environmentFolderPath, '.env.example'))).toBe(true);
    expect(Object.keys(lifecycle).sort()).toEqual(['environmentFolderPath', 'version', ...STAGES].sort());
  });

  it.each(actions.map((action) => [action.uses, action] as const))('%s has what it needs', (uses, action) => {
    const rule = RULES[uses];
    expect(rule).toBeDefined();
    expect(Object.keys(action.with)).toEqual(expect.arrayContaining([...(rule?.needs ?? [])]));
    expect(Object.keys(action.writeToEnvironmentFile ?? {}).sort()).toEqual([...(rule?.writes ?? [])].sort());
  });

  it('names only files that exist', () => {
    const templates = actions.flatMap((action) => (action.with.templates ?? []) as Record<string, string>[]);
    const named = [
      ...templates.flatMap(({ path, parameters }) => [path, parameters]),
      ...actions.map((action) => action.with.manifestPath),
    ].filter((path): path is string => typeof path === 'string');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(INFRA, path)))).toEqual([]);
    const ignore = actions.find(({ uses }) => uses === 'azureAppService/zipDeploy')?.with.ignoreFile;
    expect(existsSync(join(INFRA, '..', String(ignore)))).toBe(true);
  });

  it('makes no secret: the bot has an identity of Azure’s, the tab’s application needs none', () => {
    const made = actions.filter(({ uses }) => uses === 'aadApp/create');
    expect(made.map((action) => action.with.generateClientSecret)).toEqual([false]);
    const names = actions.flatMap(({ writeToEnvironmentFile }) =>
      Object.values(writeToEnvironmentFile ?? {}),
    );
    expect([...names, ...Object.keys(example)].filter((name) => /SECRET|PASSWORD|KEY/.test(name))).toEqual(
      [],
    );
  });

  it('installs nothing that runs scripts, and leaves the tools at home', () => {
    const npm = actions.filter(({ uses }) => uses === 'cli/runNpmCommand').map((action) => action.with.args);
    expect(npm).toEqual(['ci --ignore-scripts', 'ci --omit=dev --omit=optional --ignore-scripts']);
  });
});

describe('values on their way through provisioning', () => {
  /** What each action reads, also in the files it fills in. */
  function readBy(action: Action): string[] {
    const files = [
      action.with.manifestPath,
      ...((action.with.templates ?? []) as Record<string, string>[]).map(({ parameters }) => parameters),
    ].filter((path): path is string => typeof path === 'string');
    return [JSON.stringify(action), ...files.map(textOf)].flatMap(placeholdersIn);
  }

  const writtenBy = (action: Action): string[] => [
    ...Object.values(action.writeToEnvironmentFile ?? {}),
    ...(action.uses === 'arm/deploy' ? template.outputs.map(({ name }) => name) : []),
    // The Toolkit makes this id itself when the application's manifest asks for it.
    ...(action.uses === 'aadApp/update' ? ['AAD_APP_ACCESS_AS_USER_PERMISSION_ID'] : []),
  ];

  it('are all in the example, so that a person knows what there is', () => {
    const names = [
      ...actions.flatMap(readBy),
      ...actions.flatMap(writtenBy),
      ...Object.keys(PACKAGE_SETTINGS),
    ];
    const own = ['AAD_APP_ACCESS_AS_USER_PERMISSION_ID', 'TEAMS_APP_PUBLISHED_APP_ID'];
    expect([...new Set(names)].filter((name) => !(name in example) && !own.includes(name))).toEqual([]);
    expect(Object.keys(example).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are made before they are read', () => {
    const made = new Set(actions.flatMap(writtenBy));
    const known = new Set(Object.keys(example).filter((name) => !made.has(name)));
    const early: string[] = [];
    for (const action of lifecycle.provision) {
      const ownFirst = action.uses === 'aadApp/update' ? writtenBy(action) : [];
      for (const name of ownFirst) known.add(name);
      early.push(
        ...readBy(action)
          .filter((name) => !known.has(name))
          .map((name) => `${action.uses}: ${name}`),
      );
      for (const name of writtenBy(action)) known.add(name);
    }
    expect(early).toEqual([]);
  });
});

describe('the parameters of the template', () => {
  const { parameters } = JSON.parse(textOf('azure.parameters.json')) as {
    parameters: Record<string, unknown>;
  };

  it('are all known to it, and none that it needs is missing', () => {
    const known = template.parameters.map(({ name }) => name);
    expect(Object.keys(parameters).filter((name) => !known.includes(name))).toEqual([]);
    const needed = template.parameters.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
    expect(needed.filter((name) => !(name in parameters))).toEqual([]);
  });
});

describe('the Entra application of the tab', () => {
  const application = JSON.parse(textOf('entra/tabApi.json')) as {
    signInAudience: string;
    identifierUris: string[];
    requiredResourceAccess: unknown[];
    api: {
      requestedAccessTokenVersion: number;
      oauth2PermissionScopes: { value: string }[];
      preAuthorizedApplications: { appId: string }[];
    };
    optionalClaims: { accessToken: { name: string; essential: boolean }[] };
  };

  it('is for this tenant, opens the tab and nothing else', () => {
    expect(application.signInAudience).toBe('AzureADMyOrg');
    expect(application.requiredResourceAccess).toEqual([]);
    expect(application.api.requestedAccessTokenVersion).toBe(2);
    expect(application.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
  });

  it('lets tokens say whether somebody is a guest of the tenant', () =>
    expect(application.optionalClaims.accessToken).toEqual([
      { name: 'acct', essential: false, additionalProperties: [] },
    ]));

  it('knows Teams’ own two clients, so that nobody is asked for consent', () =>
    expect(application.api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual([
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    ]));

  it('has the address that the manifest names', () => {
    const manifest = JSON.parse(textOf('../manifest/manifest.json')) as {
      webApplicationInfo: { resource: string };
    };
    expect(application.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  });
});
