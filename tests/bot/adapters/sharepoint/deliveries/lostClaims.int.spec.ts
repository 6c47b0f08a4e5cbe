import type { SharePointStore } from '../../../../../bot/adapters/sharepoint/index.ts';
import { at, message } from '../../../../contracts/deliveries/withInstances.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

/** Longer than anybody waits for an answer. */
const FOR_LONG = 200;

let tenant: TenantStore;
let here: SharePointStore['deliveries'];
let there: SharePointStore['deliveries'];
beforeEach(async () => {
  tenant = await tenantStore();
  const impatient = { graph: tenant.graph(SAMPLE.serviceApp, { patienceMs: 2_000 }) };
  ({ deliveries: here } = await tenant.open(impatient));
  ({ deliveries: there } = await tenant.open());
  await here.nextDue();
});
afterEach(async () => {
  expect(tenant.tenant.violations.all()).toEqual([]);
  await tenant.dispose();
});

const keysOf = (rows: readonly { readonly key: string; readonly isAbandoned: boolean }[]) =>
  rows.map(({ key, isAbandoned }) => [key, isAbandoned]);

/** The list takes the next write, says nothing of it, and does not answer when it is asked for the row. */
function loseTheNext(method: 'POST' | 'PATCH'): void {
  const { faults } = tenant.tenant;
  faults.next('lost-answer', { method, path: /\/items/ });
  faults.next('busy', { method: 'GET', path: /\/items(?:\/\d+)?(?:\?|$)/, times: FOR_LONG });
}

describe('a claim whose answer was lost', () => {
  it('is made again at once by the one who made it, and by nobody else before its lease ends', async () => {
    await here.add([message('a')]);
    loseTheNext('PATCH');
    await expect(here.claim(at(0), at(1), 4)).rejects.toThrow();
    tenant.tenant.faults.clear();
    expect(await there.claim(at(0), at(1), 4)).toEqual([]);
    expect(keysOf(await here.claim(at(0), at(1), 4))).toEqual([['a', false]]);
    expect(await here.claim(at(0), at(1), 4)).toEqual([]);
  });

  it('in the adding is made again at once too, though the message is known', async () => {
    loseTheNext('POST');
    await expect(here.add([message('a')], at(1))).rejects.toThrow();
    tenant.tenant.faults.clear();
    expect(await there.claim(at(0), at(1), 4)).toEqual([]);
    expect(await here.add([message('a')], at(1))).toEqual([]);
    expect(keysOf(await here.claim(at(0), at(1), 4))).toEqual([['a', false]]);
  });

  it('frees all of what it claimed, also what it heard of', async () => {
    await here.add([message('a'), message('b')]);
    const { faults } = tenant.tenant;
    faults.next('lost-answer', { method: 'PATCH', path: /\/items\/2\// });
    faults.next('busy', { method: 'GET', path: /\/items\/2(?:\?|$)/, times: FOR_LONG });
    await expect(here.claim(at(0), at(1), 4)).rejects.toThrow();
    faults.clear();
    expect(keysOf(await here.claim(at(0), at(1), 4))).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  it('is not asked for again and again when the list refuses every one', async () => {
    await here.add([message('a')]);
    tenant.tenant.faults.next('gateway-timeout', { method: 'PATCH', path: /\/items/, times: FOR_LONG });
    expect(await here.claim(at(0), at(1), 4)).toEqual([]);
  });
});
