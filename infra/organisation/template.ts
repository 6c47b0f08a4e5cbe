import ExcelJS from 'exceljs';
import { dropDown, LISTS } from '../import/workbook/template.ts';
import { columnsOf, HOLDERS, type SheetSpec, UNITS } from './columns.ts';
import { type RoleNames, roleChoices } from './readHolders.ts';
import { KINDS } from './readUnits.ts';

/** Rows of the template that have drop-downs and formats. */
const LAST_ROW = 1_000;
const HELP = 'Så här fyller du i';

/** A workbook to fill in: units, roles, how to do it, and the values to choose from. No example rows: they would be read. */
export async function organisationTemplate(nameOf: RoleNames): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const [units, holders] = [UNITS, HOLDERS].map(({ name }) =>
    book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] }),
  );
  writeHelp(book.addWorksheet(HELP));
  const lists = writeLists(book.addWorksheet(LISTS), {
    kind: KINDS.map(({ words: [word] }) => word),
    role: roleChoices(nameOf).map(({ words: [word] }) => word),
  });
  // Whatever ids stand in the first sheet: the list grows with it.
  const places = { ...lists, unit: `${UNITS.name}!$A$2:$A$${LAST_ROW}` };
  if (units) writeSheet(units, UNITS, places);
  if (holders) writeSheet(holders, HOLDERS, places);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

type Places = Readonly<Record<'kind' | 'role' | 'unit', string>>;

function writeSheet<Key extends string>(page: ExcelJS.Worksheet, spec: SheetSpec<Key>, places: Places): void {
  for (const [index, [, { heading, help, width, required, list, format }]] of columnsOf(spec).entries()) {
    const column = page.getColumn(index + 1);
    column.width = width;
    if (format) column.numFmt = format;
    const top = page.getCell(1, index + 1);
    top.value = heading;
    top.font = { bold: true };
    top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFDCE6F1' : 'FFF2F2F2' } };
    top.note = help;
    if (!list) continue;
    // A name may be written instead of an id: the list helps, and does not insist.
    const validation = { ...dropDown(places[list], heading), showErrorMessage: list !== 'unit' };
    for (let row = 2; row <= LAST_ROW; row += 1) page.getCell(row, index + 1).dataValidation = validation;
  }
}

function writeLists(
  page: ExcelJS.Worksheet,
  lists: Readonly<Record<'kind' | 'role', readonly string[]>>,
): Omit<Places, 'unit'> {
  const write = (index: number, heading: string, values: readonly string[]): string => {
    const column = page.getColumn(index);
    column.width = 36;
    page.getCell(1, index).value = heading;
    page.getCell(1, index).font = { bold: true };
    for (const [at, value] of values.entries()) page.getCell(at + 2, index).value = value;
    return `${LISTS}!$${column.letter}$2:$${column.letter}$${values.length + 1}`;
  };
  return { kind: write(1, 'Typ', lists.kind), role: write(2, 'Roll', lists.role) };
}

const INTRODUCTION = [
  'Filen beskriver hela organisationen: alla enheter i fliken Enheter, alla roller i fliken Roller.',
  'Kör alltid med --dry-run först. Då visas vad som skulle ändras och vad som behöver rättas. Inget sparas.',
  'Alla rader måste vara rätt, annars sparas inget. Samma fil kan läsas in igen: det som redan stämmer rörs inte.',
  'Ta bort en rad när någon slutar, och säg sista dagen när du läser in: --end 2026-12-31. Historiken ligger kvar.',
  'Minst en person måste vara Administratör för Färdplan. Skriv kommunen som enhet för den rollen.',
  'En enhet behåller sitt id också när den byter namn eller flyttar. Ärendena följer id:t.',
];

function writeHelp(page: ExcelJS.Worksheet): void {
  for (const [index, width] of [14, 24, 14, 100].entries()) page.getColumn(index + 1).width = width;
  for (const line of INTRODUCTION) page.addRow([line]);
  page.addRow([]);
  page.addRow(['Flik', 'Kolumn', 'Måste fyllas i', 'Vad du skriver']).font = { bold: true };
  for (const spec of [UNITS, HOLDERS] as readonly SheetSpec<string>[])
    for (const [, { heading, required, help }] of columnsOf(spec))
      page.addRow([spec.name, heading, required ? 'Ja' : 'Nej', help]);
}
