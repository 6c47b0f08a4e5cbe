import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import type { OrganisationEvent } from '../../domain/organisation/events.ts';
import { EMPTY_ORGANISATION, evolveOrganisation, type Organisation } from '../../domain/organisation/organisation.ts';
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
  readonly catchUp: () => Promise<number>;
  readonly reload: (stream: string) => Promise<void>;
  readonly onChange: (listener: (change: Change) => void) => () => void;
};

export type OperationMark = { readonly sequence: number; readonly actor: string };

const PAGE = 5_000;

export function createCasebook(log: Pick<EventLog, 'read' | 'readAfter'>): Casebook {
  const initiatives = new Map<string, Initiative>();
  const numbers = new Map<string, string>();
  const versions = new Map<string, number>();
  const operations = new Map<string, OperationMark>();
  const languages = new Map<string, Language>();
  const listeners = new Set<(change: Change) => void>();
  let organisation = EMPTY_ORGANISATION;
  let position = 0;

  function take(row: LogRow): void {
    const { stream, sequence, operationId, actor } = row;
    versions.set(stream, sequence);
    operations.set(`${stream} ${operationId}`, { sequence, actor });
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

  async function fold(row: LogRow): Promise<void> {
    const seen = versions.get(row.stream) ?? 0;
    if (row.sequence <= seen) return;
    if (row.sequence === seen + 1) take(row);
    else await reload(row.stream);
  }

  async function reload(stream: string): Promise<void> {
    for (const row of await log.read(stream)) {
      if (row.sequence === (versions.get(stream) ?? 0) + 1) take(row);
    }
  }

  async function catchUp(): Promise<number> {
    let count = 0;
    for (;;) {
      const rows = await log.readAfter(position, PAGE);
      for (const row of rows) {
        await fold(row);
        position = Math.max(position, row.position);
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
    versionOf: (stream) => versions.get(stream) ?? 0,
    operation: (stream, operationId) => operations.get(`${stream} ${operationId}`),
    position: () => position,
    fold,
    catchUp,
    reload,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
