import { FIRST_PREVIOUS_HASH, linkHash } from '../../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../../bot/adapters/chain/record.ts';
import { logFields } from '../../../bot/adapters/sharepoint/log/row.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import type { Tenant } from '../../tenant/tenant.ts';

const TEXT =
  'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass, och det tar tid från brukarna. '.repeat(4);

/** Puts whole chains into the list, past Graph: `streams` cases that take turns, about 600 characters a row. */
export function fillLog({ sharePoint }: Tenant, rows: number, streams: number): void {
  const hashes = new Map<string, string>();
  for (let i = 0; i < rows; i += 1) {
    const stream = `I-${String(i % streams).padStart(5, '0')}`;
    const entry = {
      operationId: `op-${i}`,
      actor: SAMPLE.caseworker,
      at: '2026-03-02T09:00:00.000Z',
      events: [{ type: 'FollowedUp', status: 'green', text: TEXT }],
    };
    const recorded = writeRecord(stream, Math.floor(i / streams) + 1, entry);
    const previousHash = hashes.get(stream) ?? FIRST_PREVIOUS_HASH;
    hashes.set(stream, linkHash(previousHash, recorded.record));
    sharePoint.add(
      SAMPLE.logSite,
      'Händelselogg',
      logFields(recorded, entry, { previousHash, attempt: `a-${i}` }),
    );
  }
}
