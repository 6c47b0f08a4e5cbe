import { badRequest, Refusal } from '../../http/refusal.ts';
import { siteFor } from '../access.ts';
import { pageOf } from '../paging.ts';
import { created, type GraphCall, type GraphRoute, membersOf, noContent, ok, selected } from '../route.ts';
import { isoSeconds, type Site } from '../world.ts';
import type { Drive, DriveItem } from './model.ts';
import { invite, listPermissions, PERMISSION_UNITS } from './permissions.ts';
import { childOf, type Place, placeOf, segments } from './place.ts';

const PAGE_OPTIONS = ['$select', '$top', '$skiptoken'];
/** Properties of a driveItem that only some have. */
const SOMETIMES = ['file', 'folder', 'root', 'createdBy', 'deleted', 'webDavUrl'];
const FORBIDDEN_IN_NAMES = /["*:<>?/\\|]|^\s|[\s.]$/;
/** Larger files need an upload session, which the tenant does not have. */
const MOST_UPLOAD_BYTES = 4 * 1024 * 1024;

/** The document library of a site, by drive id or through the site, by item id or by path. */
export const driveRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    pattern: '/sites/{site}/drive',
    options: ['$select'],
    units: 1,
    handle: (call) => ok(selected(call, showDrive(siteFor(call, 'read')))),
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/drives',
    options: ['$select'],
    units: 2,
    handle: (call) => ok({ value: [showDrive(siteFor(call, 'read'))] }),
  },
  ...itemRoutesAt('/drives/{drive}'),
  ...itemRoutesAt('/sites/{site}/drive'),
];

function itemRoutesAt(drive: string): GraphRoute[] {
  return [`${drive}/items/{item}`, `${drive}/root`].flatMap((base) => routesOf(base));
}

function routesOf(base: string): GraphRoute[] {
  return [
    { method: 'PUT', pattern: `${base}:/{+path}:/content`, units: 2, handle: upload },
    {
      method: 'GET',
      pattern: `${base}:/{+path}:/children`,
      options: PAGE_OPTIONS,
      units: 2,
      handle: (call) => children(call, placeOf(call, 'read')),
    },
    {
      method: 'POST',
      pattern: `${base}:/{+path}:/children`,
      units: 2,
      handle: (call) => createFolder(call, placeOf(call, 'write')),
    },
    {
      method: 'GET',
      pattern: `${base}:/{+path}:/permissions`,
      units: PERMISSION_UNITS,
      handle: (call) => listPermissions(call, placeOf(call, 'read')),
    },
    {
      method: 'GET',
      pattern: `${base}:/{+path}`,
      options: ['$select'],
      units: 1,
      handle: (call) => ok(selected(call, showItem(placeOf(call, 'read')), SOMETIMES)),
    },
    {
      method: 'GET',
      pattern: `${base}/children`,
      options: PAGE_OPTIONS,
      units: 2,
      handle: (call) => children(call, placeOf(call, 'read')),
    },
    {
      method: 'POST',
      pattern: `${base}/children`,
      units: 2,
      handle: (call) => createFolder(call, placeOf(call, 'write')),
    },
    {
      method: 'GET',
      pattern: `${base}/permissions`,
      units: PERMISSION_UNITS,
      handle: (call) => listPermissions(call, placeOf(call, 'read')),
    },
    {
      method: 'POST',
      pattern: `${base}/invite`,
      units: PERMISSION_UNITS,
      handle: (call) => invite(call, placeOf(call, 'owner')),
    },
    {
      method: 'PATCH',
      pattern: base,
      units: 2,
      handle: (call) => update(call, placeOf(call, 'write')),
    },
    {
      method: 'GET',
      pattern: base,
      options: ['$select'],
      units: 1,
      handle: (call) => ok(selected(call, showItem(placeOf(call, 'read')), SOMETIMES)),
    },
    {
      method: 'DELETE',
      pattern: base,
      units: 2,
      handle: (call) => {
        const { drive, item } = placeOf(call, 'write');
        if (item.id === drive.rootId) throw badRequest('The root cannot be deleted', 'bad-body');
        drive.items.delete(item.id);
        return noContent();
      },
    },
  ];
}

function children(call: GraphCall, { site, drive, item }: Place) {
  const { world } = call;
  const found = [...drive.items.values()].filter(({ parent }) => parent === item.id);
  const { shown, ...link } = pageOf(call, found, `/drives/${drive.id}/items/${item.id}/children`);
  const value = shown.map((one) => selected(call, showItem({ site, drive, item: one }), SOMETIMES));
  return ok({ ...link, value: world.behaviour.quirks ? world.random.shuffle(value) : value });
}

/**
 * Renames or moves. An item without permissions of its own inherits those of its new place; one that has some keeps
 * them, wherever within the site it goes. Between drives nothing moves.
 * Source: Microsoft Graph v1.0, "Move a driveItem"; reshmeeauckloo.com, "Understanding SharePoint File Move Permissions".
 */
function update(call: GraphCall, { site, drive, item }: Place) {
  const { name = item.name, parentReference, ...other } = (call.body ?? {}) as Record<string, unknown>;
  if (Object.keys(other).length > 0 || typeof name !== 'string')
    throw badRequest('Only the name and the parent of an item can be changed', 'bad-body');
  refuseBadName(name);
  const to = (parentReference as { id?: unknown; driveId?: unknown } | undefined) ?? { id: item.parent };
  const parent = drive.items.get(String(to.id));
  if (!item.parent || !parent || parent.content || (to.driveId ?? drive.id) !== drive.id)
    throw badRequest('An item is moved to a folder of the same drive, named by its id', 'bad-body');
  for (let at: DriveItem | undefined = parent; at; at = at.parent ? drive.items.get(at.parent) : undefined)
    if (at === item) throw badRequest('A folder cannot be moved into itself', 'bad-body');
  const taken = childOf(drive, parent, name);
  if (taken && taken !== item) throw new Refusal(409, 'nameAlreadyExists', 'Name already exists');
  item.parent = parent.id;
  item.name = name;
  item.modified = call.world.clock();
  item.version += 1;
  return ok(showItem({ site, drive, item }));
}

function createFolder(call: GraphCall, { site, drive, item: parent }: Place) {
  const {
    name,
    folder,
    '@microsoft.graph.conflictBehavior': onConflict = 'fail',
  } = membersOf(call.body, ['name', 'folder', '@microsoft.graph.conflictBehavior'], 'A folder');
  if (typeof name !== 'string' || typeof folder !== 'object' || folder === null)
    throw badRequest('A folder needs a name and a folder facet', 'bad-body');
  refuseBadName(name);
  const taken = childOf(drive, parent, name);
  if (taken && onConflict === 'fail') throw new Refusal(409, 'nameAlreadyExists', 'Name already exists');
  if (taken && onConflict === 'replace') return ok(showItem({ site, drive, item: taken }));
  const item = add(call, drive, parent, taken ? `${name} 1` : name);
  return created(showItem({ site, drive, item }));
}

/** Missing folders in the path are made on the way, as Graph does for uploads. */
function upload(call: GraphCall) {
  const place = placeOf(call, 'write', false);
  if (call.bytes.length > MOST_UPLOAD_BYTES)
    throw new Refusal(413, 'invalidRequest', 'Use an upload session for large files', {
      violation: 'over-limit',
    });
  const names = segments(call.params.path);
  const name = names.pop() ?? '';
  refuseBadName(name);
  let parent = place.item;
  for (const folder of names)
    parent = childOf(place.drive, parent, folder) ?? add(call, place.drive, parent, folder);
  const content = { bytes: call.bytes, type: call.headers['content-type'] ?? 'application/octet-stream' };
  const existing = childOf(place.drive, parent, name);
  const item = existing ?? add(call, place.drive, parent, name);
  item.content = content;
  delete item.by;
  if (existing) {
    item.version += 1;
    item.modified = call.world.clock();
  }
  const body = showItem({ ...place, item });
  return existing ? ok(body) : created(body);
}

function refuseBadName(name: string): void {
  if (name === '' || name.length > 255 || FORBIDDEN_IN_NAMES.test(name))
    throw badRequest('The name is not valid', 'bad-body');
}

function add({ world }: GraphCall, drive: Drive, parent: DriveItem, name: string): DriveItem {
  const now = world.clock();
  const id = `01${world.random.guid().replaceAll('-', '').toUpperCase()}`;
  const item: DriveItem = { id, parent: parent.id, name, created: now, modified: now, version: 1 };
  drive.items.set(id, item);
  return item;
}

const showDrive = ({ drive }: Site) => ({
  id: drive.id,
  driveType: 'documentLibrary',
  name: 'Dokument',
  webUrl: drive.webUrl,
});

function showItem({ site, drive, item }: Place) {
  const names: string[] = [];
  for (let at: DriveItem | undefined = item; at?.parent; at = drive.items.get(at.parent))
    names.unshift(at.name);
  const size = item.content?.bytes.length ?? 0;
  const childCount = [...drive.items.values()].filter(({ parent }) => parent === item.id).length;
  return {
    '@odata.etag': `"{${item.id}},${item.version}"`,
    id: item.id,
    name: item.parent ? item.name : 'root',
    eTag: `"{${item.id}},${item.version}"`,
    createdDateTime: isoSeconds(item.created),
    lastModifiedDateTime: isoSeconds(item.modified),
    lastModifiedBy: item.by ? { user: item.by } : { application: { displayName: 'Färdplan' } },
    webUrl: [drive.webUrl, ...names.map(encodeURIComponent)].join('/'),
    size,
    parentReference: { driveId: drive.id, driveType: 'documentLibrary', siteId: site.id, id: item.parent },
    ...(item.content ? { file: { mimeType: item.content.type } } : { folder: { childCount } }),
    ...(!item.parent && { root: {} }),
  };
}
