import { at, message } from '../../../../contracts/deliveries/withInstances.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const SLOW = { busyMs: 600_000, idleMs: 600_000 };

describe('what another instance has given up', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(() => store.dispose());

  it('is sent when the app comes, also by an instance that has not heard of it', async () => {
    const [{ deliveries: here }, { deliveries: late }] = [
      await store.open(),
      await store.open({ every: SLOW }),
    ];
    const one = message('m-1');
    await here.add([one]);
    await late.nextDue();
    await here.failed('m-1', 'not-installed', at(0));
    expect(await late.retryFailed(one.to, 'not-installed')).toBe(1);
    expect(await here.get('m-1')).toMatchObject({ state: { status: 'due' } });
  });
});
