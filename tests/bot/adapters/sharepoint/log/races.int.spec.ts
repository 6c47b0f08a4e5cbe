import type { EventLog } from '../../../../../bot/app/ports/index.ts';
import { appendAtEnd, entry, readAll, times, written } from '../../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../tenantStore.ts';

jest.setTimeout(120_000);

const LOG = 'Händelselogg';
const ITEMS = /\/items$/;

describe('appending to a SharePoint list that misbehaves', () => {
  let store: TenantStore;
  beforeEach(async () => {
    store = await tenantStore();
  });
  afterEach(async () => {
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
  const openLog = async (): Promise<EventLog> => (await store.open()).log;
  const rowsInList = () => store.tenant.sharePoint.rows(SAMPLE.logSite, LOG).length;

  it('lets the lowest id count when SharePoint lets two rows with one key through', async () => {
    const [here, there] = [await openLog(), await openLog()];
    await there.read('I-A');
    await written(here.append('I-A', 0, entry('op-1')));
    store.tenant.behaviour.duplicatesToLetThrough = 1;
    expect(await there.append('I-A', 0, entry('op-2'))).toEqual({ outcome: 'conflict', actualVersion: 1 });
    expect(rowsInList()).toBe(2);
    const third = await openLog();
    for (const log of [here, there, third])
      expect((await log.read('I-A')).map(({ operationId }) => operationId)).toEqual(['op-1']);
    expect((await readAll(third)).length).toBe(1);
    await written(third.append('I-A', 1, entry('op-3')));
  });

  it.each(['lost-answer', 'reset-after'] as const)(
    'finds its own row when the answer was lost (%s)',
    async (fault) => {
      const log = await openLog();
      await log.read('I-A');
      store.tenant.faults.next(fault, { method: 'POST', path: ITEMS });
      const result = await log.append('I-A', 0, entry('op-1'));
      expect(result.outcome).toBe('appended');
      expect(rowsInList()).toBe(1);
      expect(await log.read('I-A')).toEqual([await written(Promise.resolve(result))]);
    },
  );

  it.each(['gateway-timeout', 'reset-before', 'busy', 'server-error', 'throttled'] as const)(
    'writes once when the first try came to nothing (%s)',
    async (fault) => {
      const log = await openLog();
      await log.read('I-A');
      store.tenant.faults.next(fault, { method: 'POST', path: ITEMS });
      expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('appended');
      expect(rowsInList()).toBe(1);
    },
  );

  it('says that it does not know when nobody answers any more, and knows again afterwards', async () => {
    const { log } = await store.open({ graph: store.graph(undefined, { patienceMs: 60_000 }) });
    await log.read('I-A');
    store.tenant.faults.atRandom({ 'reset-after': 1 });
    await expect(log.append('I-A', 0, entry('op-1'))).rejects.toMatchObject({ code: 'store-unavailable' });
    store.tenant.faults.clear();
    expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('replayed');
    expect(rowsInList()).toBe(1);
  });

  it('does not take its own retry for a conflict', async () => {
    const log = await openLog();
    await log.read('I-A');
    // The row is written, the answer is lost, and the look for it fails too: the next try collides with itself.
    store.tenant.faults.next('lost-answer', { method: 'POST', path: ITEMS });
    store.tenant.faults.next('busy', { method: 'GET', path: ITEMS, times: 2 });
    expect((await log.append('I-A', 0, entry('op-1'))).outcome).toBe('appended');
    expect(rowsInList()).toBe(1);
  });

  it.each([2, 4])(
    'loses none and doubles none of 120 operations of %d writers when much goes wrong',
    async (writers) => {
      const logs = await Promise.all(times(writers, openLog));
      store.tenant.faults.atRandom(
        {
          throttled: 0.05,
          busy: 0.02,
          'lost-answer': 0.04,
          'gateway-timeout': 0.02,
          'reset-before': 0.02,
          'reset-after': 0.03,
        },
        { seed: writers, retryAfter: 1 },
      );
      store.tenant.behaviour.duplicatesToLetThrough = 5;
      const each = 120 / writers;
      await Promise.all(
        logs.map(async (log, w) => {
          for (const i of times(each, (n) => n))
            await untilClear(() => appendAtEnd(log, i % 3 ? 'I-SHARED' : `I-${w}`, entry(`op-${w}-${i}`), 0));
        }),
      );
      expect(Object.values(store.tenant.faults.struck()).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(10);
      store.tenant.faults.clear();
      const fresh = await openLog();
      const wanted = times(writers, (w) => times(each, (i) => `op-${w}-${i}`)).flat();
      expect((await readAll(fresh)).map(({ operationId }) => operationId).sort()).toEqual(wanted.sort());
      for (const log of logs)
        expect((await readAll(log)).map(({ key }) => key).sort()).toEqual(
          (await readAll(fresh)).map(({ key }) => key).sort(),
        );
    },
  );

  it('gives readers no row before those below it, however late news comes', async () => {
    const [here, there] = [await openLog(), await openLog()];
    await readAll(there);
    store.tenant.behaviour.deltaLagMs = 60_000;
    const first = await written(here.append('I-A', 0, entry('op-1')));
    const second = await written(there.append('I-B', 0, entry('op-2')));
    expect((await there.readAfter(0, 10)).map(({ key }) => key)).toEqual([first.key, second.key]);
  });
});

/** An unclear answer is cleared up by asking again with the same operation. */
async function untilClear<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'store-unavailable' || attempt === 20) throw error;
    }
  }
}
