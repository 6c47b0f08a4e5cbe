import type { StoredRow } from './checkChains.ts';

/** The event log as it lies in a store, nothing trusted and nothing changed: for checking it and for taking it out. */
export type LogSource = {
  /**
   * Hands over every row of one moment, in log order.
   * @returns what the store itself finds wrong, in words without anything that people wrote.
   */
  readonly walk: (take: (row: StoredRow) => void) => Promise<readonly string[]>;
  /** The rows there were when asked, in log order: a slow receiver holds up nobody. */
  readonly rows: () => Iterable<StoredRow>;
  /** The rows of a stream in their order. Letters as in the stream's name. */
  readonly ofStream: (stream: string) => readonly StoredRow[];
  /** Rows whose record holds this text. */
  readonly withText: (text: string) => Iterable<StoredRow>;
  readonly close: () => Promise<void>;
};
