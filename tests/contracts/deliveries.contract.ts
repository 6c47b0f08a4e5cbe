import type { Deliveries } from '../../bot/app/ports/index.ts';
import { adding } from './deliveries/adding.ts';
import { claiming } from './deliveries/claiming.ts';
import { questions } from './deliveries/questions.ts';
import { settling } from './deliveries/settling.ts';
import type { WithInstances } from './deliveries/withInstances.ts';

/** A fresh, empty store that lives as long as one test. */
export type DeliveriesStore = {
  /** One more instance on the same messages. */
  readonly open: () => Promise<Deliveries>;
  readonly dispose: () => Promise<void>;
};

/** What every store of messages must do. Run it in a spec: `deliveriesContract('SQLite', makeStore)`. */
export function deliveriesContract(name: string, makeStore: () => DeliveriesStore): void {
  const withInstances: WithInstances = (test) => async () => {
    const { open, dispose } = makeStore();
    try {
      await test(await open(), await open());
    } finally {
      await dispose();
    }
  };

  describe(`deliveries: ${name}`, () => {
    describe('adding', () => adding(withInstances));
    describe('claiming', () => claiming(withInstances));
    describe('settling', () => settling(withInstances));
    describe('questions', () => questions(withInstances));
  });
}
