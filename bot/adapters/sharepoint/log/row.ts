import { DamagedStream, type LogEntry, type LogRow } from '../../../app/ports/eventLog.ts';
import { linkHash } from '../../chain/link.ts';
import { type Recorded, rowFrom, splitKey } from '../../chain/record.ts';
import type { Fields } from '../lists/item.ts';
import type { CopiedRow } from '../mirror/mirror.ts';
import { LONGEST_NOTE, LONGEST_TEXT } from '../schema/list.ts';

/** A row as it is written to the list. Every column but `Record` and the hashes only repeats the record. */
export function logFields(
  { key, record }: Recorded,
  entry: LogEntry,
  { previousHash, attempt }: { previousHash: string; attempt: string },
) {
  const { stream, sequence } = splitKey(key);
  return {
    Title: key,
    EventKey: key,
    Stream: stream,
    Sequence: sequence,
    OperationId: entry.operationId,
    EventTypes: [...new Set(entry.events.map(({ type }) => type))].join(', ').slice(0, LONGEST_NOTE),
    Actor: entry.actor.slice(0, LONGEST_TEXT),
    EventTime: entry.at,
    PreviousHash: previousHash,
    Hash: linkHash(previousHash, record),
    Record: record,
    Attempt: attempt,
  };
}

export type StoredFields = {
  readonly key: string;
  readonly stream: string;
  readonly sequence: number;
  readonly operationId: string;
  readonly record: string;
  readonly previousHash: string;
  readonly hash: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const storedFields = (fields: Fields): StoredFields => ({
  key: text(fields.EventKey),
  stream: text(fields.Stream),
  sequence: Number(fields.Sequence ?? 0),
  operationId: text(fields.OperationId),
  record: text(fields.Record),
  previousHash: text(fields.PreviousHash),
  hash: text(fields.Hash),
});

/** Undefined unless the hash fits the record and the record names this row. */
export function intactRow({ position, fields }: CopiedRow): LogRow | undefined {
  const { key, record, previousHash, hash } = storedFields(fields);
  if (linkHash(previousHash, record) !== hash) return undefined;
  try {
    const row = rowFrom(position, record, previousHash, hash);
    return row.key === key ? row : undefined;
  } catch {
    return undefined;
  }
}

/** A row somebody has damaged is not read past: nobody may decide on half a history. */
export function toLogRow(copied: CopiedRow): LogRow {
  const row = intactRow(copied);
  if (row) return row;
  const key = storedFields(copied.fields).key;
  throw new DamagedStream(
    `row ${key} (item ${copied.id}) of the event log is damaged: restore an earlier version of it in SharePoint`,
  );
}
