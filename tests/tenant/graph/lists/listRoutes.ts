import { badRequest, notFound, Refusal } from '../../http/refusal.ts';
import { listFor, siteFor } from '../access.ts';
import { pageOf } from '../paging.ts';
import { created, type GraphCall, type GraphRoute, membersOf, noContent, ok, selected } from '../route.ts';
import { isoSeconds, type Site, type World } from '../world.ts';
import { addColumn, changeColumn, FACETS, showColumn, titleColumn } from './columns.ts';
import type { Column, List } from './model.ts';

/** Lists and their columns. Making and changing them takes more than the role `write`. */
export const listRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/sites/{site}/lists',
    options: ['$select', '$filter', '$top', '$expand', '$skiptoken'],
    units: 2,
    handle: (call) => {
      const site = siteFor(call, 'read');
      const { shown, ...link } = pageOf(call, findLists(call, site), `/sites/${site.id}/lists`);
      return ok({
        ...link,
        value: shown.map((list) => selected(call, showList(call, list), LIST_SOMETIMES)),
      });
    },
  },
  {
    method: 'POST',
    pattern: '/sites/{site}/lists',
    units: 2,
    handle: (call) => {
      const site = siteFor(call, 'manage');
      return created(showList(call, createList(call.world, site, call.body)));
    },
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}',
    options: ['$select', '$expand'],
    units: 1,
    handle: (call) => ok(selected(call, showList(call, listFor(call, 'read').list), LIST_SOMETIMES)),
  },
  {
    method: 'PATCH',
    pattern: '/sites/{site}/lists/{list}',
    units: 2,
    handle: (call) => {
      const { site, list } = listFor(call, 'manage');
      const { displayName, description } = readListBody(call.body, ['displayName', 'description']);
      if (typeof displayName === 'string') {
        refuseTakenTitle(site, displayName, list);
        list.displayName = displayName;
      }
      if (typeof description === 'string') list.description = description;
      return ok(showList(call, list));
    },
  },
  {
    method: 'DELETE',
    pattern: '/sites/{site}/lists/{list}',
    units: 2,
    handle: (call) => {
      const { site, list } = listFor(call, 'manage');
      site.lists.delete(list.id);
      return noContent();
    },
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/columns',
    options: ['$select', '$top', '$skiptoken'],
    units: 2,
    handle: (call) => {
      const { site, list } = listFor(call, 'read');
      const { shown, ...link } = pageOf(call, list.columns, `/sites/${site.id}/lists/${list.id}/columns`);
      return ok({
        ...link,
        value: shown.map((column) => selected(call, showColumn(column), COLUMN_SOMETIMES)),
      });
    },
  },
  {
    method: 'POST',
    pattern: '/sites/{site}/lists/{list}/columns',
    units: 2,
    handle: (call) => created(showColumn(addColumn(call.world, listFor(call, 'manage').list, call.body))),
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    units: 1,
    handle: (call) => ok(showColumn(columnOf(call, listFor(call, 'read').list))),
  },
  {
    method: 'PATCH',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    units: 2,
    handle: (call) => {
      const { list } = listFor(call, 'manage');
      const column = columnOf(call, list);
      changeColumn(list, column, call.body);
      return ok(showColumn(column));
    },
  },
  {
    method: 'DELETE',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    units: 2,
    handle: (call) => {
      const { list } = listFor(call, 'manage');
      const column = columnOf(call, list);
      if (column.name === 'Title') throw badRequest('The column cannot be deleted', 'bad-body');
      list.columns.splice(list.columns.indexOf(column), 1);
      list.indexes.delete(column.name);
      return noContent();
    },
  },
];

/** A list from the body of a POST: `{displayName, description?, columns?, list?: {template}}`. */
export function createList(world: World, site: Site, body: unknown, hidden = false): List {
  const { displayName, description, columns, list: info, name } = readListBody(body, CREATE_MEMBERS);
  if (name !== undefined)
    throw badRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
      'bad-body',
    );
  if (typeof displayName !== 'string' || displayName === '')
    throw badRequest("'displayName' is required", 'bad-body');
  refuseTakenTitle(site, displayName);
  const list: List = {
    id: world.random.guid(),
    siteId: site.id,
    name: displayName,
    template: templateOf(info),
    created: world.clock(),
    hidden,
    columns: [titleColumn(world)],
    items: new Map(),
    changes: [],
    lastChange: new Map(),
    indexes: new Map(),
    recycled: new Map(),
    grants: new Map(),
    displayName,
    description: typeof description === 'string' ? description : '',
    nextId: 1,
    epoch: 0,
  };
  for (const column of Array.isArray(columns) ? columns : []) addColumn(world, list, column);
  site.lists.set(list.id, list);
  return list;
}

const INFO_MEMBERS = ['contentTypesEnabled', 'hidden', 'template'];
const LIST_SOMETIMES = ['system', 'columns', 'lastModifiedDateTime', 'eTag'];
const COLUMN_SOMETIMES = [...FACETS, 'defaultValue', 'validation'];
const CREATE_MEMBERS = ['displayName', 'description', 'columns', 'list', 'name'];

const readListBody = (body: unknown, members: readonly string[]) => membersOf(body, members, 'A list');

function templateOf(info: unknown): string {
  const { template = 'genericList' } = membersOf(info ?? {}, INFO_MEMBERS, 'listInfo');
  if (template !== 'genericList' && template !== 'documentLibrary')
    throw badRequest(`The template '${String(template)}' is not known`, 'bad-body');
  return template;
}

function refuseTakenTitle(site: Site, title: string, self?: List): void {
  const taken = [...site.lists.values()].some(
    (one) => one !== self && one.displayName.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw new Refusal(409, 'nameAlreadyExists', 'A list with this name already exists.');
}

function findLists({ options }: GraphCall, site: Site): List[] {
  const withSystem = options.get('$select')?.split(',').includes('system') === true;
  const shown = [...site.lists.values()].filter(({ hidden }) => withSystem || !hidden);
  const filter = options.get('$filter');
  if (filter === undefined) return shown;
  const title = /^displayName eq '((?:[^']|'')*)'$/.exec(filter)?.[1]?.replaceAll("''", "'");
  if (title === undefined) throw badRequest('The provided filter statement is not supported', 'bad-filter');
  return shown.filter(({ displayName }) => displayName.toLowerCase() === title.toLowerCase());
}

function showList({ options, world }: GraphCall, list: List) {
  const expand = options.get('$expand');
  if (expand !== undefined && expand !== 'columns')
    throw badRequest(`Parsing $expand failed: '${expand}'`, 'unknown-option');
  const site = world.sites.get(list.siteId)!;
  return {
    id: list.id,
    name: list.name,
    displayName: list.displayName,
    description: list.description,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}`,
    createdDateTime: isoSeconds(list.created),
    parentReference: { siteId: list.siteId },
    list: { contentTypesEnabled: false, hidden: list.hidden, template: list.template },
    ...(list.hidden && { system: {} }),
    ...(expand && { columns: list.columns.map(showColumn) }),
  };
}

function columnOf({ params }: GraphCall, list: List): Column {
  const column = list.columns.find(({ id, name }) => id === params.column || name === params.column);
  if (!column) throw notFound('Item not found');
  return column;
}
