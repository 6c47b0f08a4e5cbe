import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import type { ImportEvent } from '../../domain/initiatives/importing.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import type { OrganisationEvent } from '../../domain/organisation/events.ts';
import { evolveOrganisation } from '../../domain/organisation/evolve.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { type CasebookMemory, type Language, nothingRemembered } from './casebookMemory.ts';
import { DamagedStream, type EventLog, type LogRow } from './ports/index.ts';
import { createSharedTexts } from './sharedTexts.ts';
import {
  isImportStream,
  isInitiativeStream,
  isPersonStream,
  numberedRow,
  ORGANISATION_STREAM,
  personStream,
} from './streams.ts';

export type { Language };

/** Only the row that begins a case can say so. */
const isProvisional = ([first]: readonly InitiativeEvent[]): boolean =>
  first?.type === 'Imported' && first.provisional === true;

type PersonEvent = { readonly type: 'LanguageChosen'; readonly language: Language };

/** A row and what it made of its initiative. */
export type Change = { readonly row: LogRow; readonly initiative?: Initiative };

/**
 * The folded log in memory: what every question is answered from. It never decides; it only remembers.
 * Own appends are folded at once, other instances' rows when `catchUp` reads them.
 */
export type Casebook = {
  readonly initiative: (id: string) => Initiative | undefined;
  /** What has come of a file that is not all there: a case to nobody but the import. */
  readonly provisional: (id: string) => Initiative | undefined;
  /** By case number, e.g. VOF-2026-0012, in any case of letters. */
  readonly byNumber: (number: string) => Initiative | undefined;
  /** The initiative that took a case number; undefined where numbers are not taken in the log. */
  readonly ownerOf: (number: string) => string | undefined;
  readonly all: () => IterableIterator<Initiative>;
  /** Ids of all initiatives, for going through them a few at a time. */
  readonly ids: () => IterableIterator<string>;
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
  /**
   * Reads what is new in the log. @returns how many rows there were, own ones included.
   * @param isAsked somebody waits for it; else what a store elsewhere told some seconds ago is new enough.
   */
  readonly catchUp: (isAsked?: boolean) => Promise<number>;
  /** Reads one stream. @returns whether it held anything new. */
  readonly reload: (stream: string) => Promise<boolean>;
  readonly onChange: (listener: (change: Change) => void) => () => void;
  /** What is remembered, to be kept over a restart; undefined while rows have been folded that are not caught up with. */
  readonly memory: () => CasebookMemory | undefined;
};

export type OperationMark = { readonly sequence: number; readonly actor: string };

/** Few enough to be garbage young: what is read in larger portions is kept until the next great collection. */
const PAGE = 500;

/** @param memory what a casebook remembered of this very log; it is taken over, not copied. */
export function createCasebook(
  log: Pick<EventLog, 'read' | 'readAfter'>,
  memory: CasebookMemory = nothingRemembered(),
): Casebook {
  const { initiatives, provisional, numbers, streams, languages } = memory;
  /** Streams of which a row has been missing: when it comes to light after all, those behind it are read too. */
  const held = new Set<string>();
  const listeners = new Set<(change: Change) => void>();
  const texts = createSharedTexts();
  let { organisation, position, stream: lastStream, hash } = memory;
  let highest = position;

  const versionOf = (stream: string): number => streams.get(stream)?.operations.length ?? 0;

  function take(row: LogRow): void {
    const { stream } = row;
    note(row);
    highest = Math.max(highest, row.position);
    if (isInitiativeStream(stream)) {
      const events = texts.within(row.events) as readonly InitiativeEvent[];
      const before = initiatives.get(stream);
      const next = evolveRow(stream, before, events);
      if (next) {
        initiatives.set(stream, next);
        if (!before && isProvisional(events)) provisional.add(stream);
        else keepNumber(next, before);
      }
    } else if (isImportStream(stream)) {
      for (const event of row.events as readonly ImportEvent[])
        for (const id of event.initiatives) becomeCase(id, row);
    } else if (stream === ORGANISATION_STREAM) {
      organisation = (row.events as readonly OrganisationEvent[]).reduce(evolveOrganisation, organisation);
    } else if (isPersonStream(stream)) {
      for (const event of row.events as readonly PersonEvent[]) languages.set(stream, event.language);
    }
    tell(row, initiative(stream));
  }

  function tell(row: LogRow, changed: Initiative | undefined): void {
    for (const listener of listeners) listener(changed ? { row, initiative: changed } : { row });
  }

  /** A row of a file is written before the row that completes it, and waits for it. */
  function becomeCase(id: string, row: LogRow): void {
    if (!provisional.delete(id)) return;
    const now = initiative(id);
    if (now) keepNumber(now, undefined);
    tell(row, now);
  }

  /** Two cases have one number only where the store let it through; then it names the one that has taken it. */
  function keepNumber(now: Initiative, before: Initiative | undefined): void {
    if (!isSubmitted(now) || now.number === before?.number) return;
    const { id, number } = now;
    if ((ownerOf(number) ?? id) === id || !numbers.has(number)) numbers.set(number, id);
  }

  const initiative = (id: string): Initiative | undefined =>
    provisional.has(id) ? undefined : initiatives.get(id);

  function* ids(): IterableIterator<string> {
    for (const id of initiatives.keys()) if (!provisional.has(id)) yield id;
  }

  function* all(): IterableIterator<Initiative> {
    for (const each of initiatives.values()) if (!provisional.has(each.id)) yield each;
  }

  const ownerOf = (number: string): string | undefined => {
    const taken = numberedRow(number);
    return taken && streams.get(taken.stream)?.operations[taken.sequence - 1];
  };

  function note({ stream, operationId, actor }: LogRow): void {
    const seen = streams.get(stream) ?? { operations: [], actors: [] };
    seen.operations.push(operationId);
    seen.actors.push(texts.one(actor));
    streams.set(stream, seen);
  }

  /** SharePoint may show a row after a later one; a case whose file is complete must not wait for ever. */
  async function learnCasesOf({ events }: LogRow): Promise<void> {
    for (const { initiatives: ids } of events as readonly ImportEvent[])
      for (const id of ids) if (versionOf(id) === 0) await reload(id);
  }

  /** A stream that others have damaged stays as it was, and holds no other up but for the one that all rest on. */
  async function fold(row: LogRow): Promise<void> {
    try {
      if (isImportStream(row.stream)) await learnCasesOf(row);
      if (held.delete(row.stream)) await reload(row.stream);
      const seen = versionOf(row.stream);
      if (row.sequence === seen + 1) take(row);
      else if (row.sequence > seen) await reload(row.stream);
    } catch (error) {
      if (!(error instanceof DamagedStream) || row.stream === ORGANISATION_STREAM) throw error;
      held.add(row.stream);
    }
  }

  async function reload(stream: string): Promise<boolean> {
    const before = versionOf(stream);
    for (const row of await log.read(stream)) {
      if (isImportStream(stream)) await learnCasesOf(row);
      if (row.sequence === versionOf(stream) + 1) take(row);
    }
    return versionOf(stream) > before;
  }

  async function catchUp(isAsked = false): Promise<number> {
    let count = 0;
    for (;;) {
      const rows = await log.readAfter(position, PAGE, isAsked && count === 0);
      for (const row of rows) {
        const isNext = row.sequence === versionOf(row.stream) + 1;
        if (isNext && !isImportStream(row.stream) && !held.has(row.stream)) take(row);
        else await fold(row);
        if (row.position > position) ({ position, stream: lastStream, hash } = row);
      }
      count += rows.length;
      if (rows.length < PAGE) return count;
    }
  }

  return {
    initiative,
    provisional: (id) => (provisional.has(id) ? initiatives.get(id) : undefined),
    byNumber: (number) => initiatives.get(numbers.get(number.toUpperCase()) ?? ''),
    ownerOf,
    all,
    ids,
    size: () => initiatives.size - provisional.size,
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
      highest > position ? undefined : { ...memory, position, stream: lastStream, hash, organisation },
  };
}
