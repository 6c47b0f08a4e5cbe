import { FIRST_PREVIOUS_HASH, linkHash } from '../../bot/adapters/chain/link.ts';
import { checkStream, rowFrom, writeRecord, writeRecords } from '../../bot/adapters/chain/record.ts';
import type { AppendResult, EventLog, LogEntry, LogRow } from '../../bot/app/ports/index.ts';
import { createFaults, type FaultMoment } from './faults.ts';

export type MemoryEventLog = EventLog & {
  /** Lets the next append of this instance fail with StoreUnavailable. */
  readonly failNext: (moment: FaultMoment) => void;
  /** Every row, in log order; the same array as given. */
  readonly rows: readonly LogRow[];
};

/** An event log in memory. Instances given the same array are instances of the same store. */
export function memoryEventLog(rows: LogRow[] = []): MemoryEventLog {
  const { failNext, write, read, close } = createFaults();
  const ofStream = (stream: string) => rows.filter((row) => row.stream === stream);

  function appendNow(stream: string, expectedVersion: number, entry: LogEntry, record: string): AppendResult {
    const written = ofStream(stream);
    const earlier = written.find(({ operationId }) => operationId === entry.operationId);
    if (earlier) return { outcome: 'replayed', row: earlier };
    if (written.length !== expectedVersion) return { outcome: 'conflict', actualVersion: written.length };
    const previousHash = written.at(-1)?.hash ?? FIRST_PREVIOUS_HASH;
    const row = rowFrom(rows.length + 1, record, previousHash, linkHash(previousHash, record));
    rows.push(row);
    return { outcome: 'appended', row };
  }

  return {
    rows,
    failNext,
    close,
    async append(stream, expectedVersion, entry) {
      const { record } = writeRecord(stream, expectedVersion + 1, entry);
      return write(() => appendNow(stream, expectedVersion, entry, record));
    },
    async appendAll(wanted) {
      const prepared = writeRecords(wanted);
      return write((isCutOff) => {
        const results: AppendResult[] = [];
        for (const { stream, expectedVersion, entry, recorded } of prepared) {
          const result = appendNow(stream, expectedVersion, entry, recorded.record);
          results.push(result);
          if (result.outcome !== 'appended' || isCutOff) break;
        }
        return results;
      });
    },
    async read(stream) {
      checkStream(stream);
      return read(() => ofStream(stream));
    },
    readAfter: (position, limit) => read(() => rows.slice(position, position + limit)),
  };
}
