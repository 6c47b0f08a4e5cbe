/** One check of the repository: `npm test` runs them all. */
export interface Step {
  /** Short, also the word to run it alone: `npm test -- lint`. */
  readonly name: string;
  /** What it does, for the person who waits. */
  readonly says: string;
  /** Part of `npm run check`, the quick round while working. */
  readonly quick: boolean;
  /** Uses the whole machine or measures time, so nothing runs beside it. */
  readonly alone: boolean;
  /** @param tell one line about how far it has come, when that is known. */
  run(tell: (line: string) => void): Promise<Outcome>;
}

/** What a step found. `output` is shown in full when something failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
}

export interface Finished extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

/** A check that cannot be counted in parts: one passed or one failed. */
export function oneCheck(passed: boolean, output: string): Outcome {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, output };
}
