import type { ViolationKind } from './refusal.ts';

export type Violation = {
  readonly kind: ViolationKind;
  readonly method: string;
  readonly path: string;
  readonly says: string;
};

/** What a caller did that no real tenant would have accepted. A test of the product asserts that `all()` is empty. */
export type Violations = {
  readonly add: (violation: Violation) => void;
  readonly all: () => readonly Violation[];
  readonly clear: () => void;
};

const MOST_KEPT = 1_000;

export function createViolations(): Violations {
  let kept: Violation[] = [];
  return {
    add: (violation) => {
      if (kept.length < MOST_KEPT) kept.push(violation);
    },
    all: () => kept,
    clear: () => {
      kept = [];
    },
  };
}
