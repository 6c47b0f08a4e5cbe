import ExcelJS from 'exceljs';
import { COLUMN_KEYS, type ColumnKey, type ColumnKind, columnOf } from '../columns.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';

/** Rows of the template that have drop-downs. */
const LAST_ROW = 300;
/** The sheet that holds the values of the drop-downs. */
export const LISTS = 'Listor';
const KINDS_WITH_LIST = ['unit', 'changeType', 'state', 'status', 'category', 'yesOrNo'] as const;
type KindWithList = (typeof KINDS_WITH_LIST)[number];

const WIDTH: Readonly<Partial<Record<ColumnKey, number>>> = {
  title: 36,
  problem: 60,
  solution: 40,
  effect: 30,
  unit: 32,
  changeType: 30,
  statusText: 36,
};
const FORMAT: Readonly<Partial<Record<ColumnKind, string>>> = {
  day: 'yyyy-mm-dd',
  amount: '#,##0',
  number: '#,##0',
};

/** A workbook to fill in: headings, drop-downs, one example row, and a sheet that explains each column. */
export async function templateWorkbook({ lists }: Pick<Vocabulary, 'lists'>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const portfolio = book.addWorksheet('Portfölj', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  const help = book.addWorksheet('Så här fyller du i');
  const places = writeLists(book.addWorksheet(LISTS), lists);
  const firstUnit = lists.unit.at(-1) ?? '';

  COLUMN_KEYS.forEach((key, index) => {
    const { heading, required, kind, example } = columnOf(key);
    const column = portfolio.getColumn(index + 1);
    column.width = WIDTH[key] ?? Math.max(14, heading.length + 2);
    const top = portfolio.getCell(1, index + 1);
    top.value = heading;
    top.font = { bold: true };
    top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFDCE6F1' : 'FFF2F2F2' } };
    top.note = columnOf(key).help;
    const shown = key === 'unit' ? firstUnit : example;
    if (shown !== '') portfolio.getCell(2, index + 1).value = shown;
    const list = isListed(kind) ? places.get(kind) : undefined;
    if (FORMAT[kind]) column.numFmt = FORMAT[kind];
    if (kind === 'text') column.alignment = { wrapText: true, vertical: 'top' };
    if (list)
      for (let row = 2; row <= LAST_ROW; row += 1)
        portfolio.getCell(row, index + 1).dataValidation = dropDown(list, heading);
  });
  portfolio.getRow(2).font = { italic: true, color: { argb: 'FF7F7F7F' } };
  writeHelp(help);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const isListed = (kind: ColumnKind): kind is KindWithList =>
  (KINDS_WITH_LIST as readonly string[]).includes(kind);

/** @param list where the values stand, as a reference. */
export const dropDown = (list: string, heading: string): ExcelJS.DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [list],
  showErrorMessage: true,
  errorTitle: heading,
  error: `Välj ett värde i listan. Alla värden finns i fliken ${LISTS}.`,
});

/** One column a list. @returns where each stands, as a reference for the drop-downs. */
function writeLists(page: ExcelJS.Worksheet, lists: Vocabulary['lists']): Map<KindWithList, string> {
  const places = new Map<KindWithList, string>();
  KINDS_WITH_LIST.forEach((kind, index) => {
    const values = lists[kind];
    const column = page.getColumn(index + 1);
    column.width = 36;
    page.getCell(1, index + 1).value = LIST_HEADINGS[kind];
    page.getCell(1, index + 1).font = { bold: true };
    values.forEach((value, at) => {
      page.getCell(at + 2, index + 1).value = value;
    });
    if (values.length > 0)
      places.set(kind, `${LISTS}!$${column.letter}$2:$${column.letter}$${values.length + 1}`);
  });
  const column = KINDS_WITH_LIST.length + 1;
  page.getColumn(column).width = 36;
  page.getCell(1, column).value = 'Berörda (flera, med semikolon)';
  page.getCell(1, column).font = { bold: true };
  lists.groups.forEach((value, at) => {
    page.getCell(at + 2, column).value = value;
  });
  return places;
}

const LIST_HEADINGS: Readonly<Record<KindWithList, string>> = {
  unit: 'Enhet',
  changeType: 'Typ',
  state: 'Läge',
  status: 'Status',
  category: 'Kategori',
  yesOrNo: 'Ja eller Nej',
};

const INTRODUCTION = [
  'En rad per ärende i fliken Portfölj. Ta bort exempelraden innan du läser in filen.',
  'Kör alltid med --dry-run först. Då visas vad som skulle skapas och vad som behöver rättas. Inget sparas.',
  'Alla rader måste vara rätt, annars läses ingen in. Samma fil kan läsas in igen: rader som redan finns hoppas över.',
  'Ordningen på kolumnerna spelar ingen roll, och du får ha egna kolumner. De läses inte in.',
  'Skriv aldrig namn eller personnummer på brukare, elever eller klienter. Rader med personnummer stoppas.',
];

function writeHelp(page: ExcelJS.Worksheet): void {
  page.getColumn(1).width = 30;
  page.getColumn(2).width = 14;
  page.getColumn(3).width = 100;
  for (const line of INTRODUCTION) page.addRow([line]);
  page.addRow([]);
  page.addRow(['Kolumn', 'Måste fyllas i', 'Vad du skriver']).font = { bold: true };
  for (const key of COLUMN_KEYS) {
    const { heading, required, help } = columnOf(key);
    page.addRow([heading, required ? 'Ja' : 'Nej', help]);
  }
}
