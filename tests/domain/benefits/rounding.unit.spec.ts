import { roundHalfAwayFromZero } from '../../../domain/benefits/rounding.ts';

describe('rounding for display', () => {
  it.each([
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.4, 0, 0],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.25, 1, 2.3],
    [2.2499, 1, 2.2],
    [506_025.648, 0, 506_026],
    [1e25, 0, 1e25],
    [1e-9, 2, 0],
  ])('%d with %d decimals → %d', (value, decimals, expected) =>
    expect(roundHalfAwayFromZero(value, decimals)).toBe(expected),
  );
});
