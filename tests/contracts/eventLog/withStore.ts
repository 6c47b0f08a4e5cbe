import type { EventLog } from '../../../bot/app/ports/index.ts';

/** A fresh, empty store that lives as long as one test. */
export type EventLogStore = {
  /** One more instance on the same rows: another server, or the same one after a restart. */
  readonly open: () => Promise<EventLog>;
  /** Ends all instances and removes the store. */
  readonly dispose: () => Promise<void>;
};

/** Gives each test a store of its own. */
export type WithStore = (test: (store: EventLogStore) => Promise<void>) => () => Promise<void>;
