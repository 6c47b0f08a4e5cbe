import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../../bot/adapters/language/lexicon.ts';
import type { Directory, EventLog } from '../../../bot/app/ports/index.ts';
import { runImport } from '../../../infra/import/run.ts';
import { PEOPLE } from '../../builders/people.ts';
import { NOW } from '../../builders/rules.ts';

export const HEADINGS = ['Rubrik', 'Problem', 'Enhet', 'Typ', 'Läge'] as const;

/** What one row says under each heading. */
export type Line = Readonly<Record<string, ExcelJS.CellValue>>;

export const LOCKS: Line = {
  Rubrik: 'Digitala lås i hemtjänsten',
  Problem: 'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass.',
  Enhet: 'Hemtjänst norr',
  Typ: 'Nyanskaffning',
  Läge: 'Pågående',
};
export const MEALS: Line = {
  Rubrik: 'Matlistor på skärm',
  Problem: 'Köket skriver ut listor som ändras efter utskrift.',
  Enhet: 'Hemtjänst söder',
  Typ: 'Förbättring',
  Läge: 'Idé',
};
export const ACCOUNTS: Line = {
  Rubrik: 'Årsräkningar digitalt',
  Problem: 'Gode män lämnar pappersräkningar som granskas för hand.',
  Enhet: 'OFK',
  Typ: 'Ersättning',
  Läge: 'I drift',
};

/** A list as somebody keeps it: a line above the headings, and the rows. */
export async function workbookOf(lines: readonly Line[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Anteckningar').addRow(['Inget att läsa här']);
  const page = book.addWorksheet('Portfölj 2026');
  page.addRow(['Kommunens portfölj']);
  const headings = [...new Set([...HEADINGS, ...lines.flatMap((line) => Object.keys(line))])];
  page.addRow(headings);
  for (const line of lines) page.addRow(headings.map((heading) => line[heading] ?? null));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Made once: reading the dictionary takes a while. */
const CALENDAR = createSwedishCalendar();
const SIMILARITY = { lexicon: swedishLexicon() };

/** Addresses are the ids with a domain. */
const directory: Directory = {
  person: async (asked) => {
    const id = asked.replace('@kommunen.example', '');
    return (Object.values(PEOPLE) as string[]).includes(id) ? { id, name: id } : undefined;
  },
  nameOf: (id) => id,
};

export type Importing = ReturnType<typeof importingInto>;

/** The command over a log of its own; what it said comes back. */
export function importingInto(log: EventLog) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  let closed = 0;
  const run = async (...args: readonly string[]) => {
    let said = '';
    let complained = '';
    const code = await runImport(args, {
      open: async () => ({
        name: 'loggen',
        log,
        directory,
        close: async () => {
          closed += 1;
        },
      }),
      folder,
      calendar: CALENDAR,
      similarity: SIMILARITY,
      clock: () => NOW,
      stdout: { write: (text) => (said += text) },
      stderr: { write: (text) => (complained += text) },
    });
    return { code, said, complained };
  };
  return {
    folder,
    run,
    closed: () => closed,
    file: async (...lines: readonly Line[]) => {
      writeFileSync(join(folder, 'portfölj.xlsx'), await workbookOf(lines));
      return 'portfölj.xlsx';
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
