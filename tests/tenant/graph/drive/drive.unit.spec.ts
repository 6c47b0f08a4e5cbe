import { SAMPLE } from '../../seed.ts';
import { startTenant } from '../../startTenant.ts';
import { graphCaller } from '../../support/graphCaller.ts';

async function library() {
  const tenant = await startTenant();
  const service = graphCaller(tenant, SAMPLE.serviceApp);
  const site = tenant.sharePoint.site(SAMPLE.portfolioSite).id;
  const { body } = await service('GET', `/sites/${site}/drive`);
  return { tenant, service, site, drive: `/drives/${String(body.id)}` };
}

const names = (value: readonly Readonly<Record<string, unknown>>[] | undefined) =>
  value?.map(({ name }) => name).toSorted();

describe('the document library of a site', () => {
  it('takes a folder once, by name', async () => {
    const { service, drive, tenant } = await library();
    const folder = { name: 'I-2026-001 Larm', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
    const made = await service('POST', `${drive}/root/children`, folder);
    expect(made).toMatchObject({ status: 201, body: { name: 'I-2026-001 Larm', folder: { childCount: 0 } } });
    expect(made.body.webUrl).toBe(
      `https://${SAMPLE.host}${SAMPLE.portfolioSite}/Delade%20dokument/I-2026-001%20Larm`,
    );
    expect((await service('POST', `${drive}/root/children`, folder)).status).toBe(409);
    expect((await service('GET', `${drive}/root:/${encodeURIComponent(folder.name)}`)).body.id).toBe(
      made.body.id,
    );
    expect(tenant.violations.all()).toEqual([]);
  });

  it('lists what lies in a folder, by id and by path', async () => {
    const { tenant, service, drive, site } = await library();
    const made = await service('POST', `${drive}/root/children`, { name: 'Mapp', folder: {} });
    const upload = (path: string) =>
      tenant.token(SAMPLE.serviceApp).then((token) =>
        tenant.fetch(`https://graph.microsoft.com/v1.0${drive}/root:/${path}:/content`, {
          method: 'PUT',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/plain' },
          body: 'innehåll',
        }),
      );
    expect((await upload('Mapp/a.txt')).status).toBe(201);
    expect((await upload('Mapp/a.txt')).status).toBe(200);
    expect((await upload('Mapp/under/b.txt')).status).toBe(201);
    const byId = await service('GET', `${drive}/items/${String(made.body.id)}/children`);
    expect(names(byId.body.value)).toEqual(['a.txt', 'under']);
    expect(byId.body.value?.find(({ name }) => name === 'a.txt')).toMatchObject({
      size: 9,
      file: { mimeType: 'text/plain' },
    });
    expect(names((await service('GET', `/sites/${site}/drive/root:/Mapp:/children`)).body.value)).toEqual([
      'a.txt',
      'under',
    ]);
  });

  it('refuses names that SharePoint refuses, and strangers', async () => {
    const { tenant, service, drive } = await library();
    expect((await service('POST', `${drive}/root/children`, { name: 'a/b', folder: {} })).status).toBe(400);
    expect((await graphCaller(tenant, SAMPLE.strangerApp)('GET', `${drive}/root/children`)).status).toBe(403);
  });
});
