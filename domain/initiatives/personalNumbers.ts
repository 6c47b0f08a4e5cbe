/**
 * Swedish personal identity numbers and coordination numbers (samordningsnummer) in free text.
 * Ten or twelve digits, with or without hyphen, plus or space; a real date (day + 60 for coordination numbers) and a
 * right check digit (Luhn over the last ten), so that other numbers are left alone. A number of ten digits in a row
 * that is both a possible phone number and a right personal number counts as the latter.
 * Source: Skatteverket, SKV 704 and SKV 707.
 */
const CANDIDATES = [
  /(?<!\d)((?:18|19|20)?\d{6})[\u2010-\u2015\u2212+\- ]?(\d{4})(?!\d)/g,
  // The date as a date: 1985-05-12-0000. Only a hyphen or a plus follows it, since a time may follow after a space.
  /(?<!\d)((?:18|19|20)\d{2}-\d{2}-\d{2}) ?[\u2010-\u2015\u2212+-] ?(\d{4})(?!\d)/g,
];

export function containsPersonalNumber(text: string): boolean {
  const plain = toPlainDigits(text);
  for (const candidate of CANDIDATES) {
    for (const [, date = '', serial = ''] of plain.matchAll(candidate)) {
      const digits = date.replaceAll('-', '');
      if (isDate(digits) && hasRightCheckDigit(digits.slice(-6) + serial)) return true;
    }
  }
  return false;
}

/** Digits of other scripts and full-width forms become 0–9; what is not seen (zero-width characters) vanishes. */
const toPlainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit);

/** Every script's digits stand in a row of ten that starts at a code point ending in 0 or in 6 (hexadecimal). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const low = code % 16;
  const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - low));
  return String(startsAtZero ? low : low - 6);
}

/** Coordination numbers have 60 added to the day. */
function isDate(digits: string): boolean {
  const month = Number(digits.slice(-4, -2));
  const written = Number(digits.slice(-2));
  const day = written > 60 ? written - 60 : written;
  if (month < 1 || month > 12 || day < 1) return false;
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
