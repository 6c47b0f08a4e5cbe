/**
 * Finds positions that were given to a row which is no longer there. A position is given once and never again, and a
 * refused append gives none, so every gap is a deleted row.
 */
export function createPositionCheck() {
  const gaps: { readonly from: number; readonly to: number }[] = [];
  let last = 0;
  const reach = (position: number): void => {
    if (position > last + 1) gaps.push({ from: last + 1, to: position - 1 });
    last = position;
  };
  return {
    take: (row: { readonly position: number }): void => reach(row.position),
    last: (): number => last,
    /** @param given the last position ever given, as the store remembers it. */
    gaps: (given: number): typeof gaps => (given > last ? [...gaps, { from: last + 1, to: given }] : gaps),
  };
}

/** `3, 7–9` */
export const gapsText = (gaps: readonly { readonly from: number; readonly to: number }[]): string =>
  gaps.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
