import { SAMPLE } from '../../seed.ts';
import { graphCaller, tenantWithLog } from '../../support/graphCaller.ts';

const column = (name: string, more = {}) => ({ name, text: {}, ...more });

describe('lists and columns', () => {
  it('are made by an application that may manage, not by one that may only write', async () => {
    const { tenant, service, admin, site } = await tenantWithLog();
    const body = { displayName: 'Ny lista', list: { template: 'genericList' } };
    expect((await service('POST', `/sites/${site}/lists`, body)).status).toBe(403);
    expect((await admin('POST', `/sites/${site}/lists`, body)).status).toBe(201);
    expect((await admin('POST', `/sites/${site}/lists`, body)).status).toBe(409);
    expect(
      (await service('GET', `/sites/${site}/lists?$filter=displayName eq 'Ny lista'`)).body.value,
    ).toHaveLength(1);
    expect(tenant.violations.all()).toEqual([]);
  });

  it('are made by the role manage on the one site it was given for', async () => {
    const { tenant, admin, site } = await tenantWithLog();
    const grantedTo = { application: { id: SAMPLE.strangerApp } };
    await admin('POST', `/sites/${site}/permissions`, { roles: ['manage'], grantedTo });
    const stranger = graphCaller(tenant, SAMPLE.strangerApp);
    expect((await stranger('POST', `/sites/${site}/lists`, { displayName: 'Ny' })).status).toBe(201);
    const other = tenant.sharePoint.site(SAMPLE.portfolioSite).id;
    expect((await stranger('POST', `/sites/${other}/lists`, { displayName: 'Ny' })).status).toBe(403);
  });

  it('cannot be given a name, only a title', async () => {
    const { admin, site } = await tenantWithLog();
    const { status, body } = await admin('POST', `/sites/${site}/lists`, { name: 'x', displayName: 'x' });
    expect(status).toBe(400);
    expect(body.error?.message).toContain("Cannot define a 'name' for a list");
  });

  it('show system lists only when asked', async () => {
    const { service, site } = await tenantWithLog();
    const titles = async (query: string) =>
      (await service('GET', `/sites/${site}/lists${query}`)).body.value?.map(
        ({ displayName }) => displayName,
      );
    expect(await titles('')).toEqual(['Logg']);
    expect(await titles('?$select=id,displayName,system')).toEqual(['User Information List', 'Logg']);
  });

  it('give only the properties that were selected', async () => {
    const { service, site, list } = await tenantWithLog();
    const { body } = await service('GET', `/sites/${site}/lists?$select=id`);
    expect(Object.keys(body.value?.[0] ?? {})).toEqual(['id']);
    const columns = await service('GET', `${list}/columns?$select=name,indexed`);
    expect(columns.body.value).toContainEqual({ name: 'EventKey', indexed: true });
  });

  it.each([
    ['no type', { name: 'A' }, 'Unable to determine type of provided column definition'],
    [
      'two types',
      { name: 'A', text: {}, number: {} },
      'Unable to determine type of provided column definition',
    ],
    ['unique without index', column('A', { enforceUniqueValues: true }), 'This field must be indexed'],
    ['a property Graph does not have', column('A', { fancy: true }), "unknown property 'fancy'"],
    [
      'a setting the type does not have',
      { name: 'A', text: { decimalPlaces: 1 } },
      "unknown property 'decimalPlaces'",
    ],
    ['a name that begins with an underscore', column('_A'), 'A column needs a name'],
  ])('refuse a column with %s', async (_what, definition, message) => {
    const { admin, list, tenant } = await tenantWithLog();
    const { status, body } = await admin('POST', `${list}/columns`, definition);
    expect(status).toBe(400);
    expect(body.error?.message).toContain(message);
    expect(tenant.violations.all()).toHaveLength(1);
  });

  it('accept an index on a note and then read it back as false', async () => {
    const { admin, list } = await tenantWithLog();
    const note = { name: 'Note', text: { allowMultipleLines: true }, indexed: true };
    expect((await admin('POST', `${list}/columns`, note)).body.indexed).toBe(false);
  });

  it('have at most 20 indexes', async () => {
    const { admin, list } = await tenantWithLog();
    const statuses: number[] = [];
    for (let at = 4; at <= 21; at += 1)
      statuses.push((await admin('POST', `${list}/columns`, column(`C${at}`, { indexed: true }))).status);
    expect(statuses).toEqual([...Array.from({ length: 17 }, () => 201), 400]);
  });

  it('take a later index, and refuse uniqueness that the rows already break', async () => {
    const { admin, list, add, service, items } = await tenantWithLog();
    await add({ Title: 'lika' });
    await add({ Title: 'lika' });
    const path = `${list}/columns/Title`;
    expect((await admin('PATCH', path, { indexed: true, enforceUniqueValues: true })).status).toBe(400);
    expect((await admin('PATCH', path, { indexed: true })).body).toMatchObject({ indexed: true });
    expect((await service('GET', `${items}?$filter=fields/Title eq 'lika'`)).body.value).toHaveLength(2);
  });

  it('are not written to through a column that is gone', async () => {
    const { admin, list, add } = await tenantWithLog();
    expect((await admin('DELETE', `${list}/columns/Seq`)).status).toBe(204);
    expect((await add({ Seq: 1 })).status).toBe(400);
  });
});

describe('grants', () => {
  it('are listed without roles, read with them, changed and taken away', async () => {
    const { admin, site, tenant } = await tenantWithLog();
    const path = `/sites/${site}/permissions`;
    const listed = await admin('GET', path);
    expect(listed.body.value).toHaveLength(1);
    expect(listed.body.value?.[0]).not.toHaveProperty('roles');
    const one = `${path}/${String(listed.body.value?.[0]?.id)}`;
    expect((await admin('GET', one)).body.roles).toEqual(['write']);
    expect((await admin('PATCH', one, { roles: ['fullcontrol'] })).body.roles).toEqual(['fullcontrol']);
    expect((await admin('DELETE', one)).status).toBe(204);
    expect((await admin('GET', path)).body.value).toEqual([]);
    expect(tenant.ledger.total(SAMPLE.provisionApp)).toBe(2 + 5 * 5);
  });

  it('are not made with fullcontrol, nor by an application without full control', async () => {
    const { admin, service, site } = await tenantWithLog();
    const grantedTo = { application: { id: SAMPLE.strangerApp } };
    const path = `/sites/${site}/permissions`;
    expect((await admin('POST', path, { roles: ['fullcontrol'], grantedTo })).status).toBe(400);
    expect((await service('POST', path, { roles: ['read'], grantedTo })).status).toBe(403);
  });

  it('may hold for one list alone', async () => {
    const { admin, list, tenant, items } = await tenantWithLog({
      seed: {
        ...(await import('../../seed.ts')).SAMPLE_SEED,
        apps: [
          { id: SAMPLE.provisionApp, displayName: 'Uppsättning', roles: ['Sites.FullControl.All'] },
          { id: SAMPLE.serviceApp, displayName: 'Färdplan', roles: ['Lists.SelectedOperations.Selected'] },
        ],
      },
    });
    const service = graphCaller(tenant, SAMPLE.serviceApp);
    expect((await service('GET', items)).status).toBe(403);
    const grantedTo = { application: { id: SAMPLE.serviceApp } };
    await admin('POST', `${list}/permissions`, { roles: ['write'], grantedTo });
    expect((await service('POST', items, { fields: { Title: 'x' } })).status).toBe(201);
  });
});
