import { createDocuments } from '../../../../bot/adapters/sharepoint/documents.ts';
import type { Documents } from '../../../../bot/app/ports/index.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from './tenantStore.ts';

const PLACE = SAMPLE.portfolioSite;
const NUMBER = 'VÅF-2026-0012';

describe('documents of a case', () => {
  let store: TenantStore;
  let documents: Documents;
  const open = (): Documents => createDocuments(store.graph(), store.tenant.sharePoint.site(PLACE).id);
  const folders = (): string[] => store.tenant.sharePoint.inLibrary(PLACE).map(({ name }) => name);

  beforeEach(async () => {
    store = await tenantStore();
    documents = open();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  it('makes one folder for a case, however often and by however many it is asked for', async () => {
    const [here, there] = [documents, open()];
    const urls = await Promise.all([here.folderFor(NUMBER), there.folderFor(NUMBER)]);
    expect(new Set([...urls, await here.folderFor(NUMBER)]).size).toBe(1);
    expect(decodeURIComponent(urls[0] ?? '')).toMatch(/^https:\/\/.*\/VÅF-2026-0012$/);
    expect(folders()).toEqual([NUMBER]);
  });

  it('points at the files people have put there: who, when and how large; no folders', async () => {
    expect(await documents.folderOf(NUMBER)).toBeUndefined();
    const url = await documents.folderFor(NUMBER);
    expect(await documents.folderOf(NUMBER)).toEqual({ url, files: [] });
    for (const name of ['Åtgärdsplan.docx', 'Behov #2 (50 %).docx'])
      store.tenant.sharePoint.putFile(PLACE, NUMBER, name);
    const found = await open().folderOf(NUMBER.toLowerCase());
    expect(found?.files).toEqual([
      {
        name: 'Behov #2 (50 %).docx',
        url: `${url}/Behov%20%232%20(50%20%25).docx`,
        changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
        changedBy: { id: 'person-who-writes', name: 'Systemförvaltare' },
        bytes: 9,
      },
      expect.objectContaining({ name: 'Åtgärdsplan.docx' }),
    ]);
  });

  it('knows all folders after one question, and no more of those that people have removed', async () => {
    for (const number of [NUMBER, 'VOF-2026-0013']) await documents.folderFor(number);
    const restarted = open();
    expect(restarted.known(NUMBER)).toBeUndefined();
    await restarted.learnAll();
    expect(restarted.known(NUMBER)).toBe(documents.known(NUMBER));
    expect(restarted.known('VOF-2026-0013')).toMatch(/0013$/);
    store.tenant.sharePoint.removeFolder(PLACE, NUMBER);
    expect(await restarted.folderOf(NUMBER)).toBeUndefined();
    expect(restarted.known(NUMBER)).toBeUndefined();
    await documents.learnAll();
    expect(documents.known(NUMBER)).toBeUndefined();
  });

  it('finds the folder when the answer to making it was lost', async () => {
    store.tenant.faults.next('reset-after', { method: 'POST', path: /children$/ });
    await expect(documents.folderFor(NUMBER)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(documents.known(NUMBER)).toBeUndefined();
    expect(await documents.folderFor(NUMBER)).toBe(documents.known(NUMBER));
    expect(folders()).toEqual([NUMBER]);
  });

  it('says so when the library does not let it in', async () => {
    const stranger = createDocuments(store.graph(SAMPLE.botApp), store.tenant.sharePoint.site(PLACE).id);
    await expect(stranger.folderOf(NUMBER)).rejects.toMatchObject({ code: 'store-unavailable', status: 403 });
    store.tenant.violations.clear();
  });
});
