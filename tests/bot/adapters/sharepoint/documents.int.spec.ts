import { createDocuments } from '../../../../bot/adapters/sharepoint/documents.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from './tenantStore.ts';

describe('documents of a case', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
  const site = (): string => store.tenant.sharePoint.site(SAMPLE.portfolioSite).id;

  it('makes one folder for a case, however often and by however many it is asked for', async () => {
    const [here, there] = [createDocuments(store.graph(), site()), createDocuments(store.graph(), site())];
    const urls = await Promise.all([here.folderFor('VOF-2026-0012'), there.folderFor('VOF-2026-0012')]);
    expect(new Set([...urls, await here.folderFor('VOF-2026-0012')]).size).toBe(1);
    expect(urls[0]).toContain('VOF-2026-0012');
  });

  it('lists the files people have put there, with address and time', async () => {
    const documents = createDocuments(store.graph(), site());
    expect(await documents.filesOf('VOF-2026-0012')).toEqual([]);
    await documents.folderFor('VOF-2026-0012');
    const graph = store.graph();
    for (const name of ['Åtgärdsplan.docx', 'Behov.docx'])
      await graph.call(
        {
          method: 'PUT',
          path: `/sites/${encodeURIComponent(site())}/drive/root:/VOF-2026-0012/${encodeURIComponent(name)}:/content`,
          body: 'text',
          headers: { 'Content-Type': 'text/plain' },
          units: 2,
        },
        graph.patience('person'),
      );
    const files = await documents.filesOf('VOF-2026-0012');
    expect(files.map(({ name, url }) => [name, url.startsWith('https://')])).toEqual([
      ['Behov.docx', true],
      ['Åtgärdsplan.docx', true],
    ]);
  });

  it('finds the folder when the answer to making it was lost', async () => {
    const documents = createDocuments(store.graph(), site());
    store.tenant.faults.next('reset-after', { method: 'POST', path: /children$/ });
    await expect(documents.folderFor('VOF-2026-0013')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await documents.folderFor('VOF-2026-0013')).toContain('VOF-2026-0013');
  });
});
