/**
 * Whether a text of 10 or 12 digits (with or without a sign before the last four) is a possible Swedish personal or
 * coordination number: a date (day + 60 for coordination numbers) and the right check digit.
 * Written apart from the domain's rule on purpose: this one guards the repository, also against faults in that.
 */
export function isPersonalNumber(text: string): boolean {
  const digits = text.replace(/[-+]/, '').slice(-10);
  if (!/^\d{10}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
