import ExcelJS from 'exceljs';
import { type Cell, EMPTY } from '../cells/cell.ts';

/** What both imports (portfolio, organisation) need of Excel: a file that opens, and cells as they are read. */

export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] };

/** The file is not a list that can be read, with what to do about it (in Swedish). */
export class UnreadableFile extends Error {
  readonly code = 'unreadable-file';
}

const MOST_BYTES = 20_000_000;
const MOST_COLUMNS = 200;
/** A title and some words of explanation may stand above the headings. */
const HEADING_WITHIN = 20;
/** What every xlsx begins with: it is a zip. */
const ZIP = [0x50, 0x4b];

/** Opens an xlsx file. @throws UnreadableFile */
export async function openBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableFile('Filen är större än 20 MB. Ta bort bilder och flikar som inte behövs.');
  if (ZIP.some((byte, place) => bytes[place] !== byte))
    throw new UnreadableFile(
      'Filen är ingen vanlig xlsx-fil. Öppna den i Excel, ta bort lösenordet och spara som Excel-arbetsbok (.xlsx).',
    );
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
  } catch (cause) {
    throw new UnreadableFile('Filen går inte att läsa. Öppna den i Excel och spara den på nytt som .xlsx.', {
      cause,
    });
  }
  return book;
}

/** The text cells of a row, for finding the headings; other cells are empty. */
const textsOf = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => (cell.kind === 'text' ? cell.text : ''));

/** How many rows a file may have, besides examples, and what to do when it has more (in Swedish). */
export type Limit = { readonly rows: number; readonly examples: number; readonly advice: string };

export const tooLong = (sheet: string, { rows, advice }: Limit): UnreadableFile =>
  new UnreadableFile(`Fliken ${sheet} har fler än ${rows} rader. ${advice}`);

/**
 * The headings of a sheet and the rows below them, empty rows left out; undefined when no row near the top is one of
 * headings. @throws UnreadableFile when it is too long.
 */
export function readRows(
  page: ExcelJS.Worksheet,
  isHeadingRow: (texts: readonly string[]) => boolean,
  limit: Limit,
): { readonly headings: readonly string[]; readonly rows: readonly SheetRow[] } | undefined {
  const columns = Math.min(page.columnCount, MOST_COLUMNS);
  const cellsIn = (row: number): Cell[] => {
    // Found, never made: a sheet that is formatted to its end has a million rows.
    const found = page.findRow(row);
    return found ? Array.from({ length: columns }, (_, column) => cellOf(found.findCell(column + 1))) : [];
  };
  const last = Math.min(page.rowCount, HEADING_WITHIN);
  const headingRow = Array.from({ length: last }, (_, i) => i + 1).find((row) =>
    isHeadingRow(textsOf(cellsIn(row))),
  );
  if (headingRow === undefined) return undefined;
  const rows: SheetRow[] = [];
  for (let row = headingRow + 1; row <= page.rowCount; row += 1) {
    const cells = cellsIn(row);
    if (cells.some(({ kind }) => kind !== 'empty')) rows.push({ row, cells });
    if (rows.length > limit.rows + limit.examples) throw tooLong(page.name, limit);
  }
  return { headings: textsOf(cellsIn(headingRow)), rows };
}

/** A formula counts by the value it had when the file was saved; what it would do is never asked. */
function cellOf(cell: ExcelJS.Cell | undefined): Cell {
  if (!cell) return EMPTY;
  // Only the first of some merged cells holds the value.
  if (cell.isMerged && cell.master.address !== cell.address) return EMPTY;
  return valueIn(cell.value);
}

function valueIn(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'string') return value.trim() ? { kind: 'text', text: value } : EMPTY;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'broken' };
  if (typeof value === 'boolean') return { kind: 'yesOrNo', value };
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { kind: 'broken' }
      : { kind: 'day', day: value.toISOString().slice(0, 10) };
  if ('richText' in value) return valueIn(value.richText.map(({ text }) => text).join(''));
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? { kind: 'broken' } : valueIn(value.result);
  if ('hyperlink' in value) return valueIn(value.text);
  return { kind: 'broken' };
}
