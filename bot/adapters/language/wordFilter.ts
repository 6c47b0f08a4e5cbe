const BITS = 2 ** 21;
const LONGEST_WORD = 64;

type WordFilter = {
  /** Reads a word; `mayHold` then answers for its beginnings. False for a word too long to be one. */
  read(word: string): boolean;
  /** Can the first `length` letters of the word read, with `ending` after them, be a word that was put in? */
  mayHold(length: number, ending: string): boolean;
};

/**
 * Says fast, without making any string, that a word is not among many: a bit per hash (a Bloom filter). Wrong answers
 * are all "perhaps", about one in twenty. Nearly all that a word could be a form of does not exist.
 */
export function createWordFilter(words: Iterable<string>): WordFilter {
  const bits = new Uint8Array(BITS / 8);
  const hashes = new Int32Array(LONGEST_WORD + 1);
  for (const word of words) {
    const bit = bitOf(hashOn(0, word));
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
  return {
    read: (word) => {
      if (word.length > LONGEST_WORD) return false;
      for (let i = 0; i < word.length; i += 1) hashes[i + 1] = hashOn(hashes[i] ?? 0, word[i] ?? '');
      return true;
    },
    mayHold: (length, ending) => {
      const bit = bitOf(hashOn(hashes[length] ?? 0, ending));
      return ((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    },
  };
}

function hashOn(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

const bitOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BITS - 1);
