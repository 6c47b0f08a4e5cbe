import type { BenchRow } from './row.ts';
import { summaryOf, tableOf } from './table.ts';

const ROWS: readonly BenchRow[] = [
  {
    name: 'turn',
    value: 0.28234,
    unit: 'ms',
    yardstick: 'stock: 0.589 ms',
    ratio: 0.4794,
    goal: '≤ 0.8 ×',
    pass: true,
  },
  { name: 'evolve', value: 2_345_678, unit: 'events/s', yardstick: 'none', goal: '≥ 3 million', pass: false },
];

describe('the table of benches', () => {
  it('lines its columns up and ends with what ran beside', () =>
    expect(tableOf(ROWS)).toEqual([
      'turn              0.282 ms  0.479 ×  goal ≤ 0.8 ×      met      stock: 0.589 ms',
      'evolve  2,350,000 events/s           goal ≥ 3 million  NOT MET  none',
    ]));

  it('sums up, naming what is not met and what crashed', () => {
    expect(summaryOf(ROWS, ['store'])).toBe('1 of 2 goals met. not met: evolve. crashed: store');
    expect(summaryOf(ROWS.slice(0, 1), [])).toBe('1 of 1 goals met');
  });
});
