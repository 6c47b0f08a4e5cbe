/** Chance that can be played again: the same seed gives the same tenant, faults and order of answers. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number, 0 ≤ x < `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly shuffle: <T>(values: readonly T[]) => T[];
  readonly guid: () => string;
};

/** Mulberry32: small, quick, good enough to shuffle and to fail at random; nothing secret comes from it. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => probability > 0 && next() < probability,
    shuffle: (values) => {
      const mixed = [...values];
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
      }
      return mixed;
    },
    guid: () => {
      const hex = Array.from({ length: 8 }, () => below(0x10000).toString(16).padStart(4, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
