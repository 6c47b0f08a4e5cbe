import type { Outcome } from './step.ts';

/** The part of Jest's JSON report that the totals are made of. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all: their tests are in no other number. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Counts a Jest run so that nothing can look better than it is: a file that does not load is a failure, and so is
 * a run without tests, one without a report, or one that ended badly after its tests had passed.
 * @param report undefined when Jest wrote none.
 */
export function jestTotals(report: JestReport | undefined, code: number, output: string): Outcome {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  if (failed > 0) return { passed, failed, skipped, output };
  if (!report) return { passed, failed: 1, skipped, output: `Jest wrote no report.\n${output}` };
  if (passed === 0) return { passed, failed: 1, skipped, output: `No test was run.\n${output}` };
  if (code !== 0) return { passed, failed: 1, skipped, output: `Jest ended with code ${code}.\n${output}` };
  return { passed, failed: 0, skipped, output };
}
