import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { type Casebook, createCasebook } from '../../bot/app/casebook.ts';
import { createHandleOrganisation } from '../../bot/app/handleOrganisation.ts';
import { createTexts } from '../../bot/texts/texts.ts';
import { SYSTEM } from '../../domain/organisation/commands.ts';
import type { Organisation, Role } from '../../domain/organisation/organisation.ts';
import { CannotCarryOut } from '../import/administrator.ts';
import { explain } from '../import/explain.ts';
import type { Place, PlaceDirectory } from '../import/place.ts';
import { writeTemplate } from '../import/workbook/writeTemplate.ts';
import { type OrganisationCommandLine, parseCommandLine, USAGE } from './commandLine.ts';
import { findIn } from './findPeople.ts';
import { planOrganisation } from './plan.ts';
import type { Step } from './planning.ts';
import { readOrganisation } from './readFile.ts';
import { counted, tellPlan, tellProblems } from './report.ts';
import { suggestManagers } from './suggestManagers.ts';
import { organisationTemplate } from './template.ts';
import { tellVacancies } from './vacancies.ts';
import { whatIsMissing } from './whatIsMissing.ts';

export type OrganisationDeps = {
  readonly open: (data: string | undefined) => Promise<Place>;
  /** Relative paths count from it. */
  readonly folder: string;
  /** ISO 8601 UTC. */
  readonly clock: () => string;
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
};

type Tell = (line: string) => void;

/**
 * `npm run organisation`: reads the whole file, says what is wrong with it or what it would change, and only then
 * changes it, by the same commands as everybody else's.
 * @returns exit code: 0 done, 1 something to put right and nothing written, 2 not carried out or broken off.
 */
export async function runOrganisation(args: readonly string[], deps: OrganisationDeps): Promise<number> {
  const tell: Tell = (line) => void deps.stdout.write(`${line}\n`);
  try {
    const command = parseCommandLine(args);
    if (command.help) {
      tell(USAGE);
      return 0;
    }
    if (command.template) {
      writeTemplate(resolve(deps.folder, command.template), await organisationTemplate(nameOf));
      tell(`Mallen finns i ${command.template}. Fyll i den, och kör sedan med --dry-run.`);
      return 0;
    }
    const bytes = readBytes(resolve(deps.folder, command.file ?? ''));
    const place = await deps.open(command.data);
    try {
      return await load(command, bytes, place, deps.clock, tell);
    } finally {
      await place.close();
    }
  } catch (error) {
    deps.stderr.write(`${explain(error, USAGE)}\n`);
    return 2;
  }
}

const nameOf = (role: Role): string => createdTexts().t(`roles.${role}`);
let texts: ReturnType<ReturnType<typeof createTexts>> | undefined;
const createdTexts = () => {
  texts ??= createTexts()('sv');
  return texts;
};

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CannotCarryOut(`Hittar inte filen ${path}.`, { cause });
  }
}

async function load(
  { file = '', dryRun, end }: OrganisationCommandLine,
  bytes: Uint8Array,
  { log, directory, name }: Place,
  clock: () => string,
  tell: Tell,
): Promise<number> {
  const calendar = createSwedishCalendar();
  const casebook = createCasebook(log);
  await casebook.catchUp();
  const today = calendar.localDate(clock());
  const read = await readOrganisation(bytes, { nameOf, findPerson: findIn(directory) });
  tell(
    `${basename(file)}: ${counted(read.units.length, 'enhet', 'enheter')}, ${counted(read.holders.length, 'roll', 'roller')}, till ${name}.`,
  );
  if (read.unknown.length > 0) tell(`  Okända kolumner som inte läses in: ${read.unknown.join(', ')}.`);
  if (read.problems.length > 0) return tellProblems(read.problems, tell);
  const { units, holders, vacancies } = read;
  const organisation = casebook.organisation();
  const plan = planOrganisation({ organisation, units, holders, vacancies, today, end, nameOf });
  tellPlan(plan.steps, tell);
  for (const problem of plan.problems) tell(`  ! ${problem}`);
  if (plan.problems.length > 0) {
    tell('Inget har sparats.');
    return 1;
  }
  const { notes, after } = plan;
  const advice = await adviceOnManagers(after, casebook, today, directory);
  for (const note of [
    ...notes,
    ...whatIsMissing(after, today, nameOf),
    ...tellVacancies(after, today, nameOf),
    ...advice,
  ])
    tell(`  Att se över: ${note}`);
  if (dryRun || plan.steps.length === 0) {
    tell(dryRun ? 'Provkörning: inget har sparats.' : 'Allt stämmer redan. Inget har ändrats.');
    return 0;
  }
  const handle = createHandleOrganisation({ log, casebook, clock, calendar });
  await carryOut(plan.steps, organisation.version, handle, tell);
  return 0;
}

/** Only advice: a directory that does not answer stops nothing. */
async function adviceOnManagers(
  organisation: Organisation,
  casebook: Pick<Casebook, 'all'>,
  today: string,
  { manager }: Pick<PlaceDirectory, 'manager'>,
): Promise<string[]> {
  if (!manager) return [];
  try {
    return await suggestManagers(organisation, casebook.all(), today, manager);
  } catch {
    return ['Det gick inte att fråga Entra vilka som är chefer.'];
  }
}

const EVERY_STEPS = 25;

/**
 * Each step is one command with the provisioning as actor. An operation is named by what it does and by the
 * organisation it was planned for: asked for twice it has one effect, and a role may come back in another year.
 */
async function carryOut(
  steps: readonly Step[],
  version: number,
  handle: ReturnType<typeof createHandleOrganisation>,
  tell: Tell,
): Promise<void> {
  for (const [i, { order, about }] of steps.entries()) {
    const digest = createHash('sha256')
      .update(JSON.stringify([version, order]))
      .digest('hex');
    const outcome = await handle(order, `organisation-${digest.slice(0, 32)}`, SYSTEM);
    if (!outcome.ok)
      throw new CannotCarryOut(
        `${about} gick inte att spara (${outcome.refusal}): organisationen har ändrats under tiden. ` +
          `${i} av ${steps.length} ändringar är sparade. Kör samma kommando igen.`,
      );
    if ((i + 1) % EVERY_STEPS === 0) tell(`  ${i + 1} av ${steps.length} …`);
  }
  tell(
    `Klart: ${counted(steps.length, 'ändring sparad', 'ändringar sparade')}. Inga meddelanden har skickats.`,
  );
}
