import type { Goal } from '../../../domain/initiatives/events.ts';
import { barsFor } from '../../../tab/src/calculation/bars.ts';
import { progressOf } from '../../../tab/src/initiative/progress.ts';

const goal = (part: Partial<Goal>): Goal => ({
  id: 'g',
  kind: 'effect',
  text: 'Kortare tid',
  measure: 'tid',
  unit: 'min',
  baseline: 20,
  target: 10,
  due: '2026-12-31',
  ...part,
});
const measured = (value: number, day = '2026-03-01') => ({ goal: 'g', day, value, source: 'system' });

describe('how far a goal has come', () => {
  it('is measured from the baseline, also downwards', () => {
    expect(progressOf([goal({})], [measured(15)])[0]?.share).toBe(0.5);
    expect(progressOf([goal({ baseline: 0, target: 50 })], [measured(60)])[0]?.share).toBe(1.2);
    expect(progressOf([goal({})], [measured(25)])[0]?.share).toBe(-0.5);
  });

  it('goes by the newest day, however it was entered', () => {
    const [progress] = progressOf([goal({})], [measured(12, '2026-03-05'), measured(18, '2026-01-05')]);
    expect(progress?.share).toBe(0.8);
    expect(progress?.measurements.map(({ day }) => day)).toEqual(['2026-03-05', '2026-01-05']);
  });

  it('is unknown before anything is measured, and all or nothing when there is no way to go', () => {
    expect(progressOf([goal({})], [])[0]?.share).toBeUndefined();
    expect(progressOf([goal({ target: 20 })], [measured(20)])[0]?.share).toBe(1);
    expect(progressOf([goal({ target: 20 })], [measured(19)])[0]?.share).toBe(0);
  });
});

describe('bars of both signs', () => {
  it('share one zero line', () =>
    expect(barsFor([-50, 0, 150])).toEqual({
      zero: 25,
      bars: [
        { start: 0, length: 25, negative: true },
        { start: 25, length: 0, negative: false },
        { start: 25, length: 75, negative: false },
      ],
    }));

  it('have no length when there is nothing', () =>
    expect(barsFor([0, 0])).toEqual({
      zero: 0,
      bars: [
        { start: 0, length: 0, negative: false },
        { start: 0, length: 0, negative: false },
      ],
    }));
});
