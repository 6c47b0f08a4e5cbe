/** Where a bar begins and how long it is, in per cent of the width; all bars share one zero line. */
export type Bar = { readonly start: number; readonly length: number; readonly negative: boolean };

export type Bars = { readonly zero: number; readonly bars: readonly Bar[] };

/** Bars for amounts of both signs. All zero gives bars of no length at the left edge. */
export function barsFor(amounts: readonly number[]): Bars {
  const least = Math.min(0, ...amounts);
  const width = Math.max(0, ...amounts) - least;
  const share = (amount: number) => (width === 0 ? 0 : (amount / width) * 100);
  const zero = share(-least);
  const bars = amounts.map((amount): Bar => {
    const length = Math.abs(share(amount));
    return { start: amount < 0 ? zero - length : zero, length, negative: amount < 0 };
  });
  return { zero, bars };
}
