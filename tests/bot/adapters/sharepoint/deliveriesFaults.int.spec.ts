import { StoreUnavailable } from '../../../../bot/app/ports/index.ts';
import { at, LANDED, message } from '../../../contracts/deliveries/withInstances.ts';
import { times } from '../../../contracts/logEntries.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import { tenantStore } from './tenantStore.ts';

jest.setTimeout(60_000);

const untilClear = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === 20) throw error;
    }
  }
};

describe('messages on a SharePoint list that misbehaves', () => {
  it('has each message once, and hands each to one of two instances', async () => {
    const store = await tenantStore();
    const { deliveries: here } = await store.open();
    const { deliveries: there } = await store.open();
    store.tenant.faults.atRandom(
      { throttled: 0.05, busy: 0.02, 'lost-answer': 0.05, 'reset-before': 0.02, 'reset-after': 0.03 },
      { seed: 7 },
    );
    const messages = times(60, (i) => message(`m-${i}`));
    await Promise.all([here, there].map((one) => untilClear(() => one.add(messages))));
    const claimed: string[] = [];
    await Promise.all(
      [here, there].map(async (one) => {
        for (;;) {
          const rows = await untilClear(() => one.claim(at(0), at(1), 4));
          if (rows.length === 0) return;
          for (const { key } of rows) {
            claimed.push(key);
            await untilClear(() => one.sent(key, LANDED));
          }
        }
      }),
    );
    store.tenant.faults.clear();
    const kept = store.tenant.sharePoint.rows(SAMPLE.logSite, 'Leveranser');
    expect(kept.length).toBe(60);
    expect(new Set(claimed).size).toBe(claimed.length);
    // A claim whose call failed as a whole waits for its lease; nothing else is left.
    const { deliveries: later } = await store.open();
    for (const { key } of await later.claim(at(2), at(3), 100)) {
      expect(claimed).not.toContain(key);
      claimed.push(key);
    }
    expect(claimed.sort()).toEqual(messages.map(({ key }) => key).sort());
    expect(store.tenant.violations.all()).toEqual([]);
    await store.dispose();
  });
});
