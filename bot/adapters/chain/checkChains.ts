import { rowKey } from '../../app/ports/eventLog.ts';
import { FIRST_PREVIOUS_HASH, linkHash } from './link.ts';
import { type RecordContent, readRecord, splitKey } from './record.ts';

/** A row as it lies in the store, nothing trusted yet. */
export type StoredRow = {
  readonly position: number;
  readonly key: string;
  readonly stream: string;
  readonly sequence: number;
  readonly operationId: string;
  readonly actor: string;
  readonly at: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly record: string;
};

/** The first broken row of a stream. `position` is undefined for a row that is not there. */
export type BrokenRow = { readonly key: string; readonly position?: number; readonly problem: string };

export type ChainCheck = {
  /** Rows of all streams, in log order. */
  readonly take: (row: StoredRow) => void;
  readonly report: () => {
    readonly rows: number;
    readonly streams: number;
    readonly broken: readonly BrokenRow[];
  };
};

type Chain = { readonly sequence: number; readonly hash: string; readonly broken: boolean };
const START: Chain = { sequence: 0, hash: FIRST_PREVIOUS_HASH, broken: false };

/**
 * Walks the chains of all streams at once and keeps the first broken row of each: an edited record or hash, an
 * edited column beside the record, a row taken out, put in or replaced.
 *
 * What a chain cannot show: rows taken off its end, and a rewrite of everything after a point by somebody who can
 * compute hashes. Positions without gaps show the first, an anchor kept elsewhere shows both.
 */
export function createChainCheck(): ChainCheck {
  const chains = new Map<string, Chain>();
  const broken: BrokenRow[] = [];
  let rows = 0;
  const chainOf = (key: string): Chain => chains.get(splitKey(key).stream) ?? START;

  function take(row: StoredRow): void {
    rows += 1;
    const content = contentOf(row);
    if (content && follows(chainOf(content.key), content.key, row)) advance(row, content);
    else blame(row, content);
  }

  function advance(row: StoredRow, content: RecordContent): void {
    const { key } = content;
    const column = differingColumn(row, content, chainOf(key).hash);
    const { stream, sequence } = splitKey(key);
    chains.set(stream, { ...chainOf(key), sequence, hash: row.hash });
    if (column) mark({ key, position: row.position, problem: `the column ${column} was changed` });
  }

  /** The row is not the next of its stream: says what is wrong, by the key it is stored under. */
  function blame(row: StoredRow, content: RecordContent | undefined): void {
    const chain = chainOf(row.key);
    const { stream, sequence } = splitKey(row.key);
    const next = chain.sequence + 1;
    if (sequence > next) {
      const missing = sequence === next + 1 ? `row ${next} is` : `rows ${next} to ${sequence - 1} are`;
      mark({ key: rowKey(stream, next), problem: `${missing} missing before position ${row.position}` });
    } else if (sequence === next) mark({ ...row, problem: brokenLink(row, content, chain) });
    else mark({ ...row, problem: 'a row with this number came before' });
  }

  /** Only the first broken row of a stream says something; those after it hang in the air. */
  function mark({ key, position, problem }: BrokenRow): void {
    if (!chainOf(key).broken) broken.push({ key, position, problem });
    chains.set(splitKey(key).stream, { ...chainOf(key), broken: true });
  }

  return { take, report: () => ({ rows, streams: chains.size, broken }) };
}

function contentOf({ record }: StoredRow): RecordContent | undefined {
  try {
    const content: unknown = readRecord(record);
    const hasKey =
      typeof content === 'object' && content !== null && typeof Reflect.get(content, 'key') === 'string';
    return hasKey ? (content as RecordContent) : undefined;
  } catch {
    return undefined;
  }
}

/** The record is the next one of the stream it names, whatever the columns beside it say. */
const follows = (chain: Chain, key: string, { record, hash }: StoredRow): boolean =>
  splitKey(key).sequence === chain.sequence + 1 && linkHash(chain.hash, record) === hash;

function brokenLink(row: StoredRow, content: RecordContent | undefined, chain: Chain): string {
  if (linkHash(row.previousHash, row.record) === row.hash && row.previousHash !== chain.hash)
    return 'the link is broken: this row or the one before it was replaced';
  return content ? 'the record and its hash differ: one of them was changed' : 'the record cannot be read';
}

function differingColumn(row: StoredRow, content: RecordContent, previousHash: string): string | undefined {
  const { key, operationId, actor, at } = content;
  const expected = { ...splitKey(key), key, operationId, actor, at, previousHash };
  return Object.entries(expected).find(([column, value]) => Reflect.get(row, column) !== value)?.[0];
}
