import type { Writable } from 'node:stream';
import type { LogSource } from '../adapters/chain/logSource.ts';
import type { Deliveries, EventLog } from '../app/ports/index.ts';

export type Output = { readonly stdout: Writable; readonly stderr: Writable };

/** What restore writes to. */
export type LogTarget = {
  readonly log: EventLog;
  readonly deliveries: Pick<Deliveries, 'checkpoint' | 'moveCheckpoint'>;
  readonly close: () => Promise<void>;
};

/** Opens the store that the command line or the settings name. @param data the folder that was named, if one was. */
export type LogDoors = {
  readonly toRead: (data: string | undefined) => Promise<LogSource>;
  readonly toWrite: (data: string | undefined) => Promise<LogTarget>;
};
