import type { Entries } from '../../app/casebookMemory.ts';
import type { SharedTexts } from '../../app/sharedTexts.ts';
import { type Part, VALUES_A_PIECE } from './layout.ts';

/** A value as text in a file, or ready for use. */
export type Held<Value> = Value | Buffer;

const NOTHING = Buffer.alloc(0);

const pieceOf = (index: number): number => Math.floor(index / VALUES_A_PIECE);

export type FrozenEntries<Value> = Entries<Value> & {
  /** Every key with what is held for it now: values that nobody has asked for as they lie in the file. */
  readonly held: () => [key: string, held: Held<Value>][];
};

/**
 * A map whose values lie as JSON, one after the other, in `pieces` and are read one by one when they are asked for:
 * reading ten thousand cases takes a quarter of a second, and a start needs none of them. A piece is let go when all
 * in it are read.
 */
export function frozenEntries<Value extends object>(
  { keys, lengths }: Part,
  pieces: Buffer[],
  texts: SharedTexts,
): FrozenEntries<Value> {
  /** What is still frozen stands as its place in `keys`. */
  const entries = new Map<string, Value | number>();
  /** Where each value begins in its piece. */
  const starts: number[] = [];
  const frozenIn = pieces.map(() => 0);
  for (const [index, key] of keys.entries()) {
    const isFirst = index % VALUES_A_PIECE === 0;
    starts.push(isFirst ? 0 : (starts[index - 1] ?? 0) + (lengths[index - 1] ?? 0));
    frozenIn[pieceOf(index)] = (frozenIn[pieceOf(index)] ?? 0) + 1;
    entries.set(key, index);
  }

  function bytesOf(index: number): Buffer {
    const start = starts[index] ?? 0;
    return (pieces[pieceOf(index)] ?? NOTHING).subarray(start, start + (lengths[index] ?? 0));
  }

  function put(key: string, value: Value): void {
    const held = entries.get(key);
    entries.set(key, value);
    if (typeof held !== 'number') return;
    const piece = pieceOf(held);
    const left = (frozenIn[piece] ?? 0) - 1;
    frozenIn[piece] = left;
    if (left === 0) pieces[piece] = NOTHING;
  }

  function ready(key: string, held: Value | number): Value {
    if (typeof held !== 'number') return held;
    const value = texts.within(JSON.parse(bytesOf(held).toString()) as Value);
    put(key, value);
    return value;
  }

  return {
    get: (key) => {
      const held = entries.get(key);
      return held === undefined ? undefined : ready(key, held);
    },
    set: put,
    keys: () => entries.keys(),
    *values() {
      for (const [key, held] of entries) yield ready(key, held);
    },
    get size() {
      return entries.size;
    },
    held: () => [...entries].map(([key, held]) => [key, typeof held === 'number' ? bytesOf(held) : held]),
  };
}
