import { parseArgs } from 'node:util';

export type ImportCommandLine = {
  /** The workbook to read; none when only a template is wanted. */
  readonly file?: string | undefined;
  readonly template?: string | undefined;
  readonly dryRun: boolean;
  /** Folder of the embedded store; without it the settings of the environment decide. */
  readonly data?: string | undefined;
  /** Who brings it in: address or Entra id. */
  readonly as?: string | undefined;
  readonly help: boolean;
};

export const USAGE = `Läser in en portfölj från Excel, en rad per ärende.

  npm run import -- --template mall.xlsx              gör en mall att fylla i
  npm run import -- portfölj.xlsx --dry-run           visar vad som skulle hända, sparar inget
  npm run import -- portfölj.xlsx                     läser in

  --as ADRESS    den Administratör för Färdplan som läser in; behövs bara när det finns flera
  --data MAPP    läs in i den inbyggda databasen i mappen, till exempel .data

Utan --data används kommunens SharePoint när FARDPLAN_-inställningarna finns i miljön, annars mappen .data.
Alla rader måste vara rätt, annars läses ingen in. Bryts inläsningen syns inget av filen i Färdplan. Läs då in samma
fil igen: det fortsätter där det bröts. Ärenden som redan finns hoppas över.
`;

/** What the words mean. @throws Error with a sentence for the user. */
export function parseCommandLine(args: readonly string[]): ImportCommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      template: { type: 'string' },
      data: { type: 'string' },
      as: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error('Ange en fil i taget.');
  if (!values.help && !file && !values.template)
    throw new Error('Ange en fil, eller --template för en mall.');
  if (file && values.template)
    throw new Error('Ange antingen en fil att läsa in eller --template, inte båda.');
  const { 'dry-run': dryRun, template, data, as, help } = values;
  return { file, template, dryRun, data, as, help };
}
