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

  it('pages what lies in a folder', async () => {
    const { tenant, service, drive } = await library();
    for (const name of ['a', 'b', 'c']) tenant.sharePoint.makeFolder(SAMPLE.portfolioSite, name);
    const first = await service('GET', `${drive}/root/children?$top=2`);
    expect(names(first.body.value)).toEqual(['a', 'b']);
    const link = new URL(String(first.body['@odata.nextLink']));
    const last = await service('GET', `${link.pathname.replace('/v1.0', '')}${link.search}`);
    expect(names(last.body.value)).toEqual(['c']);
    expect(last.body['@odata.nextLink']).toBeUndefined();
  });

  it('moves a folder within the drive: it inherits from its new place, unless it has permissions of its own', async () => {
    const { tenant, service, drive } = await library();
    const { makeFolder, putFile, share, readersOf } = tenant.sharePoint;
    const path = SAMPLE.portfolioSite;
    makeFolder(path, 'Stängd', ['Handläggare']);
    makeFolder(path, 'Mapp');
    for (const name of ['a.txt', 'b.txt']) putFile(path, 'Mapp', name);
    share(path, 'Mapp/b.txt', 'Konsult');
    const idAt = async (name: string) => String((await service('GET', `${drive}/root:/${name}`)).body.id);
    const [folder, closed] = [await idAt('Mapp'), await idAt('St%C3%A4ngd')];
    const moved = await service('PATCH', `${drive}/items/${folder}`, { parentReference: { id: closed } });
    expect(moved).toMatchObject({ status: 200, body: { id: folder, parentReference: { id: closed } } });
    expect(readersOf(path, 'Stängd/Mapp/a.txt')).toEqual(['Handläggare']);
    expect(readersOf(path, 'Stängd/Mapp/b.txt')).toEqual([...readersOf(path, ''), 'Konsult']);
    makeFolder(path, 'Mapp');
    const again = await service('PATCH', `${drive}/items/${await idAt('Mapp')}`, {
      parentReference: { id: closed },
    });
    expect(again.status).toBe(409);
    const elsewhere = { parentReference: { driveId: 'b!another', id: closed } };
    expect((await service('PATCH', `${drive}/items/${folder}`, elsewhere)).status).toBe(400);
  });

  it('closes a folder by an invitation that keeps nothing, for those who own the site', async () => {
    const { tenant, service, drive } = await library();
    const path = SAMPLE.portfolioSite;
    tenant.sharePoint.makeFolder(path, 'Mapp');
    const owner = graphCaller(tenant, SAMPLE.provisionApp);
    const { id } = (await owner('GET', `${drive}/root:/Mapp`)).body;
    const item = `${drive}/items/${String(id)}`;
    const shown = async (who: typeof owner) => (await who('GET', `${item}/permissions`)).body.value ?? [];
    expect(await shown(service)).toEqual([]);
    expect(await shown(owner)).toHaveLength(3);
    expect((await shown(owner)).every((one) => 'inheritedFrom' in one)).toBe(true);
    const invitation = {
      recipients: [{ objectId: SAMPLE.group }],
      roles: ['write'],
      requireSignIn: true,
      sendInvitation: false,
      retainInheritedPermissions: false,
    };
    expect((await service('POST', `${item}/invite`, invitation)).status).toBe(403);
    expect((await owner('POST', `${item}/invite`, invitation)).status).toBe(200);
    expect(await shown(owner)).toEqual([
      expect.objectContaining({
        roles: ['write'],
        grantedToV2: { group: expect.objectContaining({ id: SAMPLE.group }) },
      }),
    ]);
    expect('inheritedFrom' in (await shown(owner))[0]!).toBe(false);
  });

  it('refuses names that SharePoint refuses, and strangers', async () => {
    const { tenant, service, drive } = await library();
    expect((await service('POST', `${drive}/root/children`, { name: 'a/b', folder: {} })).status).toBe(400);
    expect((await graphCaller(tenant, SAMPLE.strangerApp)('GET', `${drive}/root/children`)).status).toBe(403);
  });
});
