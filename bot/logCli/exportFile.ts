import { open } from 'node:fs/promises';
import { z } from 'zod';
import { createChainCheck, type StoredRow } from '../adapters/chain/checkChains.ts';
import { readRecord, splitKey, writeRecord } from '../adapters/chain/record.ts';
import { type Anchor, createAnchoring } from './anchor.ts';

const rowSchema = z.object({
  position: z.number().nonnegative(),
  key: z.string(),
  stream: z.string(),
  sequence: z.number().int().positive(),
  operationId: z.string(),
  actor: z.string(),
  at: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  record: z.string(),
}) satisfies z.ZodType<StoredRow>;

/** What a whole and unbroken export holds. */
export type CheckedExport = {
  readonly rows: number;
  readonly streams: number;
  /** Hash of every row by its key. */
  readonly hashes: ReadonlyMap<string, string>;
  /** After the last row of each stream; what comes after the colon is the same for the same log anywhere. */
  readonly anchor: Anchor;
};

/** The rows of an export, one at a time. @throws Error naming the line that is none. */
export async function* readExport(file: string): AsyncGenerator<StoredRow> {
  const handle = await open(file);
  let line = 0;
  try {
    for await (const text of handle.readLines()) {
      line += 1;
      if (text === '') continue;
      yield rowOf(text, line);
    }
  } finally {
    await handle.close();
  }
}

function rowOf(text: string, line: number): StoredRow {
  try {
    // Editors on Windows put a mark before the first line.
    return rowSchema.parse(JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text));
  } catch (cause) {
    throw new Error(`Line ${line} is not a row of an export. The file is cut off or another kind of file.`, {
      cause,
    });
  }
}

/**
 * Walks all chains of an export, and makes sure that each row can be written again exactly as it was.
 * @returns the reason in words when it must not be restored. @throws Error when it cannot be read.
 */
export async function checkExport(file: string): Promise<CheckedExport | { readonly reason: string }> {
  const chains = createChainCheck();
  const anchoring = createAnchoring();
  const hashes = new Map<string, string>();
  for await (const row of readExport(file)) {
    chains.take(row);
    anchoring.take(row);
    hashes.set(row.key, row.hash);
    if (!canBeWritten(row)) return { reason: `${row.key} is not a row that this program would write.` };
  }
  const { rows, streams, broken } = chains.report();
  const [first] = broken;
  if (first) return { reason: `The export is broken: ${first.key}: ${first.problem}.` };
  if (rows === 0) return { reason: 'The export holds no rows.' };
  return { rows, streams, hashes, anchor: anchoring.now() };
}

function canBeWritten({ key, record }: StoredRow): boolean {
  try {
    const { stream, sequence } = splitKey(key);
    return writeRecord(stream, sequence, readRecord(record)).record === record;
  } catch {
    return false;
  }
}
