import { nextTertialEnd } from '../../../domain/calendar/tertial.ts';

describe('the next tertial end', () => {
  it.each([
    ['2026-01-01', '2026-04-30'],
    ['2026-04-29', '2026-04-30'],
    ['2026-04-30', '2026-08-31'],
    ['2026-05-01', '2026-08-31'],
    ['2026-08-31', '2026-12-31'],
    ['2026-12-30', '2026-12-31'],
    ['2026-12-31', '2027-04-30'],
    ['2024-02-29', '2024-04-30'],
  ])('after %s is %s', (date, end) => expect(nextTertialEnd(date)).toBe(end));

  it('refuses a date that does not exist', () =>
    expect(() => nextTertialEnd('2026-02-29')).toThrow(RangeError));
});
