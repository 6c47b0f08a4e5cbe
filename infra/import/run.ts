import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openHouse } from '../../bot/app/house.ts';
import { createTexts } from '../../bot/texts/texts.ts';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { unitOf } from '../../domain/organisation/lookup.ts';
import type { SimilarityOptions } from '../../domain/similarity/similarityIndex.ts';
import { administratorOf, CannotCarryOut } from './administrator.ts';
import { carryOut } from './carryOut.ts';
import { type ImportCommandLine, parseCommandLine, USAGE } from './commandLine.ts';
import { explain } from './explain.ts';
import type { Place } from './place.ts';
import { planImport } from './plan.ts';
import { counted, tellPlan, tellProblems } from './report.ts';
import { type Say, vocabulary } from './rows/vocabulary.ts';
import { readWorkbook } from './workbook/readWorkbook.ts';
import { templateWorkbook } from './workbook/template.ts';
import { writeTemplate } from './workbook/writeTemplate.ts';

export type ImportDeps = {
  readonly open: (data: string | undefined) => Promise<Place>;
  /** Relative paths count from it. */
  readonly folder: string;
  readonly calendar: WorkCalendar;
  readonly similarity: SimilarityOptions;
  /** ISO 8601 UTC. */
  readonly clock: () => string;
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
};

/**
 * `npm run import`: reads the whole file, says what is wrong with it or what it would make, and only then makes it.
 * @returns exit code: 0 done, 1 rows to put right and nothing written, 2 not carried out or broken off.
 */
export async function runImport(args: readonly string[], deps: ImportDeps): Promise<number> {
  const tell = (line: string): void => void deps.stdout.write(`${line}\n`);
  try {
    const command = parseCommandLine(args);
    if (command.help) {
      tell(USAGE);
      return 0;
    }
    const place = await deps.open(command.data);
    try {
      return await inPlace(command, place, deps, tell);
    } finally {
      await place.close();
    }
  } catch (error) {
    deps.stderr.write(`${explain(error, USAGE)}\n`);
    return 2;
  }
}

async function inPlace(
  command: ImportCommandLine,
  place: Place,
  { folder, clock, calendar, similarity }: ImportDeps,
  tell: (line: string) => void,
): Promise<number> {
  const { log, directory } = place;
  const house = await openHouse({
    log,
    directory,
    clock,
    calendar,
    model: DEFAULT_MODEL,
    similarity,
  });
  const say: Say = createTexts()('sv').t;
  const organisation = house.casebook.organisation();
  const words = vocabulary(say, organisation);
  if (command.template) {
    writeTemplate(resolve(folder, command.template), await templateWorkbook(words));
    tell(`Mallen finns i ${command.template}. Fyll i den, och kör sedan med --dry-run.`);
    return 0;
  }
  const path = resolve(folder, command.file ?? '');
  const { sheet, headings } = await readWorkbook(basename(path), readFile(path));
  const findPerson = async (address: string) => (await directory.person(address))?.id;
  const at = clock();
  const day = calendar.localDate(at);
  const actor = await administratorOf(organisation, { as: command.as, day, findPerson });
  const asking = { actor, at, day };
  const context = house.context();
  const { casebook, similar } = house;
  const plan = await planImport({
    sheet,
    headings,
    words,
    asking,
    context,
    casebook,
    similarTo: similar.similarTo,
    similarity,
    findPerson,
  });
  tell(
    `${basename(path)}, fliken ${sheet.name}: ${counted(sheet.rows.length, 'rad', 'rader')}, till ${place.name}.`,
  );
  if (headings.problems.length > 0 || plan.problems.length > 0) {
    tellProblems(plan, tell);
    return 1;
  }
  tellPlan(plan, (unit) => unitOf(organisation, unit)?.name ?? unit, say, tell);
  const wanted = plan.rows.filter(({ already }) => already === undefined);
  if (command.dryRun) {
    tell(`Provkörning: ${counted(wanted.length, 'ärende', 'ärenden')} skulle läsas in. Inget har sparats.`);
    return 0;
  }
  await carryOut(wanted, actor, house, tell);
  const skipped = plan.rows.length - wanted.length;
  const there = skipped > 0 ? `, ${skipped} fanns redan` : '';
  tell(
    `Klart: ${counted(wanted.length, 'ärende inläst', 'ärenden inlästa')}${there}. Inga meddelanden har skickats.`,
  );
  return 0;
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CannotCarryOut(`Hittar inte filen ${path}.`, { cause });
  }
}
