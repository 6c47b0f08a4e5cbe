import { badRequest, Refusal } from '../../http/refusal.ts';
import { isoSeconds } from '../world.ts';
import { isMulti, isNote } from './columns.ts';
import { type Column, type Fields, type List, SYSTEM_FIELDS } from './model.ts';

const NOTE_LIMIT = 63_999;
const NONE: ReadonlySet<number> = new Set();

/** Ids of the site's people, for person columns; a person who never touched the site has none. */
export type PersonIds = ReadonlySet<number>;

/**
 * The fields of a write as SharePoint keeps them. Null and empty text become undefined: such fields are then left out.
 * @throws Refusal for unknown or read-only names (case matters), wrong types and values over the limits.
 */
export function readFields(list: List, body: unknown, people: PersonIds = NONE): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('The request body must contain the fields of the item', 'bad-body');
  const given = body as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name.endsWith('@odata.type')) continue;
    if (name.startsWith('@odata.')) continue;
    const column = writableColumn(list, name);
    fields[column.name] = kept(column, value, given[`${name}@odata.type`], people);
  }
  return fields;
}

/** Values that columns give to rows which say nothing themselves. */
export function defaults(list: List): Fields {
  const given = list.columns.filter(({ defaultValue }) => defaultValue !== undefined);
  return Object.fromEntries(given.map(({ name, defaultValue }) => [name, defaultValue]));
}

function writableColumn(list: List, name: string): Column {
  const column = list.columns.find((one) => apiName(one) === name);
  const clash = list.columns.some(
    (one) => one.name === name && isLookup(one) === false && name.endsWith('LookupId'),
  );
  if (clash && list.columns.some((one) => isLookup(one) && `${one.name}LookupId` === name))
    throw new Refusal(500, 'generalException', 'General exception while processing', {
      violation: 'bad-body',
    });
  if (column && !column.readOnly && column.facet !== 'calculated') return column;
  if (name.startsWith('_')) throw badRequest(`Field '${name}' is not recognied`, 'unknown-field');
  if (column || SYSTEM_FIELDS.has(name)) throw badRequest(`Field '${name}' is read-only`, 'unknown-field');
  throw badRequest(`Field '${name}' is not recognized`, 'unknown-field');
}

const isLookup = ({ facet }: Column): boolean => facet === 'lookup' || facet === 'personOrGroup';

/** Lookups and people are written and read through `XLookupId`. */
export const apiName = (column: Column): string =>
  isLookup(column) ? `${column.name}LookupId` : column.name;

function kept(column: Column, value: unknown, odataType: unknown, people: PersonIds): unknown {
  if (value === null || value === '') return undefined;
  if (isMulti(column)) return keptMany(column, value, odataType, people);
  switch (column.facet) {
    case 'text':
      return keptText(column, value);
    case 'number':
    case 'currency':
      return keptNumber(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(column);
      return value;
    case 'dateTime':
      return keptTime(column, value);
    case 'choice':
      return keptChoice(column, value);
    case 'lookup':
    case 'personOrGroup':
      return keptLookup(column, value, people);
    default:
      throw wrongType(column);
  }
}

function keptMany(column: Column, value: unknown, odataType: unknown, people: PersonIds): unknown {
  const wanted = column.facet === 'choice' ? 'Collection(Edm.String)' : 'Collection(Edm.Int32)';
  if (!Array.isArray(value) || odataType !== wanted) throw wrongType(column);
  return value.map((one) =>
    column.facet === 'choice' ? keptChoice(column, one) : keptLookup(column, String(one), people),
  );
}

function keptText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column);
  const { maxLength } = column.settings;
  const limit = typeof maxLength === 'number' ? maxLength : 255;
  const most = isNote(column) ? NOTE_LIMIT : limit;
  if (value.length > most)
    throw badRequest(`Column '${column.name}' takes at most ${most} characters`, 'over-limit');
  return value;
}

function keptNumber(column: Column, value: unknown): number {
  const { minimum, maximum } = column.settings;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(column);
  if ((typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum))
    throw badRequest(`Column '${column.name}' is out of range`, 'over-limit');
  return value;
}

/** Fractions of a second are lost, as in SharePoint. */
function keptTime(column: Column, value: unknown): string {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw wrongType(column);
  const text = isoSeconds(time);
  return column.settings.format === 'dateOnly' ? `${text.slice(0, 10)}T00:00:00Z` : text;
}

function keptChoice(column: Column, value: unknown): string {
  const choices = column.settings.choices as readonly unknown[];
  if (typeof value !== 'string') throw wrongType(column);
  if (column.settings.allowTextEntry !== true && !choices.includes(value)) throw wrongType(column);
  return value;
}

/** The id goes as text; a number is refused, as Graph does. */
function keptLookup(column: Column, value: unknown, people: PersonIds): string {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) throw wrongType(column);
  if (column.facet === 'personOrGroup' && !people.has(Number(value))) throw wrongType(column);
  return value;
}

const wrongType = ({ name }: Column): Refusal =>
  new Refusal(400, 'generalException', `General exception while processing (${name})`, {
    violation: 'bad-body',
  });
