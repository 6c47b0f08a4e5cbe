import { CLOSED_FOLDER, createDocuments } from '../../../../bot/adapters/sharepoint/documents/documents.ts';
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
    expect(await documents.folderOf(NUMBER)).toEqual({ url, isOpen: true, files: [] });
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
    expect(restarted.known(NUMBER)).toEqual(documents.known(NUMBER));
    expect(restarted.known('VOF-2026-0013')?.url).toMatch(/0013$/);
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
    expect(await documents.folderFor(NUMBER)).toBe(documents.known(NUMBER)?.url);
    expect(folders()).toEqual([NUMBER]);
  });

  it('reads folders and files page by page', async () => {
    store.tenant.behaviour.usualPage = 2;
    const numbers = [1, 2, 3, 4, 5].map((n) => `VOF-2026-000${n}`);
    for (const number of numbers) store.tenant.sharePoint.makeFolder(PLACE, number);
    await documents.learnAll();
    expect(numbers.map((number) => documents.known(number)?.isOpen)).toEqual(Array(5).fill(true));
    const files = ['a.docx', 'b.docx', 'c.docx', 'd.docx', 'e.docx'];
    for (const name of files) store.tenant.sharePoint.putFile(PLACE, numbers[0]!, name);
    expect((await documents.folderOf(numbers[0]!))?.files.map(({ name }) => name)).toEqual(files);
  });

  it('says so when the library does not let it in', async () => {
    const stranger = createDocuments(store.graph(SAMPLE.botApp), store.tenant.sharePoint.site(PLACE).id);
    await expect(stranger.folderOf(NUMBER)).rejects.toMatchObject({ code: 'store-unavailable', status: 403 });
    store.tenant.violations.clear();
  });

  describe('that not everybody may read', () => {
    const GROUP = 'Handläggare av skyddade ärenden';
    const CLOSED = `${CLOSED_FOLDER}/${NUMBER}`;
    const readers = (path: string) => store.tenant.sharePoint.readersOf(PLACE, path);
    beforeEach(() => store.tenant.sharePoint.makeFolder(PLACE, CLOSED_FOLDER, [GROUP]));

    it('lie in a folder that is closed from the start', async () => {
      const url = await documents.closedFolderFor(NUMBER);
      expect(decodeURIComponent(url)).toMatch(new RegExp(`/${CLOSED}$`));
      expect(documents.known(NUMBER)).toEqual({ url, isOpen: false });
      expect(readers(CLOSED)).toEqual([GROUP]);
      expect(await documents.closedFolderFor(NUMBER)).toBe(url);
      expect(await open().folderOf(NUMBER)).toEqual({ url, isOpen: false, files: [] });
    });

    it('are closed together with the folder they lie in, at once and with nothing left behind', async () => {
      const before = await documents.folderFor(NUMBER);
      store.tenant.sharePoint.putFile(PLACE, NUMBER, 'Anbud.docx');
      expect(readers(`${NUMBER}/Anbud.docx`)).toContain('Besökare på Färdplan');
      store.tenant.calls.clear();
      const url = await documents.closedFolderFor(NUMBER);
      expect(url).not.toBe(before);
      expect(folders()).toEqual([CLOSED_FOLDER]);
      expect(readers(`${CLOSED}/Anbud.docx`)).toEqual([GROUP]);
      expect((await documents.folderOf(NUMBER))?.files.map(({ name }) => name)).toEqual(['Anbud.docx']);
      const writes = store.tenant.calls.all().filter(({ method }) => method !== 'GET');
      expect(writes.map(({ method }) => method)).toEqual(['PATCH']);
    });

    it('are closed once by several instances, and again when the answer was lost', async () => {
      const [here, there] = [documents, open()];
      await here.folderFor(NUMBER);
      store.tenant.faults.next('reset-after', { method: 'PATCH' });
      await expect(here.closedFolderFor(NUMBER)).rejects.toMatchObject({ code: 'store-unavailable' });
      const urls = await Promise.all([here.closedFolderFor(NUMBER), there.closedFolderFor(NUMBER)]);
      expect(new Set(urls).size).toBe(1);
      expect(store.tenant.sharePoint.inLibrary(PLACE, CLOSED_FOLDER).map(({ name }) => name)).toEqual([
        NUMBER,
      ]);
    });

    it('leave no open folder beside the closed one', async () => {
      await documents.closedFolderFor(NUMBER);
      store.tenant.sharePoint.makeFolder(PLACE, NUMBER);
      const restarted = open();
      await restarted.learnAll();
      expect(restarted.known(NUMBER)).toMatchObject({ isOpen: true, url: documents.known(NUMBER)?.url });
      await restarted.closedFolderFor(NUMBER);
      expect(folders()).toEqual([CLOSED_FOLDER]);
      const inside = store.tenant.sharePoint.inLibrary(PLACE, CLOSED_FOLDER).map(({ name }) => name);
      expect(inside).toEqual([NUMBER, expect.stringMatching(new RegExp(`^${NUMBER} .+`))]);
    });

    it('are found where a person has moved them', async () => {
      await documents.closedFolderFor(NUMBER);
      store.tenant.sharePoint.moveFolder(PLACE, CLOSED, '');
      expect(await documents.folderOf(NUMBER)).toMatchObject({ isOpen: true });
      await documents.learnAll();
      expect(documents.known(NUMBER)).toMatchObject({ isOpen: true });
    });

    it('wait, and are said to, while nobody has made a closed place for them', async () => {
      store.tenant.sharePoint.removeFolder(PLACE, CLOSED_FOLDER);
      await documents.folderFor(NUMBER);
      for (const number of [NUMBER, 'VOF-2026-0013'])
        await expect(documents.closedFolderFor(number)).rejects.toThrow(/npm run provision/);
      expect(folders()).toEqual([NUMBER]);
    });

    it('keep what was opened to somebody by name: only a person can take that back', async () => {
      await documents.folderFor(NUMBER);
      store.tenant.sharePoint.putFile(PLACE, NUMBER, 'Anbud.docx');
      store.tenant.sharePoint.share(PLACE, `${NUMBER}/Anbud.docx`, 'Konsult');
      await documents.closedFolderFor(NUMBER);
      expect(readers(`${CLOSED}/Anbud.docx`)).toContain('Konsult');
      expect(readers(CLOSED)).toEqual([GROUP]);
    });
  });
});
