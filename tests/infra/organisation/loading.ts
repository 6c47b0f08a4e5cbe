import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { EventLog } from '../../../bot/app/ports/index.ts';
import { createTexts } from '../../../bot/texts/texts.ts';
import type { RoleHolder, Unit } from '../../../domain/organisation/organisation.ts';
import type { PlaceDirectory } from '../../../infra/import/place.ts';
import { AS_WRITTEN } from '../../../infra/organisation/findPeople.ts';
import { KINDS } from '../../../infra/organisation/readUnits.ts';
import { runOrganisation } from '../../../infra/organisation/run.ts';
import { HOLDERS, UNITS } from '../../builders/municipality.ts';
import { NOW } from '../../builders/rules.ts';

/** What one row says under each heading. */
export type Line = Readonly<Record<string, ExcelJS.CellValue>>;

const { t } = createTexts()('sv');

export const unitLine = ({ id, kind, name, alsoCalled, parent, prefix, committee }: Unit): Line => ({
  Id: id,
  Namn: name,
  Typ: KINDS.find(({ key }) => key === kind)?.words[0],
  Tillhör: parent,
  Prefix: prefix,
  Nämnd: committee?.name,
  'Nämndens prefix': committee?.prefix,
  'Kallas även': alsoCalled?.join('; '),
});

export const roleLine = ({ role, unit, person, from, to, substitutes: [substitute] }: RoleHolder): Line => ({
  Roll: t(`roles.${role}`),
  Enhet: unit,
  Person: person,
  Från: new Date(`${from}T00:00:00Z`),
  Till: to,
  Ersättare: substitute?.person,
  'Ersättare från': substitute?.from,
  'Ersättare till': substitute?.to,
});

/** The test municipality as somebody would write it down. */
export const UNIT_LINES: readonly Line[] = UNITS.map(unitLine);
export const ROLE_LINES: readonly Line[] = HOLDERS.map(roleLine);

function fill(page: ExcelJS.Worksheet, lines: readonly Line[], least: readonly string[]): void {
  const headings = [...new Set([...least, ...lines.flatMap((line) => Object.keys(line))])];
  page.addRow(headings);
  for (const line of lines) page.addRow(headings.map((heading) => line[heading] ?? null));
}

export async function bookOf(units: readonly Line[], roles: readonly Line[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Enheter'), units, ['Id', 'Namn', 'Typ', 'Tillhör']);
  fill(book.addWorksheet('Roller'), roles, ['Roll', 'Enhet', 'Person']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Loads files into a log, with people who are who they are written as unless told otherwise. */
export function loadingInto(log: EventLog, directory: PlaceDirectory = AS_WRITTEN) {
  const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
  let files = 0;
  const run = async (args: readonly string[], now = NOW) => {
    let [said, complained] = ['', ''];
    const code = await runOrganisation(args, {
      open: async () => ({ name: 'provet', log, directory, close: async () => undefined }),
      folder,
      clock: () => now,
      stdout: { write: (text) => (said += text) },
      stderr: { write: (text) => (complained += text) },
    });
    return { code, said, complained };
  };
  return {
    run,
    /** Writes a file and loads it. */
    load: async (
      [units, roles]: readonly [readonly Line[], readonly Line[]],
      more: readonly string[] = [],
      now = NOW,
    ) => {
      files += 1;
      const name = `fil-${files}.xlsx`;
      writeFileSync(join(folder, name), await bookOf(units, roles));
      return run([name, ...more], now);
    },
    write: (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes),
    read: (name: string): Uint8Array => readFileSync(join(folder, name)),
    dispose: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}
