/** Binary fractions hold about this many decimal digits; what lies beyond is noise, not a reason to round down. */
const SURE_DIGITS = 15;

/**
 * Rounds for display: halves go away from zero, so 0,5 → 1 and −0,5 → −1, and 1,005 with two decimals → 1,01.
 * Never use it inside a calculation.
 * @param decimals 0 for whole kronor, 1 for payback in years.
 */
export function roundHalfAwayFromZero(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  const whole = Math.round(Number((Math.abs(value) * scale).toPrecision(SURE_DIGITS)));
  return value < 0 ? 0 - whole / scale : whole / scale;
}
