import type { Unit } from '../../domain/organisation/organisation.ts';
import { openBook } from '../import/workbook/book.ts';
import { HOLDERS, UNITS } from './columns.ts';
import type { FindPerson, Found } from './findPeople.ts';
import {
  namedPeople,
  type People,
  type RoleNames,
  readHolders,
  type WantedHolder,
  type WantedVacancy,
} from './readHolders.ts';
import { readUnits, unitReader } from './readUnits.ts';
import { type Problem, readTable } from './table.ts';

export type OrganisationFile = {
  readonly units: readonly Unit[];
  readonly holders: readonly WantedHolder[];
  readonly vacancies: readonly WantedVacancy[];
  readonly problems: readonly Problem[];
  readonly unknown: readonly string[];
};

export type Asking = {
  readonly nameOf: RoleNames;
  readonly findPerson: FindPerson;
};

const AT_ONCE = 8;
const ADDRESS_OR_ID = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|[\w.-]+)$/;
const NOBODY = 'Finns inte i katalogen. Skriv adressen som personen loggar in med, eller personens Entra-id.';
const GUEST = 'Personen är gäst från en annan organisation och kommer inte in i Färdplan. Välj en anställd.';
const LEFT = 'Kontot är avstängt. Välj någon annan, eller ta bort raden.';

/** Reads the whole file and asks for every person in it. Writes nothing. @throws UnreadableFile */
export async function readOrganisation(
  bytes: Uint8Array,
  { nameOf, findPerson }: Asking,
): Promise<OrganisationFile> {
  const book = await openBook(bytes);
  const [unitTable, holderTable] = [readTable(book, UNITS), readTable(book, HOLDERS)];
  const units = unitReader(unitTable.rows);
  const read = readUnits(unitTable.rows, units);
  const people = await lookUp(namedPeople(holderTable.rows), findPerson);
  const { holders, vacancies, problems } = readHolders(holderTable.rows, { units, people, nameOf });
  return {
    units: read.units.map(({ unit }) => unit),
    holders,
    vacancies,
    problems: [...read.problems, ...problems],
    unknown: [...unitTable.unknown, ...holderTable.unknown],
  };
}

async function lookUp(named: readonly string[], findPerson: Asking['findPerson']): Promise<People> {
  const found = new Map<string, Found | undefined>();
  for (let i = 0; i < named.length; i += AT_ONCE)
    await Promise.all(
      named.slice(i, i + AT_ONCE).map(async (written) => {
        if (ADDRESS_OR_ID.test(written)) found.set(written, await findPerson(written));
      }),
    );
  return (written) => {
    const person = found.get(written);
    if (!person) return { problem: NOBODY };
    if (person.left) return { problem: LEFT };
    return person.guest ? { problem: GUEST } : { id: person.id };
  };
}
