import { catchingUp } from './eventLog/catchingUp.ts';
import { concurrency } from './eventLog/concurrency.ts';
import { content } from './eventLog/content.ts';
import { operations } from './eventLog/operations.ts';
import { order } from './eventLog/order.ts';
import { severalRows } from './eventLog/severalRows.ts';
import type { EventLogStore, WithStore } from './eventLog/withStore.ts';

/** What every event log must do, whatever it is kept in. Run it in a spec: `eventLogContract('SQLite', makeStore)`. */
export function eventLogContract(name: string, makeStore: () => EventLogStore): void {
  const withStore: WithStore = (test) => async () => {
    const store = makeStore();
    try {
      await test(store);
    } finally {
      await store.dispose();
    }
  };

  describe(`event log: ${name}`, () => {
    describe('order and chain', () => order(withStore));
    describe('operations', () => operations(withStore));
    describe('several writers at once', () => concurrency(withStore));
    describe('several rows together', () => severalRows(withStore));
    describe('catching up', () => catchingUp(withStore));
    describe('content', () => content(withStore));
  });
}
