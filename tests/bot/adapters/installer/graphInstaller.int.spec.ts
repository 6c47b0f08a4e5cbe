import { createGraphInstaller } from '../../../../bot/adapters/installer/graphInstaller.ts';
import type { Conversation } from '../../../../bot/app/ports/index.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { startTenant } from '../../../tenant/startTenant.ts';
import type { Tenant } from '../../../tenant/tenant.ts';
import { graphTo } from '../sharepoint/tenantStore.ts';

let tenant: Tenant;
beforeEach(async () => {
  tenant = await startTenant();
});
afterEach(() => tenant.stop());

function installer(changes: { teamsAppId?: string; app?: string; now?: () => number } = {}) {
  const saved: Conversation[] = [];
  const { app = SAMPLE.serviceApp, ...more } = changes;
  const install = createGraphInstaller({
    graph: graphTo(tenant, app),
    teamsAppId: SAMPLE.teamsExternalId,
    botAppId: SAMPLE.botApp,
    tenantId: SAMPLE.tenantId,
    save: async (conversation) => void saved.push(conversation),
    now: () => Date.parse('2026-03-02T08:00:00.000Z'),
    ...more,
  });
  return { install, saved };
}

describe('bringing the app to somebody', () => {
  it('gives a chat to write to, and remembers it', async () => {
    const { install, saved } = installer();
    const conversation = await install(SAMPLE.manager);
    expect(conversation).toMatchObject({
      kind: 'personal',
      person: SAMPLE.manager,
      bot: { id: `28:${SAMPLE.botApp}` },
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
    });
    expect(saved).toEqual([conversation]);
    expect(tenant.violations.all()).toEqual([]);
  });

  it('that is there already gives the same chat', async () => {
    const first = await installer().install(SAMPLE.manager);
    expect(await installer().install(SAMPLE.manager)).toMatchObject({ id: first?.id });
  });

  it.each<[string, Parameters<typeof installer>[0], string]>([
    [
      'an app that is not in the catalogue',
      { teamsAppId: '00000000-1111-4222-8333-444444444444' },
      SAMPLE.manager,
    ],
    ['a program that may not', { app: SAMPLE.strangerApp }, SAMPLE.manager],
    ['nobody of that id', {}, '99999999-0000-4000-8000-000000000001'],
  ])('%s: not, and not tried again at once', async (_what, changes, person) => {
    const { install, saved } = installer(changes);
    expect(await install(person)).toBeUndefined();
    const calls = tenant.calls.all().length;
    expect(await install(person)).toBeUndefined();
    expect(tenant.calls.all().length).toBe(calls);
    expect(saved).toEqual([]);
  });
});
