/**
 * Jest reporter of the check runner: a line per finished file on standard output for the progress, and the failures
 * in full on standard error. The totals are read from Jest's own JSON file.
 */
interface FileResult {
  readonly failureMessage?: string | null;
}

interface Totals {
  readonly numTotalTestSuites: number;
  readonly numPassedTestSuites: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

export const PROGRESS_PREFIX = 'finished files ';

export default class JestProgress {
  onTestFileResult(_file: unknown, result: FileResult, totals: Totals): void {
    if (result.failureMessage) process.stderr.write(`${result.failureMessage}\n`);
    const done = totals.numPassedTestSuites + totals.numFailedTestSuites;
    const failed = totals.numFailedTestSuites > 0 ? `, ${totals.numFailedTestSuites} failed` : '';
    process.stdout.write(`${PROGRESS_PREFIX}${done} of ${totals.numTotalTestSuites} files${failed}\n`);
  }
}
