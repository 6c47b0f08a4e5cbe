import { badRequest, Refusal, type ViolationKind } from '../../http/refusal.ts';
import type { World } from '../world.ts';
import { type Column, type Facet, type List, MOST_INDEXES, SYSTEM_FIELDS } from './model.ts';
import { buildIndex } from './store.ts';

type Definition = Readonly<Record<string, unknown>>;

export const FACETS: readonly Facet[] = [
  'text',
  'number',
  'boolean',
  'dateTime',
  'choice',
  'lookup',
  'personOrGroup',
  'currency',
  'hyperlinkOrPicture',
  'calculated',
];

/** Members of each facet that Graph documents. Source: Microsoft Graph v1.0, "columnDefinition resource type". */
const FACET_MEMBERS: Readonly<Record<Facet, readonly string[]>> = {
  text: ['allowMultipleLines', 'appendChangesToExistingText', 'linesForEditing', 'maxLength', 'textType'],
  number: ['decimalPlaces', 'displayAs', 'minimum', 'maximum'],
  boolean: [],
  dateTime: ['displayAs', 'format'],
  choice: ['choices', 'allowTextEntry', 'displayAs'],
  lookup: ['listId', 'columnName', 'allowMultipleValues', 'allowUnlimitedLength', 'primaryLookupColumnId'],
  personOrGroup: ['allowMultipleSelection', 'chooseFromType', 'displayAs'],
  currency: ['locale'],
  hyperlinkOrPicture: ['isPicture'],
  calculated: ['format', 'formula', 'outputType'],
};

const COMMON = [
  'name',
  'displayName',
  'description',
  'required',
  'indexed',
  'enforceUniqueValues',
  'hidden',
  'readOnly',
  'defaultValue',
];

const LATE_INDEX_LIMIT = 20_000;

/** A new column from a columnDefinition, put in the list. @throws Refusal for what SharePoint does not accept. */
export function addColumn(world: World, list: List, body: unknown): Column {
  const definition = asDefinition(body);
  const facets = FACETS.filter((facet) => definition[facet] !== undefined);
  const facet = facets[0];
  if (!facet || facets.length > 1)
    throw badRequest('Unable to determine type of provided column definition', 'bad-body');
  refuseUnknown(definition, [...COMMON, facet]);
  const name = definition.name;
  if (typeof name !== 'string' || !/^[A-Za-z]\w{0,31}$/.test(name))
    throw badRequest('A column needs a name of letters and digits, at most 32.', 'bad-body');
  if (list.columns.some((column) => column.name === name) || SYSTEM_FIELDS.has(name))
    throw new Refusal(409, 'nameAlreadyExists', `A column named ${name} already exists.`);
  const column: Column = {
    id: world.random.guid(),
    name,
    facet,
    settings: facetSettings(facet, definition[facet]),
    displayName: textOr(definition.displayName, name),
    description: textOr(definition.description, ''),
    indexed: false,
    unique: false,
    required: definition.required === true,
    hidden: definition.hidden === true,
    readOnly: definition.readOnly === true,
    defaultValue: (definition.defaultValue as { value?: unknown } | undefined)?.value,
  };
  setIndex(list, column, definition);
  list.columns.push(column);
  return column;
}

/** Changes an existing column; its type stays. */
export function changeColumn(list: List, column: Column, body: unknown): void {
  const definition = asDefinition(body);
  refuseUnknown(definition, [...COMMON.filter((name) => name !== 'name'), column.facet]);
  setIndex(list, column, { indexed: column.indexed, enforceUniqueValues: column.unique, ...definition });
  if (definition[column.facet] !== undefined)
    column.settings = { ...column.settings, ...facetSettings(column.facet, definition[column.facet]) };
  if (typeof definition.displayName === 'string') column.displayName = definition.displayName;
  if (typeof definition.description === 'string') column.description = definition.description;
  if (typeof definition.required === 'boolean') column.required = definition.required;
  if (typeof definition.hidden === 'boolean') column.hidden = definition.hidden;
  if (typeof definition.readOnly === 'boolean') column.readOnly = definition.readOnly;
}

/** The columnDefinition as Graph gives it back. */
export function showColumn(column: Column): Definition {
  return {
    id: column.id,
    name: column.name,
    displayName: column.displayName,
    description: column.description,
    columnGroup: 'Custom Columns',
    indexed: column.indexed,
    enforceUniqueValues: column.unique,
    required: column.required,
    hidden: column.hidden,
    readOnly: column.readOnly,
    ...(column.defaultValue !== undefined && { defaultValue: { value: String(column.defaultValue) } }),
    [column.facet]: column.settings,
  };
}

/** The Title column that every list of the genericList template has. */
export const titleColumn = (world: World): Column => ({
  id: world.random.guid(),
  name: 'Title',
  facet: 'text',
  settings: facetSettings('text', {}),
  displayName: 'Title',
  description: '',
  indexed: false,
  unique: false,
  required: true,
  hidden: false,
  readOnly: false,
});

export const isNote = ({ facet, settings }: Column): boolean =>
  facet === 'text' && settings.allowMultipleLines === true;

export const isMulti = ({ facet, settings }: Column): boolean =>
  settings.allowMultipleValues === true ||
  settings.allowMultipleSelection === true ||
  (facet === 'choice' && settings.displayAs === 'checkBoxes');

function setIndex(list: List, column: Column, definition: Definition): void {
  const wanted = definition.indexed === true;
  const unique = definition.enforceUniqueValues === true;
  if (unique && !wanted) throw badRequest('This field must be indexed to enforce unique values', 'bad-body');
  // An index on what cannot be indexed is accepted and then read back as false.
  const possible = !isNote(column) && !isMulti(column) && !UNINDEXABLE.has(column.facet);
  if (unique && !possible) throw badRequest('This field cannot enforce unique values', 'bad-body');
  if (!wanted || !possible) {
    column.indexed = false;
    column.unique = false;
    list.indexes.delete(column.name);
    return;
  }
  if (!column.indexed) {
    if (list.indexes.size >= MOST_INDEXES)
      throw badRequest(`A list can have at most ${MOST_INDEXES} indexed columns`, 'over-limit');
    if (list.items.size > LATE_INDEX_LIMIT)
      throw badRequest('The list is too large for a new index', 'over-limit');
  }
  if (!column.indexed || unique !== column.unique) buildIndex(list, column.name, unique);
  column.indexed = true;
  column.unique = unique;
}

const UNINDEXABLE: ReadonlySet<Facet> = new Set<Facet>(['calculated', 'hyperlinkOrPicture']);

function facetSettings(facet: Facet, given: unknown): Definition {
  const settings = asDefinition(given);
  refuseUnknown(settings, FACET_MEMBERS[facet], 'bad-body');
  if (facet === 'text' && settings.allowMultipleLines !== true) return { maxLength: 255, ...settings };
  if (facet === 'choice' && !Array.isArray(settings.choices))
    throw badRequest('A choice column needs its choices', 'bad-body');
  return settings;
}

function asDefinition(body: unknown): Definition {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('A column definition is an object', 'bad-body');
  return body as Definition;
}

function refuseUnknown(given: Definition, known: readonly string[], kind: ViolationKind = 'bad-body'): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name) && !name.startsWith('@odata.'));
  if (unknown) throw badRequest(`Invalid request: unknown property '${unknown}'`, kind);
}

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);
