import { summary } from './summary.ts';

const step = (name: string, passed: number, failed = 0, skipped = 0) => ({
  name,
  passed,
  failed,
  skipped,
  seconds: 1.26,
  output: '',
});

const lastLine = (text: string) => text.split('\n').at(-1);

describe('the summary of a round', () => {
  it('ends with the totals of all steps', () =>
    expect(lastLine(summary([step('types', 1), step('unit', 40, 2)]))).toBe('41 passed, 2 failed'));

  it('counts what was skipped only when something was', () =>
    expect(lastLine(summary([step('unit', 40, 0, 3)]))).toBe('40 passed, 0 failed, 3 skipped'));

  it('has a row for every step', () =>
    expect(summary([step('types', 1), step('unit', 40, 2)])).toBe(
      [
        '  step   result  checks               seconds',
        '  types  passed  1 passed, 0 failed       1.3',
        '  unit   FAILED  40 passed, 2 failed      1.3',
        '',
        '41 passed, 2 failed',
      ].join('\n'),
    ));
});
