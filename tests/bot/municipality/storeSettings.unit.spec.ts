import { chooseStore, nameOfStore } from '../../../bot/municipality/chosenStore.ts';
import {
  readRowsSettings,
  readStoreSettings,
  StoreSettingsIncomplete,
} from '../../../bot/municipality/storeSettings.ts';

const TENANT = '7d5b1c52-0b5e-4c0e-9d57-3f0a1c9e4b10';
const APP = '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a01';
const COMPLETE = {
  FARDPLAN_TENANT_ID: TENANT.toUpperCase(),
  FARDPLAN_LOG_SITE_ID: 'kommun.sharepoint.com,1,2',
  FARDPLAN_GRAPH_APP_ID: APP,
  FARDPLAN_GRAPH_IDENTITY: 'secret',
  FARDPLAN_GRAPH_SECRET: 'a secret that is long enough',
};
const problemsOf = (environment: Record<string, string>): string => {
  try {
    readStoreSettings(environment);
  } catch (error) {
    if (error instanceof StoreSettingsIncomplete) return error.message;
    throw error;
  }
  return '';
};

describe('the settings of a command that works on the store', () => {
  it('are the server’s own, and none of those that have to do with Teams', () =>
    expect(readStoreSettings(COMPLETE)).toEqual({
      tenantId: TENANT,
      authorityHost: 'https://login.microsoftonline.com',
      graph: {
        root: 'https://graph.microsoft.com',
        appId: APP,
        identity: { kind: 'secret', secret: COMPLETE.FARDPLAN_GRAPH_SECRET },
      },
      site: COMPLETE.FARDPLAN_LOG_SITE_ID,
    }));

  it('are none when the environment speaks of no municipality', () =>
    expect(readStoreSettings({ FARDPLAN_LANGUAGE: 'sv', PORT: '3978' })).toBeUndefined());

  it('are refused when they are half there: all that is missing at once', () => {
    const said = problemsOf({ FARDPLAN_TENANT_ID: 'not an id', FARDPLAN_GRAPH_IDENTITY: 'secret' });
    expect(said).toContain('FARDPLAN_TENANT_ID (wrong)');
    for (const name of ['LOG_SITE_ID', 'GRAPH_APP_ID', 'GRAPH_SECRET'])
      expect(said).toContain(`FARDPLAN_${name} (missing)`);
    expect(said).not.toContain('not an id');
  });

  it('are one more for the readable lists: the site they are in', () => {
    expect(
      readRowsSettings({ ...COMPLETE, FARDPLAN_PORTFOLIO_SITE_ID: 'kommun.sharepoint.com,3,4' }),
    ).toMatchObject({
      tenantId: TENANT,
      sites: { log: COMPLETE.FARDPLAN_LOG_SITE_ID, portfolio: 'kommun.sharepoint.com,3,4' },
      language: 'sv',
    });
    expect(() => readRowsSettings(COMPLETE)).toThrow(/^FARDPLAN_PORTFOLIO_SITE_ID \(missing\): [^\n]*$/);
    expect(() => readRowsSettings({})).toThrow(StoreSettingsIncomplete);
  });

  it('are refused when they open a door', () =>
    expect(problemsOf({ ...COMPLETE, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toContain(
      'NODE_TLS_REJECT_UNAUTHORIZED (unsafe)',
    ));
});

describe('the store of a command', () => {
  it.each([
    ['a folder that was named, whatever the environment says', 'elsewhere', COMPLETE, 'elsewhere'],
    ['the folder of every start, where nothing is said', undefined, {}, '.data'],
  ])('is %s', (_, folder, environment, chosen) =>
    expect(chooseStore(folder, environment)).toEqual({ kind: 'folder', folder: chosen }),
  );

  it('is the municipality’s when the environment says where', () => {
    const chosen = chooseStore(undefined, COMPLETE);
    expect(chosen).toMatchObject({ kind: 'site', site: COMPLETE.FARDPLAN_LOG_SITE_ID });
    expect(nameOfStore(chosen)).toBe('kommunens SharePoint');
  });
});
