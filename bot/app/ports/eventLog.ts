/**
 * The append-only log, the one truth. A row holds all events of one command, so a command is atomic.
 * Both adapters (SQLite, SharePoint lists) pass `tests/contracts/eventLog.contract.ts`.
 * Source: docs/adr/0005-event-log.md
 */

/** One fact as stored. `type` names it; the rest is the adapter's business only as JSON. */
export type StoredEvent = { readonly type: string };

/**
 * What a command wants to write. `at` is ISO 8601 UTC, `actor` an Entra object id or a system name.
 * `events` is plain JSON, at least one event; what JSON cannot carry (undefined, dates, NaN) does not survive.
 */
export type LogEntry = {
  readonly operationId: string;
  readonly actor: string;
  readonly at: string;
  readonly events: readonly StoredEvent[];
};

/**
 * A written row. `sequence` orders a stream from 1. `position` orders rows over all streams for catching up: once a
 * row has been read, no row with a lower position appears later (SQLite's counter has no gaps, others may have).
 * `hash` is SHA-256 (hex) over `previousHash` and the row's record; the first row of a stream follows 64 zeros.
 */
export type LogRow = LogEntry & {
  readonly key: string;
  readonly stream: string;
  readonly sequence: number;
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
};

export type AppendResult =
  /** Written now. */
  | { readonly outcome: 'appended'; readonly row: LogRow }
  /** The same operation had already been written to this stream: one effect, the same answer. */
  | { readonly outcome: 'replayed'; readonly row: LogRow }
  /** The stream is not where the caller thought (mostly: somebody else was first). Reload and decide again. */
  | { readonly outcome: 'conflict'; readonly actualVersion: number };

/** A row that is wanted: `entry` after row `expectedVersion` of `stream`, 0 for a new stream. */
export type WantedRow = {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly entry: LogEntry;
};

/** Rows of one `appendAll`: a command has one, and one more where it must take something first. */
export const MOST_ROWS = 10;

export interface EventLog {
  /**
   * Writes the row `stream#(expectedVersion + 1)`. The unique key is the only lock.
   * @param expectedVersion sequence of the last row the caller has seen, 0 for a new stream.
   * A row that is returned is on disk, and its events are what a later read gives.
   * @throws StoreUnavailable when nobody can say whether it was written; asking again with the same operation is safe.
   * @throws InvalidLogEntry, LogEntryTooLarge before anything is written; asking again does not help.
   */
  append(stream: string, expectedVersion: number, entry: LogEntry): Promise<AppendResult>;
  /**
   * Writes rows of different streams in this order, at the price of one: each only when the one before it was written
   * now. A crash or a lost race leaves the first ones, never a later one without an earlier.
   * @returns what became of each, up to and with the first that was not `appended`. Only where a store finds out
   * afterwards that its key let two rows through (0012) does a row stand after a conflict.
   * @throws as `append`; when nobody can say how far it came, asking again with the same operations is safe.
   */
  appendAll(rows: readonly WantedRow[]): Promise<readonly AppendResult[]>;
  /** All rows of one stream in order. @throws DamagedStream */
  read(stream: string): Promise<readonly LogRow[]>;
  /**
   * Rows after `position` in log order, at most `limit`; fewer mean caught up. A row that others have damaged is left
   * out: its own stream has a gap then, and no other is held up.
   * @param isAsked somebody waits for news: a store elsewhere is asked for it, however lately that was done.
   */
  readAfter(position: number, limit: number, isAsked?: boolean): Promise<readonly LogRow[]>;
  /** Waits for appends under way; everything asked afterwards is answered with StoreUnavailable. */
  close(): Promise<void>;
}

/** Names a row in every store: `VOF…#000017`. Upper-case ASCII, at most 255 characters (SharePoint's text column). */
export const rowKey = (stream: string, sequence: number): string =>
  `${stream}#${String(sequence).padStart(6, '0')}`;

/** The store did not answer, or answered unclearly. Nothing may be taken as written or not written. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/** A row of the stream is missing or was changed by others. Nobody decides on half a history: it must be restored. */
export class DamagedStream extends StoreUnavailable {}

/** Longest row in UTF-16 code units: SharePoint's text column takes 63,999 and some room is kept. */
export const LONGEST_RECORD = 60_000;

/** The events do not fit in a row of every store. Nothing was written, and nothing is ever cut. */
export class LogEntryTooLarge extends Error {
  readonly code = 'log-entry-too-large';
  readonly limit = LONGEST_RECORD;
  /** Of the whole row, in the same measure as the limit. */
  readonly length: number;
  /** Dotted path of the longest text in the events, e.g. `content.problem`: what to shorten. */
  readonly field: string;
  constructor(key: string, { length, field }: { readonly length: number; readonly field: string }) {
    super(`${key} would be ${length} characters with ${field}, the most is ${LONGEST_RECORD}`);
    this.length = length;
    this.field = field;
  }
}

/** A stream name, id, time or event that no store takes: a bug in the caller. Nothing was written. */
export class InvalidLogEntry extends Error {
  readonly code = 'invalid-log-entry';
}
