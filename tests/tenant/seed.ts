/** Application permissions of Graph that the tenant knows; a token carries those an administrator has consented to. */
export type AppRole =
  | 'Sites.Selected'
  | 'Lists.SelectedOperations.Selected'
  | 'Sites.Read.All'
  | 'Sites.ReadWrite.All'
  | 'Sites.Manage.All'
  | 'Sites.FullControl.All'
  | 'User.Read.All'
  | 'GroupMember.Read.All'
  | 'ProfilePhoto.Read.All'
  | 'AppCatalog.Read.All'
  | 'TeamsAppInstallation.ReadWriteSelfForUser.All';

export type SiteRole = 'read' | 'write' | 'manage' | 'owner' | 'fullcontrol';

export type SeedApp = {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly AppRole[];
  readonly secret?: string;
  /** PEM certificates or public keys that may sign client assertions. */
  readonly certificates?: readonly string[];
};

export type SeedSite = {
  readonly displayName: string;
  /** Server-relative, such as `/sites/fardplan-logg`. */
  readonly path: string;
  readonly grants?: Readonly<Record<string, SiteRole>>;
};

export type SeedUser = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle?: string;
  readonly mail?: string;
  readonly department?: string;
  readonly manager?: string;
  readonly groups?: readonly string[];
  readonly userType?: 'Member' | 'Guest';
  readonly accountEnabled?: boolean;
  /** PNG or JPEG; without it the person has no photo. */
  readonly photo?: Buffer;
  /** The Teams app is installed for the person from the start. */
  readonly hasApp?: boolean;
};

export type SeedGroup = { readonly id: string; readonly displayName: string };

export type SeedTeamsApp = {
  /** `id` of the app's manifest. */
  readonly externalId: string;
  readonly displayName: string;
  /** Application id of its bot. */
  readonly botId: string;
};

/** What the tenant holds when it starts. People are named by function. */
export type Seed = {
  readonly tenantId: string;
  readonly sharePointHost: string;
  readonly apps: readonly SeedApp[];
  readonly sites: readonly SeedSite[];
  readonly users: readonly SeedUser[];
  readonly groups: readonly SeedGroup[];
  readonly teamsApps: readonly SeedTeamsApp[];
};

/** Ids of the sample tenant, for tests that need to name its parts. */
export const SAMPLE = {
  tenantId: '7d5b1c52-0b5e-4c0e-9d57-3f0a1c9e4b10',
  host: 'lindbacka.sharepoint.com',
  /** The running service: may only read and write rows of the sites it was given. */
  serviceApp: '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a01',
  serviceSecret: 'service-secret-of-the-sample-tenant',
  /** What an administrator runs once: may create lists, columns and grants. */
  provisionApp: '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a02',
  provisionSecret: 'provision-secret-of-the-sample-tenant',
  /** An application without a grant on any site. */
  strangerApp: '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a03',
  strangerSecret: 'stranger-secret-of-the-sample-tenant',
  botApp: '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a04',
  botSecret: 'bot-secret-of-the-sample-tenant',
  tabApp: '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a05',
  teamsExternalId: '5e0c8a34-1d2b-4f66-8a55-0f7a6f3a9c01',
  logSite: '/sites/fardplan-logg',
  portfolioSite: '/sites/fardplan',
  caseworker: 'a1f0c0de-0000-4000-8000-000000000001',
  manager: 'a1f0c0de-0000-4000-8000-000000000002',
  director: 'a1f0c0de-0000-4000-8000-000000000003',
  guest: 'a1f0c0de-0000-4000-8000-000000000004',
  group: 'b2f0c0de-0000-4000-8000-000000000001',
} as const;

const RUN_TIME: readonly AppRole[] = [
  'Sites.Selected',
  'User.Read.All',
  'GroupMember.Read.All',
  'AppCatalog.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
];

const grants = { [SAMPLE.serviceApp]: 'write' } as const;

export const SAMPLE_SEED: Seed = {
  tenantId: SAMPLE.tenantId,
  sharePointHost: SAMPLE.host,
  apps: [
    { id: SAMPLE.serviceApp, displayName: 'Färdplan', roles: RUN_TIME, secret: SAMPLE.serviceSecret },
    {
      id: SAMPLE.provisionApp,
      displayName: 'Färdplan uppsättning',
      roles: ['Sites.FullControl.All'],
      secret: SAMPLE.provisionSecret,
    },
    {
      id: SAMPLE.strangerApp,
      displayName: 'Annan app',
      roles: ['Sites.Selected'],
      secret: SAMPLE.strangerSecret,
    },
    { id: SAMPLE.botApp, displayName: 'Färdplan bot', roles: [], secret: SAMPLE.botSecret },
    { id: SAMPLE.tabApp, displayName: 'Färdplan flik', roles: [] },
  ],
  sites: [
    { displayName: 'Färdplan logg', path: SAMPLE.logSite, grants },
    { displayName: 'Färdplan', path: SAMPLE.portfolioSite, grants },
    { displayName: 'Annan webbplats', path: '/sites/annan' },
  ],
  users: [
    {
      id: SAMPLE.caseworker,
      displayName: 'Handläggare hemtjänst norr',
      jobTitle: 'Handläggare',
      mail: 'handlaggare.hemtjanst@lindbacka.example',
      manager: SAMPLE.manager,
      groups: [SAMPLE.group],
      hasApp: true,
    },
    {
      id: SAMPLE.manager,
      displayName: 'Enhetschef hemtjänst norr',
      jobTitle: 'Enhetschef',
      mail: 'enhetschef.hemtjanst@lindbacka.example',
      manager: SAMPLE.director,
      groups: [SAMPLE.group],
      hasApp: true,
    },
    {
      id: SAMPLE.director,
      displayName: 'Verksamhetschef hemtjänst',
      jobTitle: 'Verksamhetschef',
      mail: 'verksamhetschef.hemtjanst@lindbacka.example',
    },
    {
      id: SAMPLE.guest,
      displayName: 'Gäst från leverantör',
      mail: 'gast@leverantor.example',
      userType: 'Guest',
    },
  ],
  groups: [{ id: SAMPLE.group, displayName: 'Hemtjänst norr' }],
  teamsApps: [{ externalId: SAMPLE.teamsExternalId, displayName: 'Färdplan', botId: SAMPLE.botApp }],
};
