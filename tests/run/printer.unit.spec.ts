import { printer } from './printer.ts';
import { oneCheck, type Step } from './step.ts';

const step = (name: string): Step => ({
  name,
  says: `does ${name}`,
  quick: true,
  alone: false,
  run: async () => oneCheck(true, ''),
});
const result = (name: string, failed: number, output = '') => ({
  name,
  passed: 3,
  failed,
  skipped: 0,
  output,
  seconds: 12.34,
});

describe('what the runner prints', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says what a step does and how it ended', () => {
    const lines: string[] = [];
    const watcher = printer((line) => lines.push(line));
    watcher.started(step('lint'));
    watcher.finished(step('lint'), result('lint', 0, 'all is well'));
    expect(lines).toEqual(['lint    does lint', 'lint    passed in 12.3 s: 3 passed, 0 failed']);
  });

  it('tells every ten seconds how far it has come, and no longer than it runs', () => {
    const lines: string[] = [];
    const watcher = printer((line) => lines.push(line));
    watcher.started(step('unit'));
    jest.advanceTimersByTime(10_000);
    watcher.progress(step('unit'), '4 of 9 files');
    jest.advanceTimersByTime(10_000);
    watcher.finished(step('unit'), result('unit', 0));
    jest.advanceTimersByTime(60_000);
    expect(lines.slice(1, -1)).toEqual([
      'unit    … still running, 10.0 s so far',
      'unit    … 4 of 9 files, 20.0 s so far',
    ]);
  });

  it('shows all that a failed step said', () => {
    const lines: string[] = [];
    const watcher = printer((line) => lines.push(line));
    watcher.started(step('types'));
    watcher.finished(step('types'), result('types', 1, 'a.ts: wrong type\nb.ts: wrong type\n'));
    expect(lines.at(-2)).toContain('1 failed');
    expect(lines.at(-1)).toContain('a.ts: wrong type\nb.ts: wrong type');
  });
});
