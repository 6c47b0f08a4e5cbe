export type HashFilter = {
  add(hash: number): void;
  /** False is sure; true is only likely. */
  mayHold(hash: number): boolean;
};

/**
 * Says fast that a hash is not among many: a bit for each (a Bloom filter). Small enough to stay in the processor's
 * cache, where a table of all of them does not.
 * @param bits a power of two; eight times as many as hashes make one wrong "perhaps" in nine.
 */
export function createHashFilter(bits: number): HashFilter {
  const bytes = new Uint8Array(bits / 8);
  const bitOf = (hash: number): number => (hash ^ (hash >>> 15)) & (bits - 1);
  return {
    add: (hash) => {
      const bit = bitOf(hash);
      bytes[bit >>> 3] = (bytes[bit >>> 3] as number) | (1 << (bit & 7));
    },
    mayHold: (hash) => {
      const bit = bitOf(hash);
      return ((bytes[bit >>> 3] as number) & (1 << (bit & 7))) !== 0;
    },
  };
}
