import type { Unit, UnitId } from '../../domain/organisation/organisation.ts';
import { type Choice, choiceReader } from '../import/cells/choice.ts';
import { UNITS, type UnitColumn } from './columns.ts';
import { type Problem, readPlain, rowReader, type TableRow } from './table.ts';

export const KINDS: readonly Choice<Unit['kind']>[] = [
  { key: 'municipality', words: ['Kommun', 'kommunen'] },
  { key: 'department', words: ['Förvaltning', 'kontor', 'sektor'] },
  { key: 'area', words: ['Verksamhetsområde', 'område', 'avdelning', 'verksamhet'] },
  { key: 'unit', words: ['Enhet', 'skola', 'arbetsplats'] },
];

const ID = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,59}$/u;
const PREFIX = /^[A-ZÅÄÖ]{2,5}$/;
const LONGEST_NAME = 120;

/** A unit with the row it stands in. */
export type ReadUnit = { readonly row: number; readonly unit: Unit };

/** Reads a unit by its id or name. */
export type UnitReader = ReturnType<typeof choiceReader<UnitId>>;

/** The choices among the units of the file itself. */
export function unitReader(rows: readonly TableRow<UnitColumn>[]): UnitReader {
  const written = (row: TableRow<UnitColumn>, key: UnitColumn): string => {
    const read = readPlain(row.cell(key));
    return read && 'value' in read ? read.value : '';
  };
  const choices = rows.flatMap((row): Choice<UnitId>[] => {
    const [id, name] = [written(row, 'id').toLowerCase(), written(row, 'name')];
    return id ? [{ key: id, words: [id, name] }] : [];
  });
  return choiceReader(choices, 'Skriv ett id eller namn ur fliken Enheter.');
}

/** All units of the file, and what is wrong with them. */
export function readUnits(
  rows: readonly TableRow<UnitColumn>[],
  units: UnitReader,
): { readonly units: readonly ReadUnit[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kinds = choiceReader(KINDS);
  const read = rows.flatMap((row) => {
    const unit = readUnit(row, { units, kinds }, problems);
    return unit ? [{ row: row.row, unit }] : [];
  });
  if (problems.length === 0) problems.push(...together(read));
  return { units: read, problems };
}

function readUnit(
  row: TableRow<UnitColumn>,
  { units, kinds }: { units: UnitReader; kinds: ReturnType<typeof choiceReader<Unit['kind']>> },
  problems: Problem[],
): Unit | undefined {
  const before = problems.length;
  const { take, refuse } = rowReader(UNITS, row, problems);
  const id = take('id', readPlain)?.toLowerCase() ?? '';
  if (id && !ID.test(id)) refuse('id', 'Skriv bara bokstäver, siffror och bindestreck, högst 60 tecken.');
  const name = take('name', readPlain) ?? '';
  if (name.length > LONGEST_NAME) refuse('name', `Skriv högst ${LONGEST_NAME} tecken.`);
  const kind = take('kind', kinds) ?? 'unit';
  const parent = take('parent', units);
  if (kind === 'municipality' && parent !== undefined)
    refuse('parent', 'Kommunen ligger överst. Lämna cellen tom.');
  const isEmpty = row.cell('parent').kind === 'empty';
  if (kind !== 'municipality' && isEmpty) refuse('parent', 'Skriv vad enheten hör till.');
  const ofDepartment = departmentOf(kind, { take, refuse });
  const alsoCalled = (take('alsoCalled', readPlain) ?? '')
    .split(/[;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
  if (problems.length > before) return undefined;
  return {
    id,
    kind,
    name,
    ...(alsoCalled.length > 0 && { alsoCalled }),
    ...(parent !== undefined && { parent }),
    ...ofDepartment,
  };
}

/** Prefix and committee, which departments have and others may not. */
function departmentOf(
  kind: Unit['kind'],
  { take, refuse }: ReturnType<typeof rowReader<UnitColumn>>,
): Pick<Unit, 'prefix' | 'committee'> {
  const cells = (['prefix', 'committee', 'committeePrefix'] as const).map(
    (key) => [key, take(key, readPlain)] as const,
  );
  const [prefix, committee, committeePrefix] = cells.map(([, text]) => text);
  if (kind !== 'department') {
    for (const [key, text] of cells)
      if (text !== undefined) refuse(key, 'Fylls bara i för förvaltningar. Lämna cellen tom.');
    return {};
  }
  if (!PREFIX.test(prefix ?? '')) refuse('prefix', 'Skriv två till fem stora bokstäver, till exempel VOF.');
  if ((committee === undefined) !== (committeePrefix === undefined))
    refuse('committee', 'Skriv både nämnden och nämndens prefix, eller inget av dem.');
  return {
    ...(prefix && { prefix }),
    ...(committee && committeePrefix && { committee: { name: committee, prefix: committeePrefix } }),
  };
}

/** What no row shows by itself: one municipality, no id or prefix twice, a tree without loops. */
function together(read: readonly ReadUnit[]): Problem[] {
  const problem = (row: number, column: UnitColumn, text: string): Problem => ({
    sheet: UNITS.name,
    row,
    heading: UNITS.columns[column].heading,
    text,
  });
  const twice = (column: 'id' | 'prefix', of: (unit: Unit) => string | undefined): Problem[] =>
    [...Map.groupBy(read, ({ unit }) => of(unit))].flatMap(([value, [first, ...others]]) =>
      value === undefined
        ? []
        : others.map(({ row }) =>
            problem(row, column, `Samma som på rad ${first?.row}. Varje enhet behöver ett eget.`),
          ),
    );
  const [, ...moreOnTop] = read.filter(({ unit }) => unit.kind === 'municipality');
  const byId = new Map(read.map((each) => [each.unit.id, each.unit]));
  const loops = read.filter(({ unit }) => isInLoop(unit, byId));
  return [
    ...twice('id', ({ id }) => id),
    ...twice('prefix', ({ prefix }) => prefix),
    ...moreOnTop.map(({ row }) => problem(row, 'kind', 'Det får bara finnas en kommun i filen.')),
    ...loops.map(({ row }) =>
      problem(row, 'parent', 'Enheterna hör till varandra i en ring. Rätta en av dem.'),
    ),
  ];
}

function isInLoop(unit: Unit, byId: ReadonlyMap<UnitId, Unit>): boolean {
  const seen = new Set<UnitId>();
  for (let at: Unit | undefined = unit; at?.parent !== undefined; at = byId.get(at.parent)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}
