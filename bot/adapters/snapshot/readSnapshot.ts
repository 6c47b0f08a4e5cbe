import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { CasebookMemory, Seen } from '../../app/casebookMemory.ts';
import type { NoSnapshot } from '../../app/snapshot.ts';
import { frozenEntries } from './frozenEntries.ts';
import { type Index, readTail, sizeOf, sumOf, TAIL_BYTES } from './layout.ts';

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

  // Each part has memory of its own, so that the one that is needed longest does not hold the other.
  const initiatives = bytesAt(file, 0, sizeOf(index.initiatives));
  const streams = bytesAt(file, initiatives.length, sizeOf(index.streams));
  const isWhole = initiatives.length + streams.length === valuesEnd;
  if (!isWhole || sumOf(indexBytes, sumOf(streams, sumOf(initiatives))) !== tail.sum) return 'damaged';
  const { position, stream, hash, organisation, numbers, languages } = index;
  return {
    position,
    stream,
    hash,
    organisation,
    numbers: new Map(numbers),
    languages: new Map(languages),
    initiatives: frozenEntries<Initiative>(index.initiatives, initiatives),
    streams: frozenEntries<Seen>(index.streams, streams),
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
