import type { Drive, DriveItem, DrivePermission, DriveRole } from './graph/drive/model.ts';
import { permissionsOf } from './graph/drive/permissions.ts';
import type { Fields, Identity, Item, List } from './graph/lists/model.ts';
import { deleteItem, insertItem, restoreItem, updateItem } from './graph/lists/store.ts';
import type { Site, World } from './graph/world.ts';

/** What a person can do in SharePoint itself, past every application: the reason why the log checks itself. */
export type SharePoint = {
  readonly site: (path: string) => Site;
  readonly list: (path: string, title: string) => List;
  /** Rows in the order of their ids. */
  readonly rows: (path: string, title: string) => readonly Item[];
  readonly add: (path: string, title: string, fields: Fields) => Item;
  readonly edit: (path: string, title: string, id: number, fields: Fields) => void;
  readonly remove: (path: string, title: string, id: number) => void;
  readonly restore: (path: string, title: string, id: number) => void;
  /** Folders and files of the library that lie in `folder` (`A/B` from the root), or at its root. */
  readonly inLibrary: (path: string, folder?: string) => readonly DriveItem[];
  /** Puts a file in a folder that is there. */
  readonly putFile: (path: string, folder: string, name: string) => void;
  /** Makes a folder at the root; with readers it inherits nothing: only they can open it. */
  readonly makeFolder: (path: string, name: string, readers?: readonly string[]) => void;
  readonly removeFolder: (path: string, folder: string) => void;
  /** Moves a folder into another, or to the root when that is empty. */
  readonly moveFolder: (path: string, folder: string, to: string) => void;
  /** Opens a file or folder (the whole library when it is empty) to somebody more, beside all who could before. */
  readonly share: (path: string, item: string, person: string, how?: HowShared) => void;
  /** Names of those who can open a file or folder. */
  readonly readersOf: (path: string, item: string) => readonly string[];
  /** Every delta token of the list given out so far is answered with 410 from now on. */
  readonly expireDelta: (path: string, title: string) => void;
};

export type HowShared = {
  readonly role?: DriveRole;
  /** As SharePoint signs in a group that is more than a person, such as everybody but guests. */
  readonly loginName?: string;
  /** By a link, which opens it to whoever has it. */
  readonly link?: 'organization' | 'anonymous';
};

const PERSON: Identity = { user: { displayName: 'Systemförvaltare', email: 'forvaltare@lindbacka.example' } };

/** The same person, as files tell of them. */
const WRITER = { id: 'person-who-writes', displayName: 'Systemförvaltare' };

function itemAt({ items, rootId }: Drive, path: string): DriveItem {
  let at = rootId;
  for (const name of path.split('/').filter(Boolean)) {
    const next = [...items.values()].find((item) => item.parent === at && item.name === name);
    if (!next) throw new Error(`The library has no ${path}`);
    at = next.id;
  }
  return items.get(at)!;
}

const reader = (
  name: string,
  { role = 'read', loginName, link }: HowShared = {},
): [string, DrivePermission] => [
  name,
  {
    id: `reader-${name}`,
    role,
    to: {
      kind: loginName ? 'siteUser' : 'user',
      id: name,
      displayName: name,
      ...(loginName && { loginName }),
    },
    ...(link && { link }),
  },
];

/** `path` is a site's server-relative path, such as `/sites/fardplan-logg`; `title` a list's display name. */
export function createSharePoint(world: World): SharePoint {
  const site = (path: string): Site => {
    for (const one of world.sites.values()) if (one.path === path) return one;
    throw new Error(`The tenant has no site ${path}`);
  };
  const list = (path: string, title: string): List => {
    for (const one of site(path).lists.values()) if (one.displayName === title) return one;
    throw new Error(`${path} has no list ${title}`);
  };
  const row = (path: string, title: string, id: number): [List, Item] => {
    const found = list(path, title).items.get(id);
    if (!found) throw new Error(`${title} has no row ${id}`);
    return [list(path, title), found];
  };
  const place = (path: string, item = ''): [Drive, DriveItem] => {
    const { drive } = site(path);
    return [drive, itemAt(drive, item)];
  };
  return {
    site,
    list,
    inLibrary: (path, folder) => {
      const [{ items }, { id }] = place(path, folder);
      return [...items.values()].filter(({ parent }) => parent === id);
    },
    putFile: (path, folder, name) => {
      const [{ items }, { id: parent }] = place(path, folder);
      const now = world.clock();
      const id = `file-${items.size}`;
      const content = { bytes: Buffer.from('innehåll'), type: 'text/plain' };
      items.set(id, { id, parent, name, created: now, modified: now, version: 1, content, by: WRITER });
    },
    makeFolder: (path, name, readers) => {
      const [{ items, rootId: parent }] = place(path);
      const now = world.clock();
      const id = `folder-${items.size}`;
      const permissions = readers && { permissions: new Map(readers.map((name) => reader(name))) };
      items.set(id, { id, parent, name, created: now, modified: now, version: 1, ...permissions });
    },
    removeFolder: (path, folder) => {
      const [{ items }, { id }] = place(path, folder);
      items.delete(id);
    },
    moveFolder: (path, folder, to) => {
      const [, item] = place(path, folder);
      const [, { id }] = place(path, to);
      item.parent = id;
    },
    share: (path, name, person, how) => {
      const [drive, item] = place(path, name);
      const { all } = permissionsOf(drive, item);
      item.permissions = new Map([...all.map((one) => [one.id, one] as const), reader(person, how)]);
    },
    readersOf: (path, name) => permissionsOf(...place(path, name)).all.map(({ to }) => to.displayName),
    rows: (path, title) => [...list(path, title).items.values()].sort((one, other) => one.id - other.id),
    add: (path, title, fields) => insertItem(world, list(path, title), fields, PERSON),
    edit: (path, title, id, fields) => updateItem(world, ...row(path, title, id), fields, PERSON),
    remove: (path, title, id) => deleteItem(world, ...row(path, title, id)),
    restore: (path, title, id) => restoreItem(world, list(path, title), id),
    expireDelta: (path, title) => {
      list(path, title).epoch += 1;
    },
  };
}
