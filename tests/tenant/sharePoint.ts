import type { Drive, DriveItem } from './graph/drive/model.ts';
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
  /** Folders and files of the library that lie in `folder`, or at its root. */
  readonly inLibrary: (path: string, folder?: string) => readonly DriveItem[];
  /** Puts a file in a folder that is there. */
  readonly putFile: (path: string, folder: string, name: string) => void;
  readonly removeFolder: (path: string, folder: string) => void;
  /** Every delta token of the list given out so far is answered with 410 from now on. */
  readonly expireDelta: (path: string, title: string) => void;
};

const PERSON: Identity = { user: { displayName: 'Systemförvaltare', email: 'forvaltare@lindbacka.example' } };

/** The same person, as files tell of them. */
const WRITER = { id: 'person-who-writes', displayName: 'Systemförvaltare' };

function idOf(items: Drive['items'], rootId: string, folder: string): string {
  for (const item of items.values()) if (item.parent === rootId && item.name === folder) return item.id;
  throw new Error(`The library has no folder ${folder}`);
}

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
  const childrenOf = ({ items, rootId }: Drive, folder?: string): DriveItem[] => {
    const parent = folder === undefined ? rootId : idOf(items, rootId, folder);
    return [...items.values()].filter((item) => item.parent === parent);
  };
  return {
    site,
    list,
    inLibrary: (path, folder) => childrenOf(site(path).drive, folder),
    putFile: (path, folder, name) => {
      const { items, rootId } = site(path).drive;
      const now = world.clock();
      const id = `file-${items.size}`;
      const content = { bytes: Buffer.from('innehåll'), type: 'text/plain' };
      const parent = idOf(items, rootId, folder);
      items.set(id, { id, parent, name, created: now, modified: now, version: 1, content, by: WRITER });
    },
    removeFolder: (path, folder) => {
      const { items, rootId } = site(path).drive;
      items.delete(idOf(items, rootId, folder));
    },
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
