/**
 * Reads a number as people write it: "1 200,5", "1200.5", "-3", with or without spaces.
 * @returns undefined for an empty text, NaN for something that is not a number.
 */
export function readNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The inverse, for filling a field: a number as it is typed in Swedish. */
export const writeNumber = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',');
