import type { Conversations } from '../../app/ports/conversations.ts';
import type { Deliveries } from '../../app/ports/deliveries.ts';
import type { EventLog } from '../../app/ports/eventLog.ts';
import { createConversations } from './conversations.ts';
import { openDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createEventLog } from './eventLog.ts';
import { createHeads } from './heads.ts';
import { createReader } from './reader.ts';
import { createWriter } from './writer.ts';

export { storeFile } from './database.ts';
export { openLogSource } from './logSource.ts';

export type Store = {
  readonly log: EventLog;
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  /** Waits for what is under way and closes the file; `log.close` does the same. May be called twice. */
  readonly close: () => Promise<void>;
};

export type StoreOptions = {
  /** How long a call waits for other processes before it answers StoreUnavailable; default 2,500 ms. */
  readonly patienceMs?: number;
};

/** Leaves time to say in Teams, within its 3 seconds, that the store cannot be reached. */
const PATIENCE_MS = 2_500;

/**
 * Opens the embedded store: event log, deliveries and conversations in one SQLite file, made when missing. Several
 * processes may have the same file open (on a local disk, not a network share).
 * @throws StoreUnavailable when the file cannot be opened, is not ours, or is newer than this program.
 * Source: docs/adr/0005-event-log.md
 */
export function openStore(file: string, { patienceMs = PATIENCE_MS }: StoreOptions = {}): Store {
  const db = openDatabase(file);
  const heads = createHeads();
  const writer = createWriter(db, patienceMs, heads.clear);
  const access = { read: createReader(patienceMs), writer };
  const close = async () => {
    await writer.idle();
    if (db.isOpen) db.close();
  };
  return {
    log: createEventLog(db, { ...access, heads }, close),
    deliveries: createDeliveries(db, access),
    conversations: createConversations(db, access),
    close,
  };
}
