import { badRequest, notFound, Refusal } from '../../http/refusal.ts';
import { listFor } from '../access.ts';
import { created, type GraphCall, type GraphRoute, linkTo, noContent, ok } from '../route.ts';
import { isoSeconds, type Site } from '../world.ts';
import { answerDelta, deltaUnits } from './delta.ts';
import { filterItems } from './filter.ts';
import type { Fields, Identity, Item, List } from './model.ts';
import { etagOf, readWanted, showFields, showItem } from './represent.ts';
import { deleteItem, insertItem, updateItem } from './store.ts';
import { defaults, type PersonIds, readFields } from './values.ts';

const ITEM = '/sites/{site}/lists/{list}/items/{item}';
const DEFAULT_PAGE = 200;
const MOST_PAGE = 5_000;

/** Rows of a list. */
export const itemRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/items/delta',
    options: ['$select', '$expand', '$top', 'token', '$skiptoken', '$deltatoken'],
    units: deltaUnits,
    handle: (call) => {
      const { site, list } = listFor(call, 'read');
      return answerDelta(call, site, list);
    },
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/items',
    options: ['$select', '$expand', '$filter', '$top', '$skiptoken'],
    units: 2,
    handle: listItems,
  },
  { method: 'POST', pattern: '/sites/{site}/lists/{list}/items', units: 2, handle: postItem },
  {
    method: 'GET',
    pattern: ITEM,
    options: ['$select', '$expand'],
    units: 1,
    handle: (call) => {
      const { site, list, item } = itemFor(call, 'read');
      return ok(showItem(site, list, item, readWanted(list, call.options)));
    },
  },
  {
    method: 'GET',
    pattern: `${ITEM}/fields`,
    options: ['$select'],
    units: 1,
    handle: (call) => {
      const { list, item } = itemFor(call, 'read');
      const names = call.options.get('$select')?.split(',') ?? 'all';
      return ok(showFields(list, item, names));
    },
  },
  {
    method: 'PATCH',
    pattern: `${ITEM}/fields`,
    units: 2,
    handle: (call) => {
      const { list, item } = change(call, call.body);
      return ok(showFields(list, item, 'all'));
    },
  },
  {
    method: 'PATCH',
    pattern: ITEM,
    units: 2,
    handle: (call) => {
      const { site, list, item } = change(call, onlyFields(call.body));
      return ok(showItem(site, list, item, { fields: 'all' }));
    },
  },
  {
    method: 'DELETE',
    pattern: ITEM,
    units: 2,
    handle: (call) => {
      const { list, item } = itemFor(call, 'write');
      checkIfMatch(call, item);
      deleteItem(call.world, list, item);
      return noContent();
    },
  },
  {
    method: 'GET',
    pattern: `${ITEM}/versions`,
    options: ['$top', '$expand', '$select'],
    units: 2,
    handle: (call) => {
      const { item } = itemFor(call, 'read');
      const now = { number: item.version, modified: item.modified, fields: item.fields };
      const value = [...item.history, now].toReversed().map(({ number, modified, fields }) => ({
        id: `${number}.0`,
        lastModifiedDateTime: isoSeconds(modified),
        lastModifiedBy: item.modifiedBy,
        fields: { ...fields, id: String(item.id) },
      }));
      return ok({ value });
    },
  },
];

function postItem(call: GraphCall) {
  const { site, list } = listFor(call, 'write');
  const fields = { ...defaults(list), ...readFields(list, onlyFields(call.body), peopleOf(site)) };
  const item = insertItem(call.world, list, fields, identityOf(call));
  // Whether the fields come back is not promised, so they sometimes do.
  const { quirks } = call.world.behaviour;
  const withFields = !quirks || call.world.random.chance(0.5);
  return created(showItem(site, list, item, withFields ? { fields: 'all' } : {}));
}

function listItems(call: GraphCall) {
  const { site, list } = listFor(call, 'read');
  const wanted = readWanted(list, call.options);
  const top = readTop(call.options.get('$top'));
  const filter = call.options.get('$filter');
  const after = readSkip(call.options.get('$skiptoken'));
  const rows =
    filter === undefined
      ? inOrder(list, after, top + 1)
      : filterItems(call.world, list, filter, call.headers.prefer).filter(({ id }) => id > after);
  const shown = rows.slice(0, top);
  const more = rows.length > top;
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#sites('${site.id}')/lists('${list.id}')/items`,
    ...(more && { '@odata.nextLink': nextLink(call, list, shown.at(-1)!.id) }),
    value: shown.map((item) => showItem(site, list, item, wanted)),
  });
}

/** The first rows after an id. Rows are kept in the order of their ids, apart from restored ones. */
function inOrder(list: List, after: number, most: number): Item[] {
  const rows: Item[] = [];
  for (let id = after + 1; id < list.nextId && rows.length < most; id += 1) {
    const item = list.items.get(id);
    if (item) rows.push(item);
  }
  return rows;
}

function nextLink(call: GraphCall, list: List, last: number): string {
  const query = new URLSearchParams([...call.options].filter(([name]) => name !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(`Paged=TRUE&p_ID=${last}`).toString('base64url'));
  return linkTo(call, `/sites/${list.siteId}/lists/${list.id}/items?${query}`);
}

function readSkip(token: string | undefined): number {
  if (token === undefined) return 0;
  const last = /^Paged=TRUE&p_ID=(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (!last) throw badRequest('The provided token is not valid.', 'bad-token');
  return Number(last);
}

/** More than 5,000 is quietly taken as 5,000. */
function readTop(given: string | undefined): number {
  const top = Number(given ?? DEFAULT_PAGE);
  if (!Number.isInteger(top) || top < 1) throw badRequest('Invalid value for $top', 'unknown-option');
  return Math.min(top, MOST_PAGE);
}

function itemFor(call: GraphCall, needs: 'read' | 'write') {
  const { site, list } = listFor(call, needs);
  const item = list.items.get(Number(call.params.item));
  if (!item) throw notFound('Item not found');
  return { site, list, item };
}

function change(call: GraphCall, body: unknown) {
  const found = itemFor(call, 'write');
  checkIfMatch(call, found.item);
  const changes = readFields(found.list, body, peopleOf(found.site));
  updateItem(call.world, found.list, found.item, changes, identityOf(call));
  return found;
}

function onlyFields(body: unknown): unknown {
  const strange = Object.keys((body ?? {}) as Fields).find((name) => name !== 'fields');
  if (strange) throw badRequest(`Invalid request: unknown property '${strange}'`, 'bad-body');
  return (body as { fields?: unknown } | undefined)?.fields;
}

/** Without If-Match the last writer wins; `*` is any version. */
function checkIfMatch({ headers }: GraphCall, item: Item): void {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*' || tag === etagOf(item)) return;
  if (!/^"[\da-f-]{36},\d+"$/i.test(tag))
    throw new Refusal(400, 'invalidRequest', 'The entity tag is malformed', {
      inner: 'malformedEntityTag',
      violation: 'bad-header',
    });
  throw new Refusal(412, 'resourceModified', "ETag does not match current item's value");
}

const identityOf = ({ caller }: GraphCall): Identity => ({
  application: { id: caller.app, displayName: caller.displayName },
  user: { displayName: 'SharePoint App' },
});

function peopleOf(site: Site): PersonIds {
  const people = [...site.lists.values()].find(({ name }) => name === 'User Information List');
  return new Set(people?.items.keys());
}
