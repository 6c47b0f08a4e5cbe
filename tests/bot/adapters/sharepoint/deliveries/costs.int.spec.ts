import type { SharePointStore } from '../../../../../bot/adapters/sharepoint/index.ts';
import { at, LANDED, message } from '../../../../contracts/deliveries/withInstances.ts';
import { times } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

const SELDOM = { busyMs: 3_600_000_000, idleMs: 3_600_000_000 };
const WRITE = 2;

let tenant: TenantStore;
let here: SharePointStore;
beforeEach(async () => {
  tenant = await tenantStore({ behaviour: { quirks: false } });
  here = await tenant.open({ every: SELDOM });
  await here.whenComplete();
  await here.deliveries.nextDue();
  tenant.tenant.ledger.reset();
  tenant.tenant.calls.clear();
});
afterEach(async () => {
  await tenant.dispose();
  expect(tenant.tenant.violations.all()).toEqual([]);
});

const units = () => tenant.tenant.ledger.total();
/** Requests that went over the line; parts of a batch are none. */
const trips = () => tenant.tenant.calls.all().filter(({ inBatch }) => !inBatch).length;
const statesIn = () =>
  tenant.tenant.sharePoint
    .rows(SAMPLE.logSite, 'Leveranser')
    .map(({ fields }) => [fields.DeliveryStatus, fields.Activity]);

describe('what a message costs', () => {
  it('is two writes when it is claimed with the adding', async () => {
    const added = await here.deliveries.add([message('a')], at(1));
    await here.deliveries.sent('a', LANDED);
    expect(added).toEqual(['a']);
    expect(units()).toBe(2 * WRITE);
  });

  it('is two writes after the adding when it is claimed later: no mark of its own, nothing read', async () => {
    await here.deliveries.add(times(20, (i) => message(`m-${i}`)));
    tenant.tenant.ledger.reset();
    const claimed = await here.deliveries.claim(at(0), at(1), 20);
    await Promise.all(claimed.map(({ key }) => here.deliveries.sent(key, LANDED)));
    expect(units()).toBe(20 * 2 * WRITE);
  });
});

describe('messages that land together', () => {
  it('are noted together: those that come meanwhile share the next round trip', async () => {
    await here.deliveries.add(
      times(20, (i) => message(`m-${i}`)),
      at(1),
    );
    tenant.tenant.calls.clear();
    await Promise.all(times(20, (i) => here.deliveries.sent(`m-${i}`, LANDED)));
    expect(trips()).toBeLessThanOrEqual(2);
    expect(statesIn()).toEqual(Array(20).fill(['sent', LANDED.activity]));
  });

  it('are noted each for itself when some of it is refused or lost', async () => {
    await here.deliveries.add(
      times(20, (i) => message(`m-${i}`)),
      at(1),
    );
    const there = await tenant.open();
    await there.deliveries.sent('m-7', { ...LANDED, activity: 'first' });
    await there.deliveries.postpone('m-8', at(9), '429');
    tenant.tenant.faults.atRandom({ throttled: 0.1, 'lost-answer': 0.1, 'reset-after': 0.1 }, { seed: 5 });
    await Promise.all(times(20, (i) => here.deliveries.sent(`m-${i}`, LANDED)));
    tenant.tenant.faults.clear();
    const activity = (i: number) => (i === 7 ? 'first' : LANDED.activity);
    expect(statesIn()).toEqual(times(20, (i) => ['sent', activity(i)]));
  });
});

describe('a claim whose answer was lost', () => {
  it('is not taken for a message that may be on its way', async () => {
    await here.deliveries.add([message('a')]);
    // The row is changed, but neither that nor what it is now can be asked for any more.
    const { fetch } = tenant.tenant;
    let [isDown, wasDown] = [false, false];
    const cut: typeof globalThis.fetch = async (input, init) => {
      const answer = isDown ? undefined : await fetch(input, init);
      if (!wasDown && String(init?.body).includes('PATCH')) [isDown, wasDown] = [true, true];
      if (isDown || !answer) throw new TypeError('the line is dead');
      return answer;
    };
    const cutOff = await tenant.open({
      every: SELDOM,
      graph: tenant.graph(SAMPLE.serviceApp, { fetch: cut, patienceMs: 1_000 }),
    });
    await cutOff.whenComplete();
    await expect(cutOff.deliveries.claim(at(0), at(1), 1)).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    isDown = false;
    const [claimed] = await cutOff.deliveries.claim(at(2), at(3), 1);
    expect(claimed).toMatchObject({ key: 'a', isAbandoned: false, state: { attempts: 2 } });
    const [taken] = await here.deliveries.claim(at(4), at(5), 1);
    expect(taken).toMatchObject({ key: 'a', isAbandoned: true });
  });
});
