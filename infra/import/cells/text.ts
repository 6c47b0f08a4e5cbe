import { type Cell, reading } from './cell.ts';

/**
 * Would begin a formula if the text were opened in a spreadsheet again. A dash before a space is a list, a sign before
 * a digit an amount: they stay.
 */
const BEGINS_FORMULA = /^(?:[=@\t\r]|[+-](?=[^\s\d]))+\s*/;

/** A cell as text, as it would be read on the sheet. */
export function plainTextOf(cell: Exclude<Cell, { kind: 'empty' | 'broken' }>): string {
  switch (cell.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return String(cell.value);
    case 'day':
      return cell.day;
    case 'yesOrNo':
      return cell.value ? 'Ja' : 'Nej';
  }
}

/** Text that starts no formula wherever it ends up; `changed` when something was taken away for that. */
export const readText = reading<{ readonly text: string; readonly changed: boolean }>((cell) => {
  const written = plainTextOf(cell);
  if (!written) return undefined;
  const text = cell.kind === 'text' ? written.replace(BEGINS_FORMULA, '') : written;
  return { value: { text, changed: text !== written } };
});

const YES = new Set(['ja', 'j', 'x', 'yes', 'sant', 'true', '1']);
const NO = new Set(['nej', 'n', 'no', 'falskt', 'false', '0', '-', '–']);

export const readYesOrNo = reading<boolean>((cell) => {
  if (cell.kind === 'yesOrNo') return { value: cell.value };
  const word = plainTextOf(cell).toLowerCase();
  if (!word) return undefined;
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { problem: 'Skriv Ja eller Nej.' };
});
