import { accessDenied, badRequest, notFound, Refusal } from '../../http/refusal.ts';
import type { SiteRole } from '../../seed.ts';
import { LEVEL, levelOf, siteFor } from '../access.ts';
import { created, type GraphCall, type GraphRoute, noContent, ok, selected } from '../route.ts';
import { isoSeconds, type Site } from '../world.ts';
import type { Drive, DriveItem } from './model.ts';

const PAGE_OPTIONS = ['$select', '$top', '$skiptoken'];
const FORBIDDEN_IN_NAMES = /["*:<>?/\\|]|^\s|[\s.]$/;
/** Larger files need an upload session, which the tenant does not have. */
const MOST_UPLOAD_BYTES = 4 * 1024 * 1024;

type Place = { readonly site: Site; readonly drive: Drive; readonly item: DriveItem };

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
      pattern: `${base}:/{+path}`,
      options: ['$select'],
      units: 1,
      handle: (call) => ok(selected(call, showItem(placeOf(call, 'read')))),
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
      pattern: base,
      options: ['$select'],
      units: 1,
      handle: (call) => ok(selected(call, showItem(placeOf(call, 'read')))),
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

function placeOf(call: GraphCall, needs: SiteRole, withPath = true): Place {
  const { world, params } = call;
  const site = params.site
    ? siteFor(call, needs)
    : [...world.sites.values()].find((one) => one.drive.id === params.drive);
  if (!site)
    throw notFound('The provided drive id appears to be malformed, or does not represent a valid drive.');
  if (levelOf(call, site) < LEVEL[needs]) throw accessDenied();
  const { drive } = site;
  const isRoot = params.item === undefined || params.item === 'root';
  let item = drive.items.get(isRoot ? drive.rootId : (params.item ?? ''));
  for (const name of withPath ? segments(params.path) : []) item = item && childOf(drive, item, name);
  if (!item) throw notFound('The resource could not be found.');
  return { site, drive, item };
}

const segments = (path: string | undefined): string[] => path?.split('/').filter(Boolean) ?? [];

const childOf = (drive: Drive, parent: DriveItem, name: string): DriveItem | undefined =>
  [...drive.items.values()].find(
    (one) => one.parent === parent.id && one.name.toLowerCase() === name.toLowerCase(),
  );

function children(call: GraphCall, { site, drive, item }: Place) {
  const { world } = call;
  const found = [...drive.items.values()].filter(({ parent }) => parent === item.id);
  const value = found.map((one) => selected(call, showItem({ site, drive, item: one })));
  return ok({ value: world.behaviour.quirks ? world.random.shuffle(value) : value });
}

function createFolder(call: GraphCall, { site, drive, item: parent }: Place) {
  const {
    name,
    folder,
    '@microsoft.graph.conflictBehavior': onConflict = 'fail',
  } = (call.body ?? {}) as Record<string, unknown>;
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
