import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { createSampleDirectory } from '../../../bot/local/directory.ts';
import { lockHolder } from '../../../bot/local/lockFile.ts';
import { openPlace } from '../../../infra/import/place.ts';
import { provision } from '../../bot/support/organisationRow.ts';

const SAMPLE = { people: createSampleDirectory(), mustExist: true } as const;

describe('where an import goes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'place-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the folder that was named, whatever the environment says', async () => {
    const store = openStore(storeFile(folder));
    await provision(store.log);
    await store.close();
    const place = await openPlace(folder, { FARDPLAN_TENANT_ID: 'half a setting' }, SAMPLE);
    expect(await place.log.readAfter(0, 10)).toHaveLength(1);
    const address = 'verktygsadministrator.klk@ekhamra.example';
    expect((await place.directory.person(address))?.name).toContain('Verktygsadministratör');
    await place.close();
    await expect(place.log.readAfter(0, 10)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(lockHolder(folder)).toBeUndefined();
    await (await openPlace(folder, {}, SAMPLE)).close();
  });

  it('is never made by the import', async () => {
    await expect(openPlace(folder, {}, SAMPLE)).rejects.toMatchObject({
      code: 'place-unavailable',
      message: expect.stringContaining('npm start'),
    });
  });

  it('is nowhere while the settings of SharePoint are only half there', async () =>
    expect(openPlace(undefined, { FARDPLAN_TENANT_ID: 'half a setting' }, SAMPLE)).rejects.toMatchObject({
      code: 'store-settings-incomplete',
      message: expect.stringContaining('FARDPLAN_LOG_SITE_ID (missing)'),
    }));
});
