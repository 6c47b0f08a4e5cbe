import { at, message } from '../../../../contracts/deliveries/withInstances.ts';
import { entry, readAll, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

/** SharePoint tells in words that a key is taken, and in the language of the site. */
const SWEDISH = 'Ett eller flera fält med krav på unika värden har redan det angivna värdet.';
const POST = { method: 'POST', path: /\/items$/ };

describe('a site in another language than English', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore({ behaviour: { duplicateMessage: SWEDISH } });
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
  const keys = () =>
    store.tenant.sharePoint.rows(SAMPLE.logSite, 'Händelselogg').map(({ fields }) => fields.EventKey);

  it('has one writer of a row, and tells the other', async () => {
    const [{ log: here }, { log: there }] = [await store.open(), await store.open()];
    await there.read('I-A');
    await written(here.append('I-A', 0, entry('op-1')));
    expect(await there.append('I-A', 0, entry('op-2'))).toEqual({ outcome: 'conflict', actualVersion: 1 });
    expect(keys()).toEqual(['I-A#000001']);
  });

  it('does not take a retry of its own for a conflict, alone or together with another row', async () => {
    const { log } = await store.open();
    await log.read('I-A');
    store.tenant.faults.next('lost-answer', POST);
    store.tenant.faults.next('busy', { method: 'GET', path: /\/items$/, times: 2 });
    expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('appended');
    store.tenant.faults.next('lost-answer', { method: 'POST', path: /batch$/ });
    const pair = [
      { stream: 'NUMBERS-VOF-2026', expectedVersion: 0, entry: entry('I-A') },
      { stream: 'I-A', expectedVersion: 1, entry: entry('op-2') },
    ];
    expect((await log.appendAll(pair)).map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
    expect(keys()).toEqual(['I-A#000001', 'NUMBERS-VOF-2026#000001', 'I-A#000002']);
    expect(await readAll(log)).toHaveLength(3);
  });

  it('has each message once, whoever adds it', async () => {
    const [{ deliveries: here }, { deliveries: there }] = [await store.open(), await store.open()];
    const messages = [1, 2, 3].map((n) => message(`m-${n}`));
    await Promise.all([here, there].map((one) => one.add(messages)));
    expect(store.tenant.sharePoint.rows(SAMPLE.logSite, 'Leveranser')).toHaveLength(3);
    expect(await here.claim(at(0), at(1), 10)).toHaveLength(3);
  });

  it('still says no when what was sent is wrong and the key is free', async () => {
    const { log, deliveries } = await store.open();
    await log.read('I-A');
    for (const [title, name] of [
      ['Händelselogg', 'Hash'],
      ['Leveranser', 'RowKey'],
    ] as const)
      store.tenant.sharePoint
        .list(SAMPLE.logSite, title)
        .columns.find((column) => column.name === name)!.settings = { maxLength: 3 };
    await expect(log.append('I-A', 0, entry('op-1'))).rejects.toMatchObject({ status: 400 });
    await expect(deliveries.add([message('m-1')])).rejects.toMatchObject({ status: 400 });
    expect(store.tenant.violations.all()).toMatchObject([{ kind: 'over-limit' }, { kind: 'over-limit' }]);
    store.tenant.violations.clear();
  });
});
