import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { EMPTY_ORGANISATION } from '../../domain/organisation/evolve.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { LogRow } from './ports/index.ts';

export type Language = 'sv' | 'en';

/** Operation and actor of every row of a stream; the place in the list is the row's sequence, less one. */
export type Seen = { readonly operations: string[]; readonly actors: string[] };

/** What a casebook needs of a Map; what is behind it may be read from a file only when it is asked for. */
export type Entries<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
  /** In the order in which they first came. */
  keys(): IterableIterator<string>;
  values(): IterableIterator<Value>;
  readonly size: number;
};

/**
 * Everything a casebook knows, as plain data. `position`, `stream` and `hash` are those of the last row of the log it
 * has caught up with; by them the log is known again. A position means something only to the log that gave it.
 */
export type CasebookMemory = {
  readonly position: LogRow['position'];
  readonly stream: string;
  readonly hash: string;
  readonly organisation: Organisation;
  readonly initiatives: Entries<Initiative>;
  /** Streams among `initiatives` that are no cases yet: the file they come in is not all there. */
  readonly provisional: Set<string>;
  /** Case number to stream. */
  readonly numbers: Map<string, string>;
  readonly streams: Entries<Seen>;
  /** A person's stream to what the person has chosen. */
  readonly languages: Map<string, Language>;
};

export const nothingRemembered = (): CasebookMemory => ({
  position: 0,
  stream: '',
  hash: '',
  organisation: EMPTY_ORGANISATION,
  initiatives: new Map(),
  provisional: new Set(),
  numbers: new Map(),
  streams: new Map(),
  languages: new Map(),
});
