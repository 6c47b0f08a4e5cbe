import { type Headings, isHeadingRow, readHeadings } from '../rows/headings.ts';
import { type Limit, openBook, readRows, type SheetRow, UnreadableFile } from './book.ts';

export type { SheetRow } from './book.ts';

/** The row of the log that makes cases of them names every one. */
export const LIMIT: Limit = {
  rows: 1_000,
  examples: 1,
  advice: 'Dela upp den i flera filer och läs in dem var för sig.',
};

/** The rows below the headings; `row` is the number that Excel shows. Empty rows are left out. */
export type Sheet = { readonly fileName: string; readonly name: string; readonly rows: readonly SheetRow[] };

/** Reads the first sheet that has headings we know. @throws UnreadableFile */
export async function readWorkbook(
  fileName: string,
  bytes: Uint8Array,
): Promise<{ sheet: Sheet; headings: Headings }> {
  const book = await openBook(bytes);
  for (const page of book.worksheets) {
    const found = readRows(page, isHeadingRow, LIMIT);
    if (found)
      return {
        sheet: { fileName, name: page.name, rows: found.rows },
        headings: readHeadings(found.headings),
      };
  }
  throw new UnreadableFile(
    'Hittar ingen flik med rubriker. Den ska ha en rad med minst Rubrik, Problem, Enhet, Typ och Läge. En mall får du med --template mall.xlsx.',
  );
}
