/**
 * One measured figure. `value` in `unit`; `yardstick` says what ran beside it in alternation, `ratio` is the figure
 * against it in the sense of `goal` (a text such as "≥ 0.75 ×"). Medians of at least five rounds.
 */
export type BenchRow = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly yardstick: string;
  readonly ratio?: number;
  readonly goal: string;
  readonly pass: boolean;
};
