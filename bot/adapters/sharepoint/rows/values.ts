import { hash } from 'node:crypto';
import type { Fields, FieldValue } from '../lists/item.ts';
import { type ListSpec, LONGEST_TEXT } from '../schema/list.ts';

/** A value of a readable row before it is written; what is missing leaves the cell empty. */
export type CellValue = FieldValue | null | undefined;
export type Cells = Readonly<Record<string, CellValue>>;

/** Longest text of a note here: what people wrote is never longer (`LIMITS` of domain/initiatives/content). */
const LONGEST_COMMENT = 20_000;
/** A spreadsheet that opens an exported list would take these for formulas. */
const FORMULA = /^[=+\-@\t\r]/;
const HALF_DAY_MS = 12 * 3_600_000;
/** Columns about the row itself. */
const BESIDE: ReadonlySet<string> = new Set(['RowSum', 'Attempt']);

/** Cells as SharePoint takes them: cut to what fits, formulas defused, days at midnight UTC, money with two decimals. */
export function toFields(spec: ListSpec, cells: Cells): Fields {
  const kinds = kindsOf(spec);
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(cells)) {
    const written = value === null || value === undefined ? undefined : toValue(kinds.get(name), value);
    if (written !== undefined && written !== '') fields[name] = written;
  }
  return { ...fields, RowSum: sumOf(spec, fields) };
}

function toValue(kind: string | undefined, value: FieldValue): FieldValue | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.round(value * 100) / 100 : undefined;
  if (typeof value === 'boolean') return value;
  if (kind === 'date') return `${value.slice(0, 10)}T00:00:00Z`;
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return cut(plain, kind === 'note' ? LONGEST_COMMENT : LONGEST_TEXT);
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/**
 * A digest of everything a row says, the same after SharePoint has moved line breaks and midnights about. A row whose
 * digest is not the one it was written with has been changed by hand.
 */
export function sumOf(spec: ListSpec, fields: Fields): string {
  const kinds = kindsOf(spec);
  const parts = Object.entries(fields)
    .filter(([name]) => !BESIDE.has(name))
    .map(([name, value]) => [name, settled(kinds.get(name), value)])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return hash('sha256', JSON.stringify(parts));
}

/** Midnight of a site in another zone is still the same day; line ends and outer blanks do not count. */
function settled(kind: string | undefined, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  if (kind === 'date') return new Date(Date.parse(value) + HALF_DAY_MS).toISOString().slice(0, 10);
  return value.replaceAll('\r\n', '\n').trim();
}

function kindsOf(spec: ListSpec): ReadonlyMap<string, string> {
  const known = KINDS.get(spec);
  if (known) return known;
  const kinds = new Map(spec.columns.map(({ name, type }) => [name, type.kind as string]));
  KINDS.set(spec, kinds);
  return kinds;
}

const KINDS = new WeakMap<ListSpec, ReadonlyMap<string, string>>();
