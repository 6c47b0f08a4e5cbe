import { badRequest, Refusal } from '../../http/refusal.ts';
import type { World } from '../world.ts';
import { type Column, compared, type Item, type List, SYSTEM_FIELDS } from './model.ts';
import { apiName } from './values.ts';

type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';
type Literal = string | number | boolean;
type Condition = { readonly column: Column; readonly operator: Operator; readonly literal: Literal };

const CLAUSE =
  /^(?:fields\/(?<field>\w+) (?<operator>eq|ne|lt|gt|le|ge) (?<value>.+)|startswith\(fields\/(?<prefixed>\w+),\s*(?<prefix>'.*')\))$/;
const PREFER = /HonorNonIndexedQueriesWarningMayFailRandomly/i;

/**
 * The rows that a `$filter` lets through, in order of id. Graph filters on one indexed column; what goes beyond that
 * is refused here as it is there, and so is everything that matches or examines more rows than the view threshold.
 */
export function filterItems(world: World, list: List, filter: string, prefer: string | undefined): Item[] {
  const conditions = splitAnd(filter).map((clause) => readCondition(list, clause));
  const unindexed = conditions.find(({ column }) => !column.indexed);
  if (unindexed) {
    if (!prefer || !PREFER.test(prefer)) throw notIndexed(unindexed.column.name);
    refuseOverThreshold(world, list.items.size);
    return [...list.items.values()].filter((item) => conditions.every((one) => holds(one, item)));
  }
  const [first, ...rest] = conditions;
  const found = rowsOf(list, first!);
  refuseOverThreshold(world, found.length);
  return found
    .filter((item) => rest.every((one) => holds(one, item)))
    .sort((one, other) => one.id - other.id);
}

function splitAnd(filter: string): string[] {
  const clauses: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < filter.length; at += 1) {
    if (filter[at] === "'") quoted = !quoted;
    if (quoted || !filter.startsWith(' and ', at)) continue;
    clauses.push(filter.slice(from, at).trim());
    from = at + ' and '.length;
  }
  return [...clauses, filter.slice(from).trim()];
}

function readCondition(list: List, clause: string): Condition {
  const found = CLAUSE.exec(clause)?.groups;
  if (!found) throw new Refusal(400, 'BadRequest', 'Invalid filter clause', { violation: 'bad-filter' });
  const name = found.field ?? found.prefixed ?? '';
  const column = list.columns.find((one) => apiName(one) === name);
  if (!column && SYSTEM_FIELDS.has(name)) throw notIndexed(name);
  if (!column) throw badRequest(`Field '${name}' is not recognized`, 'unknown-field');
  const operator = (found.operator ?? 'startswith') as Operator;
  return { column, operator, literal: readLiteral(column, found.value ?? found.prefix ?? '') };
}

function readLiteral(column: Column, text: string): Literal {
  const quoted = /^'((?:[^']|'')*)'$/.exec(text)?.[1]?.replaceAll("''", "'");
  const isNumber = column.facet === 'number' || column.facet === 'currency';
  if (isNumber && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (column.facet === 'boolean' && /^(?:true|false|1|0)$/.test(text)) return text === 'true' || text === '1';
  const isLookup = column.facet === 'lookup' || column.facet === 'personOrGroup';
  if (isLookup && /^\d+$/.test(text)) return text;
  if (column.facet === 'dateTime' && quoted && !Number.isNaN(Date.parse(quoted))) return quoted;
  if (!isNumber && column.facet !== 'boolean' && quoted !== undefined) return quoted;
  throw new Refusal(400, 'BadRequest', `Invalid filter clause: ${text}`, { violation: 'bad-filter' });
}

/** Reads the index, so that a filter costs as much as it matches and not as the list is long. */
function rowsOf(list: List, condition: Condition): Item[] {
  const index = list.indexes.get(condition.column.name) ?? new Map<string, Set<number>>();
  if (condition.operator === 'eq' && condition.column.facet !== 'dateTime') {
    const ids = index.get(compared(condition.literal) ?? '') ?? [];
    return [...ids].flatMap((id) => list.items.get(id) ?? []);
  }
  return [...list.items.values()].filter((item) => holds(condition, item));
}

function holds({ column, operator, literal }: Condition, item: Item): boolean {
  const value = item.fields[column.name];
  if (value === undefined) return operator === 'ne';
  const [one, other] = comparable(column, value, literal);
  switch (operator) {
    case 'eq':
      return one === other;
    case 'ne':
      return one !== other;
    case 'lt':
      return one < other;
    case 'gt':
      return one > other;
    case 'le':
      return one <= other;
    case 'ge':
      return one >= other;
    case 'startswith':
      return String(one).startsWith(String(other));
  }
}

function comparable(column: Column, value: unknown, literal: Literal): [string | number, string | number] {
  if (column.facet === 'dateTime') return [Date.parse(String(value)), Date.parse(String(literal))];
  if (typeof value === 'number') return [value, Number(literal)];
  return [String(value).toUpperCase(), String(literal).toUpperCase()];
}

const notIndexed = (name: string): Refusal =>
  badRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ` +
      "HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    'unindexed-filter',
  );

function refuseOverThreshold(world: World, rows: number): void {
  const { viewThreshold, thresholdAnswer } = world.behaviour;
  if (rows <= viewThreshold) return;
  if (thresholdAnswer === 'throttled')
    throw new Refusal(429, 'activityLimitReached', 'The request has been throttled', {
      headers: { 'Retry-After': '10' },
      violation: 'over-limit',
    });
  throw new Refusal(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    inner: 'tooManyResources',
    violation: 'over-limit',
  });
}
