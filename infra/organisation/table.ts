import type ExcelJS from 'exceljs';
import { type Cell, EMPTY, type Reading } from '../import/cells/cell.ts';
import { plainTextOf } from '../import/cells/text.ts';
import { fold } from '../import/fold.ts';
import { type Limit, readRows, UnreadableFile } from '../import/workbook/book.ts';
import { columnsOf, type SheetSpec } from './columns.ts';

/** What is wrong, where, and what to write instead (in Swedish, without what the cell holds). */
export type Problem = {
  readonly sheet: string;
  readonly row: number;
  readonly heading?: string;
  readonly text: string;
};

export type TableRow<Key extends string> = {
  readonly row: number;
  readonly cell: (key: Key) => Cell;
};

export type Table<Key extends string> = {
  readonly rows: readonly TableRow<Key>[];
  /** Headings nobody knows: said, not read. */
  readonly unknown: readonly string[];
};

/** The file is the whole organisation and cannot be divided: who is not in it gets a last day. */
const LIMIT: Limit = { rows: 20_000, examples: 0, advice: 'Ta bort rader som inte är enheter eller roller.' };

/**
 * Reads one sheet by its headings, in any case and order. @throws UnreadableFile when the sheet or a required column is
 * not there.
 */
export function readTable<Key extends string>(book: ExcelJS.Workbook, spec: SheetSpec<Key>): Table<Key> {
  const page = book.worksheets.find(({ name }) => fold(name) === fold(spec.name));
  if (!page)
    throw new UnreadableFile(
      `Fliken ${spec.name} saknas. Börja från mallen: npm run organisation -- --template mall.xlsx`,
    );
  const keyOf = headingReader(spec);
  const read = readRows(page, (texts) => new Set(texts.map(keyOf).filter(Boolean)).size >= 2, LIMIT);
  if (!read) throw new UnreadableFile(`Fliken ${spec.name} har ingen rad med rubriker. Börja från mallen.`);
  const places = new Map<Key, number>();
  const unknown: string[] = [];
  for (const [place, text] of read.headings.entries()) {
    const key = keyOf(text);
    if (key && places.has(key))
      throw new UnreadableFile(
        `Fliken ${spec.name}: kolumnen ${spec.columns[key].heading} finns två gånger. Ta bort den ena.`,
      );
    if (key) places.set(key, place);
    else if (text.trim()) unknown.push(text.trim());
  }
  const missing = columnsOf(spec).filter(([key, { required }]) => required && !places.has(key));
  if (missing.length > 0)
    throw new UnreadableFile(
      `Fliken ${spec.name} saknar ${missing.map(([, { heading }]) => heading).join(', ')}. Lägg till det, eller börja från mallen.`,
    );
  const rows = read.rows.map(({ row, cells }) => ({
    row,
    cell: (key: Key) => cells[places.get(key) ?? -1] ?? EMPTY,
  }));
  return { rows, unknown };
}

function headingReader<Key extends string>(spec: SheetSpec<Key>): (text: string) => Key | undefined {
  const known = new Map<string, Key>();
  for (const [key, { heading, alias }] of columnsOf(spec))
    for (const word of [heading, ...alias]) if (!known.has(fold(word))) known.set(fold(word), key);
  return (text) => known.get(fold(text));
}

/** Reads the cells of one row and collects what is wrong with them. */
export function rowReader<Key extends string>(spec: SheetSpec<Key>, row: TableRow<Key>, problems: Problem[]) {
  const refuse = (key: Key, text: string): undefined => {
    problems.push({ sheet: spec.name, row: row.row, heading: spec.columns[key].heading, text });
    return undefined;
  };
  const take = <Value>(key: Key, read: (cell: Cell) => Reading<Value>): Value | undefined => {
    const answer = read(row.cell(key));
    if (answer && 'problem' in answer) return refuse(key, answer.problem);
    if (!answer && spec.columns[key].required) return refuse(key, `Cellen är tom. ${spec.columns[key].help}`);
    return answer?.value;
  };
  return { take, refuse };
}

/** A cell as it is written, without spaces around it. */
export function readPlain(cell: Cell): Reading<string> {
  if (cell.kind === 'empty') return undefined;
  if (cell.kind === 'broken') return { problem: 'Cellen har ett fel i sin formel. Skriv värdet i stället.' };
  const text = plainTextOf(cell).normalize('NFC');
  return text ? { value: text } : undefined;
}
