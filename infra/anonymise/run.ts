import { parseArgs } from 'node:util';
import { type House, openHouse } from '../../bot/app/house.ts';
import { peopleIn } from '../../bot/app/names.ts';
import type { EventLog } from '../../bot/app/ports/index.ts';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { rolesOf } from '../../domain/organisation/lookup.ts';
import { isAnonymous } from '../../domain/organisation/organisation.ts';
import type { SimilarityOptions } from '../../domain/similarity/similarityIndex.ts';
import { administratorOf, CannotCarryOut } from '../import/administrator.ts';
import { explain } from '../import/explain.ts';
import type { Place } from '../import/place.ts';
import { counted } from '../import/report.ts';

export const USAGE = `Slutar visa namnet på någon som har slutat. I loggen finns bara personens id, och det står kvar.

  npm run anonymise -- ENTRA-ID --dry-run   visar var personen finns, ändrar inget
  npm run anonymise -- ENTRA-ID             visar Anonym i stället för namnet, överallt

  --as ADRESS    den Administratör för Färdplan som gör det; behövs bara när det finns flera
  --data MAPP    den inbyggda databasen i mappen, till exempel .data

Det går inte att ångra. Texter där någon har skrivit namnet ändras inte; dem rättar man i ärendet.
`;

export type AnonymiseDeps = {
  readonly open: (data: string | undefined) => Promise<Place>;
  /** ISO 8601 UTC. */
  readonly clock: () => string;
  readonly calendar: WorkCalendar;
  readonly similarity: SimilarityOptions;
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
};

/** `npm run anonymise`. @returns exit code: 0 done (or so already), 2 not carried out. */
export async function runAnonymise(args: readonly string[], deps: AnonymiseDeps): Promise<number> {
  const tell = (line: string): void => void deps.stdout.write(`${line}\n`);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        data: { type: 'string' },
        as: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      tell(USAGE);
      return 0;
    }
    const [person, ...more] = positionals;
    if (!person || more.length > 0) throw new Error('Ange en persons Entra-id.');
    const place = await deps.open(values.data);
    try {
      await anonymise({ person, as: values.as, dryRun: values['dry-run'] }, place, deps, tell);
      return 0;
    } finally {
      await place.close();
    }
  } catch (error) {
    deps.stderr.write(`${explain(error, USAGE)}\n`);
    return 2;
  }
}

type Wish = { readonly person: string; readonly as: string | undefined; readonly dryRun: boolean };

async function anonymise(
  { person, as, dryRun }: Wish,
  { log, directory }: Place,
  { clock, calendar, similarity }: AnonymiseDeps,
  tell: (line: string) => void,
): Promise<void> {
  const house = await openHouse({ log, directory, clock, calendar, model: DEFAULT_MODEL, similarity });
  const organisation = house.casebook.organisation();
  if (isAnonymous(organisation, person)) return tell('Personen är redan anonym. Inget är ändrat.');
  const day = calendar.localDate(clock());
  if (rolesOf(organisation, person, day).length > 0)
    throw new CannotCarryOut('Personen har fortfarande uppdrag i Färdplan. Avsluta dem först.');
  const cases = casesWith(person, house);
  if (cases === 0 && !(await isInLog(person, log)))
    throw new CannotCarryOut('Personen finns inte i Färdplan. Kontrollera id:t.');
  tell(
    cases === 0
      ? 'Personen finns inte i något ärende, men i historiken.'
      : `Personen finns i ${counted(cases, 'ärende', 'ärenden')}.`,
  );
  if (dryRun) return tell('Provkörning: inget är ändrat.');
  const findPerson = async (address: string) => (await directory.person(address))?.id;
  const actor = await administratorOf(organisation, { as, day, findPerson });
  const outcome = await house.handleOrganisation(
    { type: 'AnonymisePerson', person },
    `anonymise-${person}`,
    actor,
  );
  if (!outcome.ok) throw new CannotCarryOut(`Det gick inte (${outcome.refusal}). Kör kommandot igen.`);
  tell('Klart: namnet visas inte längre.');
}

const casesWith = (person: string, { casebook }: House): number =>
  [...casebook.all()].filter((initiative) => peopleIn(initiative).includes(person)).length;

/** Somebody may have had a role, been a substitute or written a measurement, and be in no case's names. */
async function isInLog(person: string, log: EventLog): Promise<boolean> {
  const quoted = JSON.stringify(person);
  for (let position = 0; ; ) {
    const rows = await log.readAfter(position, ROWS_AT_ONCE);
    if (rows.some(({ actor, events }) => actor === person || JSON.stringify(events).includes(quoted)))
      return true;
    const last = rows.at(-1);
    if (!last) return false;
    position = last.position;
  }
}

const ROWS_AT_ONCE = 1_000;
