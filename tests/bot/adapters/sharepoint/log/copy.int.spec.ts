import { readdirSync, writeFileSync } from 'node:fs';
import { FIRST_PREVIOUS_HASH } from '../../../../../bot/adapters/chain/link.ts';
import { type Recorded, writeRecord } from '../../../../../bot/adapters/chain/record.ts';
import { logFields } from '../../../../../bot/adapters/sharepoint/log/row.ts';
import { appendAtEnd, entry, readAll, times, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(60_000);

const LOG = [SAMPLE.logSite, 'Händelselogg'] as const;
const SLOW = { busyMs: 1_000_000, idleMs: 1_000_000 };

const fieldsOf = (recorded: Recorded) =>
  logFields(recorded, entry('op-1'), { previousHash: FIRST_PREVIOUS_HASH, attempt: 'import' });

describe("an instance's copy of the log", () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });

  it('makes a restart cost one unit, and two to see which lists there are, with all rows there', async () => {
    const folder = store.folder();
    const before = await store.open({ folder });
    for (const i of times(30, (n) => n)) await written(before.log.append(`I-${i}`, 0, entry('op-1')));
    await before.whenComplete();
    const rows = await readAll(before.log);
    await before.close();

    store.tenant.ledger.reset();
    const after = await store.open({ folder, every: SLOW });
    await after.whenComplete();
    expect(await readAll(after.log)).toEqual(rows);
    expect(store.tenant.ledger.total()).toBe(3);
    expect(after.ready().troubles).toEqual([]);
  });

  it('notices what was written while it was away', async () => {
    const folder = store.folder();
    const before = await store.open({ folder });
    await written(before.log.append('I-A', 0, entry('op-1')));
    await readAll(before.log);
    await before.close();
    const other = await store.open();
    await written(other.log.append('I-A', 1, entry('op-2')));
    const { log } = await store.open({ folder });
    expect((await readAll(log)).map(({ operationId }) => operationId)).toEqual(['op-1', 'op-2']);
  });

  it('costs one unit to ask for news when there is none, and nothing when it was asked just now', async () => {
    const { log } = await store.open();
    await written(log.append('I-A', 0, entry('op-1')));
    await log.readAfter(0, 10);
    store.tenant.ledger.reset();
    await log.readAfter(0, 10);
    expect(store.tenant.ledger.total()).toBe(1);
    const { log: calm } = await store.open({ every: SLOW });
    await calm.readAfter(0, 10);
    store.tenant.ledger.reset();
    for (const _ of times(10, (n) => n)) await calm.readAfter(0, 10);
    expect(store.tenant.ledger.total()).toBe(0);
  });

  it('asks for news when somebody waits for it, however lately it did', async () => {
    const [here, calm] = [await store.open(), await store.open({ every: SLOW })];
    await calm.log.readAfter(0, 10);
    await written(here.log.append('I-A', 0, entry('op-1')));
    expect(await calm.log.readAfter(0, 10)).toEqual([]);
    expect(await calm.log.readAfter(0, 10, true)).toMatchObject([{ operationId: 'op-1' }]);
  });

  it('reads the list again when the link for news has died, while writing goes on', async () => {
    const [here, there] = [await store.open(), await store.open()];
    for (const i of times(20, (n) => n)) await appendAtEnd(there.log, `I-${i % 4}`, entry(`op-${i}`));
    await readAll(here.log);
    store.tenant.sharePoint.expireDelta(...LOG);
    await Promise.all([
      ...times(20, (i) => appendAtEnd(there.log, `I-${i % 4}`, entry(`op-there-${i}`))),
      ...times(20, (i) => appendAtEnd(here.log, `I-${i % 4}`, entry(`op-here-${i}`))),
    ]);
    for (const { log, whenComplete } of [here, there]) {
      await log.readAfter(0, 1);
      await whenComplete();
    }
    const rows = await readAll((await store.open()).log);
    expect(rows.length).toBe(60);
    for (const { log } of [here, there]) {
      const seen = (await readAll(log)).map(({ key }) => key);
      expect(seen.sort()).toEqual(rows.map(({ key }) => key).sort());
    }
    expect(here.ready().troubles.filter(({ kind }) => kind !== 'late')).toEqual([]);
  });

  it('finds by reading again what was removed while the link was dead', async () => {
    const { log, ready, whenComplete } = await store.open();
    await written(log.append('I-A', 0, entry('op-1')));
    await written(log.append('I-A', 1, entry('op-2')));
    await readAll(log);
    store.tenant.sharePoint.remove(...LOG, store.tenant.sharePoint.rows(...LOG)[1]!.id);
    store.tenant.sharePoint.expireDelta(...LOG);
    await log.readAfter(0, 10);
    await whenComplete();
    await log.readAfter(0, 10);
    expect(ready().troubles).toMatchObject([{ kind: 'deleted', key: 'I-A#000002' }]);
    expect((await log.read('I-A')).length).toBe(2);
  });

  it('goes on with a first reading where it was broken off', async () => {
    for (const i of times(1_500, (n) => n))
      store.tenant.sharePoint.add(...LOG, fieldsOf(writeRecord(`I-${i}`, 1, entry('op-1'))));
    const folder = store.folder();
    const progress: number[] = [];
    const broken = await store.open({
      folder,
      onProgress: (list, rows) => {
        if (list !== 'Händelselogg') return;
        progress.push(rows);
        // The first page is in, the next never comes.
        store.tenant.faults.atRandom({ 'silence-before': 1 }, { method: 'GET', path: /items$/ });
      },
    });
    const reading = broken.log.readAfter(0, 1).catch((error: unknown) => error);
    while (!store.tenant.faults.struck()['silence-before']) await new Promise((done) => setTimeout(done, 5));
    const closing = broken.close();
    store.tenant.faults.clear();
    await closing;
    expect(await reading).toMatchObject({ code: 'store-unavailable' });
    expect(progress).toEqual([1_000]);

    store.tenant.calls.clear();
    const again = await store.open({ folder });
    expect((await readAll(again.log)).length).toBe(1_500);
    const pages = store.tenant.calls.all().filter(({ path }) => path.endsWith('/items'));
    expect(pages.length).toBe(1);
  });

  it('throws away a copy that is damaged, of another site, or open elsewhere', async () => {
    const folder = store.folder();
    const first = await store.open({ folder });
    await written(first.log.append('I-A', 0, entry('op-1')));
    // Open elsewhere: the second works from memory.
    const second = await store.open({ folder });
    expect((await readAll(second.log)).length).toBe(1);
    await first.close();
    for (const name of readdirSync(folder)) writeFileSync(`${folder}/${name}`, 'this is no database');
    const third = await store.open({ folder });
    expect((await readAll(third.log)).length).toBe(1);
  });
});
