/**
 * Numbers 0, 1, 2 … filed under 32-bit hashes, in typed arrays. What they stand for is kept by whoever files them, who
 * also tells apart those that share a hash. Finding one makes nothing, neither a string nor a closure.
 */
export type HashIndex = {
  /** Files the next number. */
  add(hash: number): number;
  /** The number filed last under this hash, -1 when there is none. */
  first(hash: number): number;
  /** The one filed under the same hash before this one, -1 when there is none. */
  next(filed: number): number;
};

const NONE = -1;
/** Bound once: a test runner's own globals are dear to look up, and this is done millions of times. */
const { imul } = Math;

/** @param expected how many there will be about; it grows beyond that. */
export function createHashIndex(expected = 1_000): HashIndex {
  let bits = Math.ceil(Math.log2(2 * expected));
  let heads = new Int32Array(2 ** bits).fill(NONE);
  let hashes = new Int32Array(2 ** (bits - 1));
  let before = new Int32Array(2 ** (bits - 1));
  let size = 0;

  /** The upper bits of a product depend on all bits of the hash (Fibonacci hashing). */
  const bucketOf = (hash: number): number => imul(hash, 0x9e3779b1) >>> (32 - bits);

  function link(filed: number): void {
    const bucket = bucketOf(hashes[filed] as number);
    before[filed] = heads[bucket] as number;
    heads[bucket] = filed;
  }

  function grow(): void {
    bits += 1;
    heads = new Int32Array(2 ** bits).fill(NONE);
    hashes = longer(hashes);
    before = longer(before);
    for (let filed = 0; filed < size; filed += 1) link(filed);
  }

  function find(start: number, hash: number): number {
    let filed = start;
    while (filed !== NONE && hashes[filed] !== hash) filed = before[filed] as number;
    return filed;
  }

  return {
    add: (hash) => {
      if (size === hashes.length) grow();
      hashes[size] = hash;
      link(size);
      size += 1;
      return size - 1;
    },
    first: (hash) => find(heads[bucketOf(hash)] as number, hash),
    next: (filed) => find(before[filed] as number, hashes[filed] as number),
  };
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

/** The hash of `text` from `from` up to `to`, begun from that of what stands before it. */
export function hashOf(text: string, from = 0, to: number = text.length, begun = 0): number {
  let hash = begun;
  for (let at = from; at < to; at += 1) hash = (imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
