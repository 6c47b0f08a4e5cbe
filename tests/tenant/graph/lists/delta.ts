import { attempt } from '../../http/attempt.ts';
import { badRequest, Refusal } from '../../http/refusal.ts';
import { type GraphCall, linkTo, ok } from '../route.ts';
import type { Site, World } from '../world.ts';
import type { List } from './model.ts';
import { readWanted, showItem, type Wanted } from './represent.ts';

/**
 * Where a reader of the list's change log stands. It travels inside the link, so the tenant keeps nothing for it.
 * `from` is the next position to read, `to` where this round ends; `whole` is an enumeration of all there is.
 */
type Cursor = {
  readonly list: string;
  readonly epoch: number;
  readonly made: number;
  readonly from: number;
  /** Undefined in a delta link: the round then begins when the link is used. */
  readonly to?: number;
  readonly whole?: boolean;
  readonly top: number;
  readonly wanted: Wanted;
};

const DEFAULT_PAGE = 200;
const MOST_PAGE = 5_000;

/** Delta with a token is 1 unit; an enumeration is 2 a page. */
export const deltaUnits = (call: GraphCall): number => {
  const token = tokenOf(call);
  return token !== undefined && !openToken(token)?.whole ? 1 : 2;
};

/** `GET …/items/delta`: all rows, or what has changed since a token. No order, latest state only, repeats allowed. */
export function answerDelta(call: GraphCall, site: Site, list: List) {
  const token = tokenOf(call);
  const now = visibleEnd(call.world, list);
  if (token === 'latest') return ok(lastPage(call, list, [], cursorAt(call, list, now)));
  const cursor = token === undefined ? { ...cursorAt(call, list, 0), whole: true } : openToken(token);
  if (!cursor) throw badRequest('The provided token is not valid.', 'bad-token');
  refuseExpired(call, list, cursor);
  const to = cursor.to ?? now;
  const { rows, next } = page(call.world, site, list, { ...cursor, to });
  const value = call.world.behaviour.quirks ? call.world.random.shuffle(rows) : rows;
  if (cursor.whole && cursor.from === 0 && call.world.behaviour.quirks) value.unshift(rootFolder(site, list));
  if (next < to)
    return ok({
      '@odata.context': contextOf(call),
      '@odata.nextLink': link(call, list, '$skiptoken', { ...cursor, from: next, to }),
      value,
    });
  return ok(lastPage(call, list, value, { ...cursor, from: to, to: undefined, whole: undefined }));
}

function tokenOf({ options }: GraphCall): string | undefined {
  return options.get('token') ?? options.get('$skiptoken') ?? options.get('$deltatoken');
}

function cursorAt(call: GraphCall, list: List, from: number): Cursor {
  const top = Number(call.options.get('$top') ?? DEFAULT_PAGE);
  if (!Number.isInteger(top) || top < 1) throw badRequest('Invalid value for $top', 'unknown-option');
  return {
    list: list.id,
    epoch: list.epoch,
    made: call.world.clock(),
    from,
    top: Math.min(top, MOST_PAGE),
    wanted: readWanted(list, call.options),
  };
}

/** The end of the change log as delta shows it: writes younger than the lag are not there yet. */
function visibleEnd({ behaviour, clock }: World, list: List): number {
  const visible = clock() - behaviour.deltaLagMs;
  let end = list.changes.length;
  while (behaviour.deltaLagMs > 0 && end > 0 && list.changes[end - 1]!.at > visible) end -= 1;
  return end;
}

/** Walks the change log; an entry that a later one in this round supersedes is mostly skipped, sometimes repeated. */
function page(world: World, site: Site, list: List, cursor: Cursor & { to: number }) {
  const { random, behaviour } = world;
  const size = pageSize(world, cursor.top);
  const rows: Record<string, unknown>[] = [];
  let next = cursor.from;
  for (; next < cursor.to && rows.length < size; next += 1) {
    const id = list.changes[next]!.item;
    const superseded = list.lastChange.get(id)! > next && list.lastChange.get(id)! < cursor.to;
    if (superseded && !(behaviour.quirks && random.chance(0.1))) continue;
    const item = list.items.get(id);
    if (item) rows.push(showItem(site, list, item, bare(behaviour) ? {} : cursor.wanted));
    else if (!cursor.whole) rows.push(deletedItem(site, id));
  }
  const again = behaviour.quirks && random.chance(0.2) ? rows[random.below(rows.length || 1)] : undefined;
  if (again && rows.length < cursor.top) rows.push(again);
  return { rows, next };
}

function bare(behaviour: World['behaviour']): boolean {
  if (behaviour.deltaRowsWithoutFields === 0) return false;
  behaviour.deltaRowsWithoutFields -= 1;
  return true;
}

function pageSize({ random, behaviour }: World, top: number): number {
  if (!behaviour.quirks) return top;
  if (random.chance(0.1)) return 0;
  return random.chance(0.3) ? 1 + random.below(top) : top;
}

const deletedItem = (site: Site, id: number): Record<string, unknown> => ({
  id: String(id),
  parentReference: { siteId: site.id },
  contentType: { id: '0x0100', name: 'Item' },
  deleted: { state: 'deleted' },
});

const rootFolder = (site: Site, list: List): Record<string, unknown> => ({
  id: list.id,
  parentReference: { siteId: site.id },
  contentType: { id: '0x0120', name: 'Folder' },
});

const lastPage = (call: GraphCall, list: List, value: unknown[], cursor: Cursor) => ({
  '@odata.context': contextOf(call),
  '@odata.deltaLink': link(call, list, 'token', { ...cursor, made: call.world.clock() }),
  value,
});

const contextOf = ({ origin }: GraphCall): string => `${origin}/v1.0/$metadata#Collection(listItem)`;

const link = (call: GraphCall, list: List, name: 'token' | '$skiptoken', cursor: Cursor): string =>
  linkTo(call, `/sites/${list.siteId}/lists/${list.id}/items/delta?${name}=${sealToken(cursor)}`);

const sealToken = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const openToken = (token: string): Cursor | undefined =>
  attempt(() => JSON.parse(Buffer.from(token, 'base64url').toString()) as Cursor)?.value;

/** 410 with the link of a fresh enumeration; which of the two codes comes is not the caller's to choose. */
function refuseExpired(call: GraphCall, list: List, cursor: Cursor): void {
  const { behaviour, clock, random } = call.world;
  if (cursor.list !== list.id) throw badRequest('The provided token is for another list.', 'bad-token');
  if (cursor.epoch === list.epoch && clock() - cursor.made <= behaviour.deltaLifetimeMs) return;
  const code = random.chance(0.5) ? 'resyncChangesApplyDifferences' : 'resyncChangesUploadDifferences';
  const fresh: Cursor = {
    ...cursor,
    epoch: list.epoch,
    made: clock(),
    from: 0,
    to: undefined,
    whole: true,
  };
  throw new Refusal(
    410,
    code,
    'The delta token is no longer valid, and the application must reset the sync state.',
    {
      inner: 'resyncRequired',
      headers: { Location: link(call, list, '$skiptoken', fresh) },
    },
  );
}
