import { createGraphDirectory } from '../../../../bot/adapters/directory/graphDirectory.ts';
import { SAMPLE, SAMPLE_SEED } from '../../../tenant/seed.ts';
import { startTenant } from '../../../tenant/startTenant.ts';
import { graphTo } from '../sharepoint/tenantStore.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

describe('people of the tenant', () => {
  const open = async () => {
    const users = SAMPLE_SEED.users.map((user) =>
      user.id === SAMPLE.manager ? { ...user, photo: PNG } : user,
    );
    const tenant = await startTenant({ seed: { ...SAMPLE_SEED, users } });
    return { tenant, directory: createGraphDirectory(graphTo(tenant), () => 0) };
  };

  it('knows a person, the manager and the picture, and asks for each once', async () => {
    const { tenant, directory } = await open();
    for (const _ of [1, 2]) {
      expect(await directory.person(SAMPLE.caseworker)).toEqual({
        id: SAMPLE.caseworker,
        name: 'Handläggare hemtjänst norr',
        title: 'Handläggare',
      });
      expect((await directory.manager(SAMPLE.caseworker))?.id).toBe(SAMPLE.manager);
      expect(await directory.photo(SAMPLE.manager)).toEqual({
        bytes: new Uint8Array(PNG),
        type: 'image/png',
      });
    }
    expect(tenant.calls.count()).toBe(3);
    expect(tenant.violations.all()).toEqual([]);
    await tenant.stop();
  });

  it('takes what is not there for nothing, and a short silence for no reason to give up', async () => {
    const { tenant, directory } = await open();
    expect(await directory.manager(SAMPLE.director)).toBeUndefined();
    expect(await directory.photo(SAMPLE.caseworker)).toBeUndefined();
    expect(await directory.person('a1f0c0de-0000-4000-8000-00000000ffff')).toBeUndefined();
    tenant.faults.next('busy', { path: /users/, times: 2 });
    expect(await directory.person(SAMPLE.guest)).toMatchObject({ guest: true });
    await tenant.stop();
  });
});
