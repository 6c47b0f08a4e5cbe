import type { Goal, Measurement } from '../../../domain/initiatives/events.ts';

export type GoalProgress = {
  readonly goal: Goal;
  /** Newest first. */
  readonly measurements: readonly Measurement[];
  /** Share of the way from baseline to target, 0 at the baseline; may be below 0 or above 1. Undefined unmeasured. */
  readonly share?: number;
};

/** Goals with their measurements and how far the newest one has come. */
export const progressOf = (goals: readonly Goal[], measurements: readonly Measurement[]): GoalProgress[] =>
  goals.map((goal) => {
    const own = measurements
      .filter((each) => each.goal === goal.id)
      .toSorted((a, b) => (a.day < b.day ? 1 : -1));
    const [newest] = own;
    const way = goal.target - goal.baseline;
    if (!newest) return { goal, measurements: own };
    if (way === 0) return { goal, measurements: own, share: newest.value === goal.target ? 1 : 0 };
    return { goal, measurements: own, share: (newest.value - goal.baseline) / way };
  });
