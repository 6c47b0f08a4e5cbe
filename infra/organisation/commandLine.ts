import { parseArgs } from 'node:util';
import { isPlainDate } from '../../domain/calendar/plainDate.ts';

export type OrganisationCommandLine = {
  readonly file?: string | undefined;
  readonly template?: string | undefined;
  readonly dryRun: boolean;
  /** Last day of roles that are no longer in the file. */
  readonly end?: string | undefined;
  /** Folder of the embedded store; without it the settings of the environment decide. */
  readonly data?: string | undefined;
  readonly help: boolean;
};

export const USAGE = `Läser in kommunens enheter och roller från Excel. Filen beskriver hela organisationen.

  npm run organisation -- --template mall.xlsx      gör en mall att fylla i
  npm run organisation -- fil.xlsx --dry-run        visar vad som skulle ändras, sparar inget
  npm run organisation -- fil.xlsx                  visar planen och genomför den

  --end DATUM    sista dagen för roller som inte längre finns i filen, till exempel 2026-12-31
  --data MAPP    läs in i den inbyggda databasen i mappen, till exempel .data

Utan --data används kommunens SharePoint när FARDPLAN_-inställningarna finns i miljön, annars mappen .data.
Alla rader måste vara rätt, annars sparas inget. Samma fil kan läsas in igen: det som redan stämmer rörs inte.
Ingenting tas bort. En roll som inte finns i filen får en sista dag, och historiken ligger kvar.
`;

/** What the words mean. @throws Error with a sentence for the user. */
export function parseCommandLine(args: readonly string[]): OrganisationCommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      template: { type: 'string' },
      end: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { 'dry-run': dryRun, template, end, data, help } = values;
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error('Ange en fil i taget.');
  if (!help && !file && !template) throw new Error('Ange en fil, eller --template för en mall.');
  if (file && template) throw new Error('Ange antingen en fil att läsa in eller --template, inte båda.');
  if (end !== undefined && !isPlainDate(end)) throw new Error('Skriv dagen efter --end som 2026-12-31.');
  return { file, template, dryRun, end, data, help };
}
