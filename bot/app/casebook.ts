import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import type { OrganisationEvent } from '../../domain/organisation/events.ts';
import { EMPTY_ORGANISATION, evolveOrganisation } from '../../domain/organisation/evolve.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import type { EventLog, LogRow } from './ports/index.ts';
import { isInitiativeStream, isPersonStream, ORGANISATION_STREAM, personStream } from './streams.ts';

export type Language = 'sv' | 'en';
type PersonEvent = { readonly type: 'LanguageChosen'; readonly language: Language };

/** A row and what it made of its initiative. */
export type Change = { readonly row: LogRow; readonly initiative?: Initiative };

/**
 * The folded log in memory: what every question is answered from. It never decides; it only remembers.
 * Own appends are folded at once, other instances' rows when `catchUp` reads them.
 */
export type Casebook = {
  readonly initiative: (id: string) => Initiative | undefined;
  /** By case number, e.g. VOF-2026-0012, in any case of letters. */
  readonly byNumber: (number: string) => Initiative | undefined;
  readonly all: () => IterableIterator<Initiative>;
  readonly size: () => number;
  readonly organisation: () => Organisation;
  readonly languageOf: (person: string) => Language | undefined;
  /** Rows of a stream seen so far, 0 for an unknown one. */
  readonly versionOf: (stream: string) => number;
  /** The row an operation made in a stream, if it has been folded. */
  readonly operation: (stream: string, operationId: string) => OperationMark | undefined;
  readonly position: () => number;
  /** Folds a row unless it has been; a row that leaves a gap makes the stream be read again first. */
  readonly fold: (row: LogRow) => Promise<void>;
  /** Reads what is new in the log. @returns how many rows there were, own ones included. */
  readonly catchUp: () => Promise<number>;
  /** Reads one stream. @returns whether it held anything new. */
  readonly reload: (stream: string) => Promise<boolean>;
  readonly onChange: (listener: (change: Change) => void) => () => void;
  /** What is remembered, to be kept over a restart; undefined while rows have been folded that are not caught up with. */
  readonly memory: () => CasebookMemory | undefined;
};

export type OperationMark = { readonly sequence: number; readonly actor: string };

/** Operation and actor of every row of a stream; the place in the list is the row's sequence, less one. */
type Seen = { readonly operations: string[]; readonly actors: string[] };

/** Everything a casebook knows: plain data, good for structured clone. */
export type CasebookMemory = {
  readonly position: number;
  /** Hash of the row at that position, by which the log is known again. */
  readonly hash: string;
  readonly organisation: Organisation;
  readonly initiatives: Map<string, Initiative>;
  /** Case number to stream. */
  readonly numbers: Map<string, string>;
  readonly streams: Map<string, Seen>;
  readonly languages: Map<string, Language>;
};

const PAGE = 5_000;

const NOTHING = (): CasebookMemory => ({
  position: 0,
  hash: '',
  organisation: EMPTY_ORGANISATION,
  initiatives: new Map(),
  numbers: new Map(),
  streams: new Map(),
  languages: new Map(),
});

/** @param memory what a casebook remembered of this very log; it is taken over, not copied. */
export function createCasebook(
  log: Pick<EventLog, 'read' | 'readAfter'>,
  memory: CasebookMemory = NOTHING(),
): Casebook {
  const { initiatives, numbers, streams, languages } = memory;
  const listeners = new Set<(change: Change) => void>();
  let { organisation, position, hash } = memory;
  let highest = position;

  const versionOf = (stream: string): number => streams.get(stream)?.operations.length ?? 0;

  function take(row: LogRow): void {
    const { stream } = row;
    note(row);
    highest = Math.max(highest, row.position);
    if (isInitiativeStream(stream)) {
      const next = evolveRow(stream, initiatives.get(stream), row.events as readonly InitiativeEvent[]);
      if (next) {
        initiatives.set(stream, next);
        if (isSubmitted(next)) numbers.set(next.number, stream);
      }
    } else if (stream === ORGANISATION_STREAM) {
      organisation = (row.events as readonly OrganisationEvent[]).reduce(evolveOrganisation, organisation);
    } else if (isPersonStream(stream)) {
      for (const event of row.events as readonly PersonEvent[]) languages.set(stream, event.language);
    }
    const initiative = initiatives.get(stream);
    for (const listener of listeners) listener(initiative ? { row, initiative } : { row });
  }

  function note({ stream, operationId, actor }: LogRow): void {
    const seen = streams.get(stream) ?? { operations: [], actors: [] };
    seen.operations.push(operationId);
    seen.actors.push(actor);
    streams.set(stream, seen);
  }

  async function fold(row: LogRow): Promise<void> {
    const seen = versionOf(row.stream);
    if (row.sequence <= seen) return;
    if (row.sequence === seen + 1) take(row);
    else await reload(row.stream);
  }

  async function reload(stream: string): Promise<boolean> {
    const before = versionOf(stream);
    for (const row of await log.read(stream)) {
      if (row.sequence === versionOf(stream) + 1) take(row);
    }
    return versionOf(stream) > before;
  }

  async function catchUp(): Promise<number> {
    let count = 0;
    for (;;) {
      const rows = await log.readAfter(position, PAGE);
      for (const row of rows) {
        if (row.sequence === versionOf(row.stream) + 1) take(row);
        else await fold(row);
        if (row.position > position) ({ position, hash } = row);
      }
      count += rows.length;
      if (rows.length < PAGE) return count;
    }
  }

  return {
    initiative: (id) => initiatives.get(id),
    byNumber: (number) => initiatives.get(numbers.get(number.toUpperCase()) ?? ''),
    all: () => initiatives.values(),
    size: () => initiatives.size,
    organisation: () => organisation,
    languageOf: (person) => languages.get(personStream(person)),
    versionOf,
    operation: (stream, operationId) => {
      const seen = streams.get(stream);
      const at = seen?.operations.indexOf(operationId) ?? -1;
      return at < 0 ? undefined : { sequence: at + 1, actor: seen?.actors[at] ?? '' };
    },
    position: () => position,
    fold,
    catchUp,
    reload,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    memory: () =>
      highest > position
        ? undefined
        : { position, hash, organisation, initiatives, numbers, streams, languages },
  };
}
