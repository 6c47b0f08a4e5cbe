import { crc32 } from 'node:zlib';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Language } from '../../app/casebookMemory.ts';

/**
 * The file: all initiatives, then what has been seen of all streams, each value as JSON; then an index that says what
 * lies where; last a tail of fixed length. What is written last is read first, so half a file is no file.
 */
export type Index = {
  /** Of the program that folded it. */
  readonly version: string;
  readonly position: number;
  readonly stream: string;
  readonly hash: string;
  readonly organisation: Organisation;
  readonly languages: readonly (readonly [stream: string, language: Language])[];
  readonly numbers: readonly (readonly [number: string, stream: string])[];
  readonly provisional: readonly string[];
  readonly initiatives: Part;
  readonly streams: Part;
};

/** Keys in order, and the bytes of each value. */
export type Part = { readonly keys: readonly string[]; readonly lengths: readonly number[] };

/** CRC-32 is for disks that err, not for people who cheat: a snapshot proves nothing, the chain of the log does. */
export type Tail = { readonly indexBytes: number; readonly sum: number };

const MAGIC = Buffer.from('FPSNAP01');
export const TAIL_BYTES = MAGIC.length + 8;

/** @param sum CRC-32 of all bytes before the tail. */
export function writeTail({ indexBytes, sum }: Tail): Buffer {
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(indexBytes, 0);
  numbers.writeUInt32LE(sum, 4);
  return Buffer.concat([numbers, MAGIC]);
}

/** Undefined for bytes that are not the end of a whole snapshot. */
export function readTail(bytes: Buffer): Tail | undefined {
  if (bytes.length !== TAIL_BYTES || !bytes.subarray(8).equals(MAGIC)) return undefined;
  return { indexBytes: bytes.readUInt32LE(0), sum: bytes.readUInt32LE(4) };
}

export const sumOf = (bytes: Buffer, before = 0): number => crc32(bytes, before);

/** Values that are read, and let go, together. */
export const VALUES_A_PIECE = 250;

/** The bytes of each piece of a part: so many values, the last piece what is left. */
export const pieceSizes = ({ lengths }: Part): number[] => {
  const sizes: number[] = [];
  for (const [index, length] of lengths.entries()) {
    const piece = Math.floor(index / VALUES_A_PIECE);
    sizes[piece] = (sizes[piece] ?? 0) + length;
  }
  return sizes;
};
