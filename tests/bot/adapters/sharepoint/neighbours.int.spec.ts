import type { SharePointStore } from '../../../../bot/adapters/sharepoint/index.ts';
import type { Conversation, Delivery } from '../../../../bot/app/ports/index.ts';
import { type TenantStore, tenantStore } from './tenantStore.ts';

const PERSON = 'a1f0c0de-0000-4000-8000-000000000001';
const CHAT: Conversation = {
  id: `a:${PERSON}`,
  kind: 'personal',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: '7d5b1c52-0b5e-4c0e-9d57-3f0a1c9e4b10',
  bot: { id: '28:bot' },
  person: PERSON,
  updatedAt: '2026-03-02T09:00:00.000Z',
};
const MESSAGE: Delivery = {
  key: 'I-CASE#000003/review/somebody',
  to: { kind: 'person', person: PERSON },
  content: { notice: 'review', initiative: 'I-CASE' },
};
const HOUR_MS = 3_600_000;

describe('what another instance has written since this one last looked for news', () => {
  let tenant: TenantStore;
  let here: SharePointStore;
  let there: SharePointStore;

  beforeAll(async () => {
    tenant = await tenantStore();
    const every = { busyMs: 1_000 * HOUR_MS, idleMs: 1_000 * HOUR_MS };
    [here, there] = await Promise.all([tenant.open({ every }), tenant.open({ every })]);
    await Promise.all([here.whenComplete(), there.whenComplete()]);
    await here.conversations.personal('nobody');
    await here.deliveries.forInitiative('I-NOTHING');
  }, 30_000);
  afterAll(async () => {
    await tenant.dispose();
    expect(tenant.tenant.violations.all()).toEqual([]);
  });

  it('counts when a person is to be reached: "nobody" would end the message for good', async () => {
    await there.conversations.save(CHAT);
    expect(await here.conversations.personal(PERSON)).toEqual(CHAT);
  });

  it('counts among the messages of a case, so that each of them is kept up to date', async () => {
    await there.deliveries.add([MESSAGE]);
    expect(await here.deliveries.forInitiative('I-CASE')).toMatchObject([{ key: MESSAGE.key }]);
  });
});
