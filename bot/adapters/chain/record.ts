import {
  InvalidLogEntry,
  LONGEST_RECORD,
  type LogEntry,
  LogEntryTooLarge,
  type LogRow,
  MOST_ROWS,
  rowKey,
  type WantedRow,
} from '../../app/ports/eventLog.ts';

/** The stored text of a row, and the key it is stored under. */
export type Recorded = { readonly key: string; readonly record: string };

/** What a record says once parsed; everything about a row but its position and hashes. */
export type RecordContent = LogEntry & { readonly key: string };

/** Rows are found by their key as text, so the number in it has a fixed width. */
const LAST_SEQUENCE = 999_999;
const SEQUENCE_DIGITS = 6;

const STREAM = /^[A-Z0-9][A-Z0-9._-]{0,247}$/;
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
/** No control characters, and no halves of surrogate pairs: SQLite would store something else. */
const ID = /^[^\p{Cc}\p{Cs}]{1,255}$/u;
const ID_RULE = '1–255 printable characters';

/**
 * Writes a row as the text that is stored and hashed: `{key, operationId, actor, at, events}` as JSON, in this order.
 * The key is inside, so nothing outside the hash matters.
 * @throws InvalidLogEntry for what no store takes, LogEntryTooLarge above `LONGEST_RECORD` UTF-16 code units.
 */
export function writeRecord(stream: string, sequence: number, entry: LogEntry): Recorded {
  checkStream(stream);
  if (!Number.isSafeInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE)
    throw new InvalidLogEntry(`${stream} cannot have a row number ${sequence}`);
  const key = rowKey(stream, sequence);
  checkEntry(key, entry);
  const { operationId, actor, at, events } = entry;
  const record = asJson(key, { key, operationId, actor, at, events });
  if (record.length > LONGEST_RECORD)
    throw new LogEntryTooLarge(key, { length: record.length, field: longestField(events).path });
  return { key, record };
}

/** Rows that are written together, checked and made into text before any of them is. @throws as `writeRecord` */
export function writeRecords(
  rows: readonly WantedRow[],
): readonly (WantedRow & { readonly recorded: Recorded })[] {
  if (rows.length === 0 || rows.length > MOST_ROWS)
    throw new InvalidLogEntry(`${rows.length} rows cannot be written together`);
  if (new Set(rows.map(({ stream }) => stream)).size < rows.length)
    throw new InvalidLogEntry('rows that are written together are of different streams');
  return rows.map((row) => ({
    ...row,
    recorded: writeRecord(row.stream, row.expectedVersion + 1, row.entry),
  }));
}

/** Reads a stored record; throws SyntaxError when it is not JSON. */
export const readRecord = (record: string): RecordContent => JSON.parse(record) as RecordContent;

/** Puts a row together from what is stored of it. */
export function rowFrom(position: number, record: string, previousHash: string, hash: string): LogRow {
  const { key, operationId, actor, at, events } = readRecord(record);
  const { stream, sequence } = splitKey(key);
  return { key, stream, sequence, position, operationId, actor, at, events, previousHash, hash };
}

/** `VOF…#000017` → stream and sequence. */
export function splitKey(key: string): { readonly stream: string; readonly sequence: number } {
  const numberAt = key.length - SEQUENCE_DIGITS;
  return { stream: key.slice(0, numberAt - 1), sequence: Number(key.slice(numberAt)) };
}

/** @throws InvalidLogEntry unless the name is upper-case ASCII letters, digits and `. _ -`, at most 248 characters. */
export function checkStream(stream: string): void {
  if (!STREAM.test(stream)) throw new InvalidLogEntry(`${JSON.stringify(stream)} cannot be a stream name`);
}

function checkEntry(key: string, { operationId, actor, at, events }: LogEntry): void {
  if (!isId(operationId)) throw new InvalidLogEntry(`${key}: operationId must be ${ID_RULE}`);
  if (!isId(actor)) throw new InvalidLogEntry(`${key}: actor must be ${ID_RULE}`);
  if (typeof at !== 'string' || !UTC_TIME.test(at) || Number.isNaN(Date.parse(at)))
    throw new InvalidLogEntry(`${key}: at must be ISO 8601 UTC`);
  if (!Array.isArray(events) || events.length === 0) throw new InvalidLogEntry(`${key}: no events`);
  for (const event of events)
    if (typeof event?.type !== 'string' || event.type === '')
      throw new InvalidLogEntry(`${key}: an event has no type`);
}

const isId = (id: unknown): boolean => typeof id === 'string' && ID.test(id) && id.length <= 255;

function asJson(key: string, content: RecordContent): string {
  try {
    return JSON.stringify(content);
  } catch (cause) {
    throw new InvalidLogEntry(`${key}: the events are not plain JSON`, { cause });
  }
}

type Field = { readonly path: string; readonly length: number };

/** The longest text anywhere inside, by its names; numbers in lists are no names. */
function longestField(value: unknown, path = ''): Field {
  if (typeof value === 'string') return { path, length: value.length };
  if (typeof value !== 'object' || value === null) return { path, length: 0 };
  const isList = Array.isArray(value);
  return Object.entries(value)
    .map(([name, inner]) => longestField(inner, isList ? path : [path, name].filter(Boolean).join('.')))
    .reduce((one, other) => (other.length > one.length ? other : one), { path, length: 0 });
}
