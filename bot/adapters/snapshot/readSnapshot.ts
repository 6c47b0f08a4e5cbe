import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { CasebookMemory, Seen } from '../../app/casebookMemory.ts';
import { createSharedTexts } from '../../app/sharedTexts.ts';
import type { NoSnapshot } from '../../app/snapshot.ts';
import { frozenEntries } from './frozenEntries.ts';
import { type Index, type Part, pieceSizes, readTail, sumOf, TAIL_BYTES } from './layout.ts';

/**
 * Reads a snapshot of this very version of the program. Never throws: whatever is wrong with the file, the log is
 * there. Cases stay as text until somebody asks for them.
 */
export function readSnapshot(file: string, version: string): CasebookMemory | NoSnapshot {
  let opened: number;
  try {
    opened = openSync(file, 'r');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable';
  }
  try {
    return memoryIn(opened, version);
  } catch {
    return 'damaged';
  } finally {
    closeSync(opened);
  }
}

/** @throws RangeError, SyntaxError and such when the file is not what it should be. */
function memoryIn(file: number, version: string): CasebookMemory | NoSnapshot {
  const end = fstatSync(file).size - TAIL_BYTES;
  const tail = readTail(bytesAt(file, end, TAIL_BYTES));
  if (!tail) return 'damaged';
  const valuesEnd = end - tail.indexBytes;
  const indexBytes = bytesAt(file, valuesEnd, tail.indexBytes);
  const index = JSON.parse(indexBytes.toString()) as Index;
  if (index.version !== version) return 'other-version';

  let read = 0;
  let sum = 0;
  const piecesOf = (part: Part): Buffer[] =>
    pieceSizes(part).map((size) => {
      const piece = bytesAt(file, read, size);
      read += size;
      sum = sumOf(piece, sum);
      return piece;
    });
  const initiatives = piecesOf(index.initiatives);
  const streams = piecesOf(index.streams);
  if (read !== valuesEnd || sumOf(indexBytes, sum) !== tail.sum) return 'damaged';
  const { position, stream, hash, organisation, provisional, numbers, languages } = index;
  const texts = createSharedTexts();
  return {
    position,
    stream,
    hash,
    organisation,
    provisional: new Set(provisional),
    numbers: new Map(numbers),
    languages: new Map(languages),
    initiatives: frozenEntries<Initiative>(index.initiatives, initiatives, texts),
    streams: frozenEntries<Seen>(index.streams, streams, texts),
  };
}

/** @throws RangeError when the file does not reach that far. */
function bytesAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let filled = 0; filled < length; ) {
    const read = readSync(file, bytes, filled, length - filled, from + filled);
    if (read === 0) throw new RangeError('the snapshot ends too early');
    filled += read;
  }
  return bytes;
}
