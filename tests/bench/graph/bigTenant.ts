import { FIRST_PREVIOUS_HASH } from '../../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../../bot/adapters/chain/record.ts';
import { logFields } from '../../../bot/adapters/sharepoint/log/row.ts';
import { LOG_LIST } from '../../../bot/adapters/sharepoint/schema/closedSite.ts';
import type { EventLog, LogEntry } from '../../../bot/app/ports/index.ts';
import { emptyTenant, openStore, provision } from '../../production/municipality.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { fillLog } from '../house/bigLog.ts';

/** A tenant whose log holds 10,000 cases of 250,000 events, put there past every application; about a minute. */
export async function bigTenant(): Promise<Tenant> {
  const tenant = await emptyTenant({ behaviour: { quirks: false } });
  const { code, said } = await provision(tenant);
  if (code !== 0) throw new Error(said);
  const last = await fillLog(logInto(tenant));
  const store = await openStore(tenant);
  // All that has happened has been told.
  await store.deliveries.moveCheckpoint(last);
  await store.close();
  tenant.ledger.reset();
  tenant.calls.clear();
  return tenant;
}

/** Chained rows as the adapter writes them, without asking anybody. */
function logInto(tenant: Tenant): EventLog {
  const heads = new Map<string, string>();
  return {
    append: async (stream: string, expectedVersion: number, entry: LogEntry) => {
      const sequence = expectedVersion + 1;
      const recorded = writeRecord(stream, sequence, entry);
      const previousHash = heads.get(stream) ?? FIRST_PREVIOUS_HASH;
      const fields = logFields(recorded, entry, { previousHash, attempt: recorded.key });
      heads.set(stream, fields.Hash);
      const { id } = tenant.sharePoint.add(SAMPLE.logSite, LOG_LIST.title, fields);
      const place = { key: recorded.key, stream, sequence, position: id };
      return { outcome: 'appended', row: { ...entry, ...place, previousHash, hash: fields.Hash } };
    },
    appendAll: () => Promise.reject(new Error('a big log is filled row by row')),
    read: async () => [],
    readAfter: async () => [],
    close: async () => undefined,
  };
}
