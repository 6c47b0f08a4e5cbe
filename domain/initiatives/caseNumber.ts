/** VOF-2026-0012, also with spaces, other dashes, no dashes, small letters or fewer zeros. */
const CASE_NUMBER =
  /(?<![\p{L}\p{N}])(\p{L}{2,5})\s?[-–—]?\s?((?:19|20)\d\d)\s?[-–—]?\s?(\d{1,6})(?![\p{L}\p{N}])/u;

/** A case number as people write it: where it stands in the text, and as the log knows it. */
export type WrittenCaseNumber = { readonly number: string; readonly start: number; readonly end: number };

/** The first case number of a text; undefined when it names no case. */
export function caseNumberIn(text: string): WrittenCaseNumber | undefined {
  const found = CASE_NUMBER.exec(text);
  if (!found) return undefined;
  const [written, prefix = '', year = '', serial = ''] = found;
  const number = `${prefix.toUpperCase()}-${year}-${serial.padStart(4, '0')}`;
  return { number, start: found.index, end: found.index + written.length };
}
