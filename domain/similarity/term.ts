/** A word or a concept, and where it occurs: dwelt on by `weights[i]` in the case at `slots[i]`, in no order. */
export type Term = {
  readonly name: string;
  /** How many of all proposals, 0–1, are thought to hold it before any has been seen. */
  readonly expectedShare: number;
  /** The logarithm of one in how many hold it. */
  readonly expectedRarity: number;
  readonly slots: number[];
  readonly weights: number[];
  /** Its place in the profile that is being made, -1 when it has none yet: faster than a map. */
  place: number;
};

export const newTerm = (name: string, expectedShare: number): Term => ({
  name,
  expectedShare,
  expectedRarity: -Math.log(expectedShare),
  slots: [],
  weights: [],
  place: -1,
});

export function addOccurrence({ slots, weights }: Term, slot: number, weight: number): void {
  slots.push(slot);
  weights.push(weight);
}

/** The last one takes the place of the one removed. */
export function removeOccurrence({ slots, weights }: Term, slot: number): void {
  const at = slots.indexOf(slot);
  const lastSlot = slots.pop();
  const lastWeight = weights.pop();
  if (lastSlot === undefined || lastWeight === undefined || lastSlot === slot) return;
  slots[at] = lastSlot;
  weights[at] = lastWeight;
}

/** Adds `factor` times its weight to every case that holds the term: the inner loop of a search. */
export function addProducts(products: Float64Array, { slots, weights }: Term, factor: number): void {
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as number;
    products[slot] = (products[slot] as number) + factor * (weights[i] as number);
  }
}
