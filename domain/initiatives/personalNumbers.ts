/**
 * Swedish personal identity numbers and coordination numbers (samordningsnummer) in free text.
 * Ten or twelve digits, with or without hyphen or plus; a real date (day + 60 for coordination numbers) and a
 * right check digit (Luhn over the last ten), so that phone and case numbers are left alone.
 * Source: Skatteverket, SKV 704 and SKV 707.
 */
const CANDIDATE = /(?<![\d])((?:18|19|20)?\d{6})[\u2010-\u2015\u2212+\- ]?(\d{4})(?!\d)/g;

export function containsPersonalNumber(text: string): boolean {
  for (const [, date = '', serial = ''] of toPlainDigits(text).matchAll(CANDIDATE)) {
    if (isDate(date) && hasRightCheckDigit(date.slice(-6) + serial)) return true;
  }
  return false;
}

/** Digits of other scripts and full-width forms become 0–9; zero-width characters vanish. */
const toPlainDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');

function isDate(digits: string): boolean {
  const month = Number(digits.slice(-4, -2));
  const day = Number(digits.slice(-2)) % 60;
  if (month < 1 || month > 12 || day < 1 || Number(digits.slice(-2)) > 91) return false;
  const year = Number(digits.slice(0, -4));
  if (digits.length === 8) return day <= daysIn(year, month);
  return day <= Math.max(daysIn(1900 + year, month), daysIn(2000 + year, month));
}

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
};

function hasRightCheckDigit(tenDigits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 10; i += 1) {
    const doubled = Number(tenDigits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
