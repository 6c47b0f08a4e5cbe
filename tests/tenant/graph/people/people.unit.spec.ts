import { SAMPLE, SAMPLE_SEED } from '../../seed.ts';
import { startTenant } from '../../startTenant.ts';
import { graphCaller } from '../../support/graphCaller.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

async function people() {
  const users = SAMPLE_SEED.users.map((user) =>
    user.id === SAMPLE.manager ? { ...user, photo: PNG } : user,
  );
  const tenant = await startTenant({ seed: { ...SAMPLE_SEED, users } });
  return { tenant, service: graphCaller(tenant, SAMPLE.serviceApp) };
}

describe('people', () => {
  it('are found by id with the properties asked for; somebody who has left is 404', async () => {
    const { service, tenant } = await people();
    const found = await service('GET', `/users/${SAMPLE.caseworker}?$select=id,displayName,jobTitle`);
    expect(found.body).toEqual({
      id: SAMPLE.caseworker,
      displayName: 'Handläggare hemtjänst norr',
      jobTitle: 'Handläggare',
    });
    expect((await service('GET', '/users/a1f0c0de-0000-4000-8000-00000000ffff')).status).toBe(404);
    expect(tenant.violations.all()).toEqual([]);
    expect((await service('GET', `/users/${SAMPLE.caseworker}?$select=shoeSize`)).status).toBe(400);
  });

  it('come, change and leave while the tenant runs', async () => {
    const { service, tenant } = await people();
    tenant.people.change(SAMPLE.caseworker, { manager: SAMPLE.director });
    tenant.people.join({ id: 'a1f0c0de-0000-4000-8000-000000000009', displayName: 'Ny medarbetare' });
    expect((await service('GET', `/users/${SAMPLE.caseworker}/manager`)).body.id).toBe(SAMPLE.director);
    expect((await service('GET', '/users')).body.value).toHaveLength(5);
    tenant.people.leave(SAMPLE.director);
    expect((await service('GET', `/users/${SAMPLE.director}`)).status).toBe(404);
    expect((await service('GET', `/users/${SAMPLE.caseworker}/manager`)).status).toBe(404);
  });

  it('have managers, reports, groups and photos, or 404', async () => {
    const { service } = await people();
    const about = async (who: string, what: string) => service('GET', `/users/${who}/${what}`);
    expect((await about(SAMPLE.caseworker, 'manager')).body.id).toBe(SAMPLE.manager);
    expect((await about(SAMPLE.director, 'manager')).status).toBe(404);
    expect((await about(SAMPLE.manager, 'directReports')).body.value).toHaveLength(1);
    expect((await about(SAMPLE.manager, 'memberOf')).body.value).toMatchObject([{ id: SAMPLE.group }]);
    expect((await about(SAMPLE.manager, 'photo/$value')).headers.get('content-type')).toBe('image/png');
    expect((await about(SAMPLE.caseworker, 'photos/48x48/$value')).status).toBe(404);
    expect((await service('GET', `/groups/${SAMPLE.group}/members`)).body.value).toHaveLength(2);
  });

  it('are found several at a time, at most 15, and closed to an application without the permission', async () => {
    const { service, tenant } = await people();
    const ids = (count: number) => Array.from({ length: count }, () => `'${SAMPLE.manager}'`).join(',');
    const ask = (filter: string) => service('GET', `/users?$filter=${encodeURIComponent(filter)}`);
    expect((await ask(`id in (${ids(15)})`)).body.value).toHaveLength(1);
    expect((await ask(`id in (${ids(16)})`)).status).toBe(400);
    expect((await ask("startswith(displayName,'enhets')")).body.value).toHaveLength(1);
    const stranger = graphCaller(tenant, SAMPLE.strangerApp);
    expect((await stranger('GET', `/users/${SAMPLE.manager}`)).status).toBe(403);
  });
});

describe('the Teams app', () => {
  it('is found in the catalog, installed for a person, and has a chat then', async () => {
    const { service, tenant } = await people();
    const catalog = await service(
      'GET',
      `/appCatalogs/teamsApps?$filter=externalId eq '${SAMPLE.teamsExternalId}'`,
    );
    const id = String(catalog.body.value?.[0]?.id);
    expect(id).not.toBe(SAMPLE.teamsExternalId);
    const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}` };
    const installed = `/users/${SAMPLE.director}/teamwork/installedApps`;
    expect((await service('GET', installed)).body.value).toEqual([]);
    expect((await service('POST', installed, body)).status).toBe(201);
    expect((await service('POST', installed, body)).status).toBe(409);
    const found = await service(
      'GET',
      `${installed}?$expand=teamsApp&$filter=teamsApp/externalId eq '${SAMPLE.teamsExternalId}'`,
    );
    const chat = await service('GET', `${installed}/${String(found.body.value?.[0]?.id)}/chat`);
    expect(chat.body.id).toBe(tenant.teams.chats.with(SAMPLE.director, SAMPLE.botApp).id);
    expect((await service('POST', `/users/${SAMPLE.guest}/teamwork/installedApps`, body)).status).toBe(403);
    expect(tenant.violations.all()).toEqual([]);
  });
});
