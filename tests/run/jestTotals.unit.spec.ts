import { jestTotals } from './jestTotals.ts';

const report = (more: object) => ({
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...more,
});

describe('the totals of a Jest run', () => {
  it('are those of its report', () =>
    expect(
      jestTotals(
        report({ numPassedTests: 9, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
        1,
        'x',
      ),
    ).toEqual({
      passed: 9,
      failed: 1,
      skipped: 3,
      output: 'x',
    }));

  it('count a file that does not load as failed', () =>
    expect(jestTotals(report({ numRuntimeErrorTestSuites: 2 }), 1, '')).toMatchObject({
      passed: 10,
      failed: 2,
    }));

  it('fail when no test was run', () =>
    expect(jestTotals(report({ numPassedTests: 0 }), 0, '')).toMatchObject({ passed: 0, failed: 1 }));

  it('fail when all were skipped', () =>
    expect(jestTotals(report({ numPassedTests: 0, numPendingTests: 4 }), 0, '')).toMatchObject({
      failed: 1,
      skipped: 4,
    }));

  it('fail when there is no report', () =>
    expect(jestTotals(undefined, 0, 'No tests found')).toMatchObject({
      failed: 1,
      output: expect.stringContaining('No tests found'),
    }));

  it('fail when Jest ended badly after its tests had passed', () =>
    expect(jestTotals(report({}), 1, '')).toMatchObject({ passed: 10, failed: 1 }));
});
