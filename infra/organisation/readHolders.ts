import {
  ROLES,
  type Role,
  type Substitute,
  type UnitId,
  type Vacancy,
} from '../../domain/organisation/organisation.ts';
import { swedishNumber } from '../import/cells/amount.ts';
import type { Cell, Reading } from '../import/cells/cell.ts';
import { type Choice, choiceReader } from '../import/cells/choice.ts';
import { readDay } from '../import/cells/day.ts';
import { fold } from '../import/fold.ts';
import { HOLDERS, type RoleColumn } from './columns.ts';
import type { UnitReader } from './readUnits.ts';
import { type Problem, readPlain, rowReader, type TableRow } from './table.ts';

/** A role somebody should hold. `from` is missing when the file leaves it open. */
export type WantedHolder = {
  readonly row: number;
  readonly role: Role;
  readonly unit: UnitId;
  readonly person: string;
  readonly from?: string;
  readonly to?: string;
  readonly share?: number;
  readonly substitute?: Substitute;
};

/** A role that the file says nobody has yet. */
export type WantedVacancy = Vacancy & { readonly row: number };

/** Who a person is; told in words when nobody is found. */
export type People = (written: string) => { readonly id: string } | { readonly problem: string };

export type RoleNames = (role: Role) => string;

export const roleChoices = (nameOf: RoleNames): Choice<Role>[] =>
  ROLES.map((role) => ({ key: role, words: [nameOf(role), ...(ALSO[role] ?? [])] }));

/** Other words that municipalities use. */
const ALSO: Readonly<Partial<Record<Role, readonly string[]>>> = {
  manager: ['enhetschef', 'verksamhetschef', 'avdelningschef', 'rektor'],
  director: ['förvaltningschef', 'direktör', 'sektorchef'],
  coach: ['coach'],
  toolAdmin: ['verktygsadministratör', 'systemförvaltare'],
  lawyer: ['jurist'],
  securityOfficer: ['informationssäkerhetsansvarig'],
};

/** Every address or id that the rows name, each once. */
export function namedPeople(rows: readonly TableRow<RoleColumn>[]): readonly string[] {
  const named = rows
    .filter((row) => !isVacant(row))
    .flatMap((row) =>
      (['person', 'substitute'] as const).flatMap((key) => {
        const read = readPlain(row.cell(key));
        return read && 'value' in read ? [read.value] : [];
      }),
    );
  return [...new Set(named)];
}

/** All roles of the file, and what is wrong with them. */
export function readHolders(
  rows: readonly TableRow<RoleColumn>[],
  { units, people, nameOf }: { units: UnitReader; people: People; nameOf: RoleNames },
): {
  readonly holders: readonly WantedHolder[];
  readonly vacancies: readonly WantedVacancy[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const readers = { units, people, roles: choiceReader(roleChoices(nameOf)) };
  const [vacant, held] = [rows.filter(isVacant), rows.filter((row) => !isVacant(row))];
  const holders = held.flatMap((row) => readHolder(row, readers, problems) ?? []);
  const vacancies = vacant.flatMap((row) => readVacancy(row, readers, problems) ?? []);
  refuseTwice(holders, ({ role, unit, person, from = '' }) => [role, unit, person, from], problems);
  refuseTwice(vacancies, ({ role, unit }) => [role, unit], problems);
  return { holders, vacancies, problems };
}

function refuseTwice<Wanted extends { readonly row: number }>(
  wanted: readonly Wanted[],
  keyOf: (one: Wanted) => readonly string[],
  problems: Problem[],
): void {
  for (const [first, ...others] of Map.groupBy(wanted, (one) => JSON.stringify(keyOf(one))).values())
    for (const { row } of others)
      problems.push({ sheet: HOLDERS.name, row, text: `Samma som rad ${first?.row}. Ta bort den ena.` });
}

const isVacant = (row: TableRow<RoleColumn>): boolean => {
  const read = readPlain(row.cell('person'));
  return read !== undefined && 'value' in read && fold(read.value) === 'vakant';
};

/** What only somebody who has the role can have. */
const OF_HOLDERS = ['from', 'to', 'share', 'substitute', 'substituteFrom', 'substituteTo'] as const;

function readVacancy(
  row: TableRow<RoleColumn>,
  { units, roles }: Readers,
  problems: Problem[],
): WantedVacancy | undefined {
  const before = problems.length;
  const { take, refuse } = rowReader(HOLDERS, row, problems);
  const [role, unit] = [take('role', roles), take('unit', units)];
  const [target, reason] = [take('target', readDay), take('reason', readPlain)];
  for (const key of OF_HOLDERS)
    if (row.cell(key).kind !== 'empty')
      refuse(key, 'Raden är vakant. Töm cellen, eller skriv vem som har rollen.');
  if (problems.length > before || !role || unit === undefined) return undefined;
  return { row: row.row, role, unit, ...(target && { target }), ...(reason && { reason }) };
}

type Readers = {
  readonly units: UnitReader;
  readonly people: People;
  readonly roles: ReturnType<typeof choiceReader<Role>>;
};

function readHolder(
  row: TableRow<RoleColumn>,
  { units, people, roles }: Readers,
  problems: Problem[],
): WantedHolder | undefined {
  const before = problems.length;
  const { take, refuse } = rowReader(HOLDERS, row, problems);
  for (const key of ['target', 'reason'] as const)
    if (row.cell(key).kind !== 'empty')
      refuse(key, 'Någon har rollen. Töm cellen, eller skriv Vakant som person.');
  const person = (key: 'person' | 'substitute'): string | undefined =>
    take(key, (cell) => {
      const read = readPlain(cell);
      if (!read || 'problem' in read) return read;
      const found = people(read.value);
      return 'problem' in found ? found : { value: found.id };
    });
  const [role, unit] = [take('role', roles), take('unit', units)];
  const holder = person('person');
  const [from, to] = [take('from', readDay), take('to', readDay)];
  if (from !== undefined && to !== undefined && to < from) refuse('to', 'Sista dagen är före den första.');
  const share = take('share', readPercent);
  const acting = person('substitute');
  const [since, until] = [take('substituteFrom', readDay), take('substituteTo', readDay)];
  const isNamed = row.cell('substitute').kind !== 'empty';
  if (isNamed && since === undefined && row.cell('substituteFrom').kind === 'empty')
    refuse('substituteFrom', 'Skriv från vilken dag ersättaren beslutar.');
  if (isNamed && until === undefined && row.cell('substituteTo').kind === 'empty')
    refuse('substituteTo', 'Skriv till vilken dag ersättaren beslutar.');
  if (!isNamed && (since !== undefined || until !== undefined))
    refuse('substitute', 'Skriv vem ersättaren är, eller ta bort dagarna.');
  if (since !== undefined && until !== undefined && until < since)
    refuse('substituteTo', 'Sista dagen är före den första.');
  if (acting !== undefined && acting === holder)
    refuse('substitute', 'Ersättaren är samma person som har rollen. Välj någon annan.');
  if (problems.length > before || !role || unit === undefined || holder === undefined) return undefined;
  return {
    row: row.row,
    role,
    unit,
    person: holder,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(share !== undefined && { share }),
    ...(acting !== undefined &&
      since !== undefined &&
      until !== undefined && { substitute: { person: acting, from: since, to: until } }),
  };
}

/** Percent as a share of one: `50`, `50 %`, or a cell that Excel formats as percent and keeps as 0,5. */
function readPercent(cell: Cell): Reading<number> {
  const hint = { problem: 'Skriv ett tal mellan 1 och 100.' };
  if (cell.kind === 'number' && cell.value > 0 && cell.value <= 1) return { value: cell.value };
  const read = readPlain(cell);
  if (!read || 'problem' in read) return read;
  const percent = swedishNumber(
    read.value.replace(/\s*(?:%|procent)$/, '').replace(/^(\d+)\.(\d+)$/, '$1,$2'),
  );
  return percent !== undefined && percent >= 1 && percent <= 100
    ? { value: Math.round(percent) / 100 }
    : hint;
}
