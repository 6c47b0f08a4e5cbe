import type { Entries } from '../../app/casebookMemory.ts';
import type { Part } from './layout.ts';

/** A value as text in a file, or ready for use. */
export type Held<Value> = Value | Buffer;

const NOTHING = Buffer.alloc(0);

export type FrozenEntries<Value> = Entries<Value> & {
  /** Every key with what is held for it now: values that nobody has asked for as they lie in the file. */
  readonly held: () => [key: string, held: Held<Value>][];
};

/**
 * A map whose values lie as JSON, one after the other, in `body` and are read one by one when they are asked for:
 * reading ten thousand cases takes a quarter of a second, and a start needs none of them. The body is let go when
 * all are read.
 */
export function frozenEntries<Value extends object>(
  { keys, lengths }: Part,
  body: Buffer,
): FrozenEntries<Value> {
  const ends: number[] = [];
  /** What is still in the body stands as its place in `keys`. */
  const entries = new Map<string, Value | number>();
  let end = 0;
  for (const [index, key] of keys.entries()) {
    end += lengths[index] ?? 0;
    ends.push(end);
    entries.set(key, index);
  }
  let left = body;
  let frozen = keys.length;

  const bytesOf = (index: number): Buffer => left.subarray(ends[index - 1] ?? 0, ends[index]);

  function put(key: string, value: Value): void {
    if (typeof entries.get(key) === 'number') frozen -= 1;
    entries.set(key, value);
    if (frozen === 0) left = NOTHING;
  }

  function ready(key: string, held: Value | number): Value {
    if (typeof held !== 'number') return held;
    const value = JSON.parse(bytesOf(held).toString()) as Value;
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
