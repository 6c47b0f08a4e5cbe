import type { DatabaseSync } from 'node:sqlite';
import {
  type AppendResult,
  DamagedStream,
  type EventLog,
  type LogEntry,
  type LogRow,
  rowKey,
} from '../../app/ports/eventLog.ts';
import { intactAfter } from '../chain/intactAfter.ts';
import { FIRST_PREVIOUS_HASH, linkHash } from '../chain/link.ts';
import { checkStream, type Recorded, rowFrom, splitKey, writeRecord, writeRecords } from '../chain/record.ts';
import { isConstraint } from './errors.ts';
import type { Head, Heads } from './heads.ts';
import type { Read } from './reader.ts';
import type { Writer } from './writer.ts';

/** What a row is put together from; the other columns only repeat the record for people who look with SQL. */
type Columns = [position: number, record: string, previousHash: string, hash: string];
type HeadColumns = [sequence: number, operationId: string, hash: string];
const COLUMNS = 'position, record, previous_hash, hash';

/**
 * The event log on SQLite. Everything of a stream lies between the keys `STREAM#` and `STREAM$`.
 * Source: docs/adr/0005-event-log.md
 */
export function createEventLog(
  db: DatabaseSync,
  { read, writer, heads }: { read: Read; writer: Writer; heads: Heads },
  close: () => Promise<void>,
): EventLog {
  const arrays = { returnArrays: true };
  const insert = db.prepare(
    `INSERT INTO events (key, stream, sequence, operation_id, actor, at, previous_hash, hash, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofStream = db.prepare(`SELECT ${COLUMNS} FROM events WHERE key > ? AND key < ? ORDER BY key`, arrays);
  const operations = db.prepare(
    'SELECT sequence, operation_id, hash FROM events WHERE key > ? AND key < ? ORDER BY key',
    arrays,
  );
  const ofKey = db.prepare(`SELECT ${COLUMNS} FROM events WHERE key = ?`, arrays);
  const after = db.prepare(
    `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    arrays,
  );

  function appendNow(
    stream: string,
    expectedVersion: number,
    entry: LogEntry,
    recorded: Recorded,
  ): AppendResult {
    const known = heads.get(stream);
    if (known?.sequence === expectedVersion && !known.operations.has(entry.operationId)) {
      const row = insertAfter(known, entry, recorded);
      if (row) return { outcome: 'appended', row };
    }
    const head = readHead(stream);
    const written = head.operations.get(entry.operationId);
    if (written) return { outcome: 'replayed', row: toRow(ofKey.get(rowKey(stream, written))) };
    const row = head.sequence === expectedVersion ? insertAfter(head, entry, recorded) : undefined;
    return row ? { outcome: 'appended', row } : { outcome: 'conflict', actualVersion: head.sequence };
  }

  /** Undefined when the key is taken: somebody else has written since the head was read. */
  function insertAfter(head: Head, entry: LogEntry, { key, record }: Recorded): LogRow | undefined {
    const { stream, sequence } = splitKey(key);
    const { operationId, actor, at } = entry;
    const hash = linkHash(head.hash, record);
    try {
      const written = insert.run(key, stream, sequence, operationId, actor, at, head.hash, hash, record);
      const row = rowFrom(Number(written.lastInsertRowid), record, head.hash, hash);
      head.operations.set(operationId, sequence);
      head.sequence = sequence;
      head.hash = hash;
      return row;
    } catch (error) {
      if (isConstraint(error)) return undefined;
      throw error;
    }
  }

  function readHead(stream: string): Head {
    const head: Head = { sequence: 0, hash: FIRST_PREVIOUS_HASH, operations: new Map() };
    for (const [sequence, operationId, hash] of operations.all(
      `${stream}#`,
      `${stream}$`,
    ) as unknown as HeadColumns[]) {
      head.operations.set(operationId, sequence);
      head.sequence = sequence;
      head.hash = hash;
    }
    heads.set(stream, head);
    return head;
  }

  return {
    async append(stream, expectedVersion, entry) {
      const recorded = writeRecord(stream, expectedVersion + 1, entry);
      return writer.write(() => appendNow(stream, expectedVersion, entry, recorded));
    },
    async appendAll(rows) {
      const prepared = writeRecords(rows);
      return writer.write(() => {
        const results: AppendResult[] = [];
        for (const { stream, expectedVersion, entry, recorded } of prepared) {
          const result = appendNow(stream, expectedVersion, entry, recorded);
          results.push(result);
          if (result.outcome !== 'appended') break;
        }
        return results;
      });
    },
    async read(stream) {
      checkStream(stream);
      return read(() => ofStream.all(`${stream}#`, `${stream}$`).map(toRow));
    },
    async readAfter(position, limit) {
      const next = (from: number, most: number) =>
        after.all(from, most).map((columns) => ({ position: (columns as unknown as Columns)[0], columns }));
      return read(() => intactAfter(position, limit, next, ({ columns }) => toRow(columns)));
    },
    close,
  };
}

/** A row somebody has damaged is not read past: nobody may decide on half a history. */
function toRow(columns: unknown): LogRow {
  const [position, record, previousHash, hash] = columns as Columns;
  try {
    return rowFrom(position, record, previousHash, hash);
  } catch (cause) {
    throw new DamagedStream(`the row at position ${position} is damaged: run npm run log -- verify`, {
      cause,
    });
  }
}
