import { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import type { CaseFile, Documents } from '../../../app/ports/index.ts';
import type { Graph } from '../graph/graph.ts';
import type { Urgency } from '../graph/units.ts';
import { isFolder, type LibraryItem, type LibraryPath, openLibrary } from './library.ts';

/**
 * The folder of the library that holds the folders of protected cases. Who may read it is set once, when the site is
 * made ready: what lies in it inherits that, and the server itself may close nothing to people.
 */
export const CLOSED_FOLDER = 'Skyddade ärenden';

/** Signs that SharePoint takes in no name. */
const FORBIDDEN = /["*:<>?/\\|#%~&{}]/g;
const nameOf = (caseNumber: string): string => caseNumber.replace(FORBIDDEN, '-').trim();
/** SharePoint does not tell letters of different case apart in names. */
const keyOf = (name: string): string => name.toLowerCase();

type Where = 'open' | 'closed';
const PATHS: Readonly<Record<Where, LibraryPath>> = { open: [], closed: [CLOSED_FOLDER] };

/**
 * Documents of cases: a folder each in the document library of the portfolio site. Which folders there are is
 * remembered while the server runs; `learnAll` reads it anew, so what a person has removed is not believed in for long.
 * Source: docs/adr/0012-sharepoint-store.md, "Documents".
 */
export function createDocuments(graph: Graph, site: string): Documents {
  const library = openLibrary(graph, site);
  let urls: Readonly<Record<Where, Map<string, string>>> = { open: new Map(), closed: new Map() };

  function remember(where: Where, caseNumber: string, { webUrl }: LibraryItem): string {
    urls[where].set(keyOf(nameOf(caseNumber)), webUrl);
    return webUrl;
  }

  async function look(where: Where, caseNumber: string, urgency: Urgency): Promise<string | undefined> {
    const item = await library.look([...PATHS[where], nameOf(caseNumber)], urgency);
    return item && remember(where, caseNumber, item);
  }

  async function make(where: Where, caseNumber: string): Promise<string> {
    const item = await library.makeFolder(PATHS[where], nameOf(caseNumber));
    // Taken: another instance was first.
    const url = item ? remember(where, caseNumber, item) : await look(where, caseNumber, 'background');
    if (!url) throw new StoreUnavailable('the folder of a case has come and gone');
    return url;
  }

  /** @throws StoreUnavailable when the site has not been made ready for it: it is never made open in the meantime. */
  async function placeForClosed(): Promise<string> {
    const place = await library.look(PATHS.closed, 'background');
    if (!place)
      throw new StoreUnavailable(`the library has no folder "${CLOSED_FOLDER}": run npm run provision`);
    return place.id;
  }

  /** Into the closed place with it; beside the one that is there already when two instances made one each. */
  async function close(item: LibraryItem, caseNumber: string): Promise<void> {
    const place = await placeForClosed();
    const name = nameOf(caseNumber);
    const moved = await library.move(item.id, place, name);
    if (moved) remember('closed', caseNumber, moved);
    else if (!(await library.move(item.id, place, `${name} ${item.id.slice(-8)}`)))
      throw new StoreUnavailable('the folder of a protected case cannot be moved: its names are taken');
    urls.open.delete(keyOf(name));
  }

  async function namesUnder(where: Where): Promise<Map<string, string>> {
    const items = (await library.childrenOf(PATHS[where], 'background')) ?? [];
    const folders = items.filter((item) => isFolder(item) && keyOf(item.name) !== keyOf(CLOSED_FOLDER));
    return new Map(folders.map(({ name, webUrl }) => [keyOf(name), webUrl]));
  }

  return {
    known: (caseNumber) => {
      const key = keyOf(nameOf(caseNumber));
      const open = urls.open.get(key);
      const url = urls.closed.get(key) ?? open;
      return url === undefined ? undefined : { url, isOpen: open !== undefined };
    },
    learnAll: async () => {
      const [open, closed] = [await namesUnder('open'), await namesUnder('closed')];
      urls = { open, closed };
    },
    folderFor: (caseNumber) => make('open', caseNumber),
    closedFolderFor: async (caseNumber) => {
      const name = nameOf(caseNumber);
      const open = await library.look([...PATHS.open, name], 'background');
      if (open) await close(open, caseNumber);
      else urls.open.delete(keyOf(name));
      const there = urls.closed.get(keyOf(name)) ?? (await look('closed', caseNumber, 'background'));
      if (there) return there;
      await placeForClosed();
      return make('closed', caseNumber);
    },
    folderOf: async (caseNumber) => {
      const key = keyOf(nameOf(caseNumber));
      const likelyFirst = urls.open.has(key) && !urls.closed.has(key) ? OPEN_FIRST : CLOSED_FIRST;
      for (const where of likelyFirst) {
        const [url, items] = await Promise.all([
          urls[where].get(key) ?? look(where, caseNumber, 'person'),
          library.childrenOf([...PATHS[where], nameOf(caseNumber)], 'person'),
        ]);
        if (url && items) return { url, isOpen: where === 'open', files: filesIn(items) };
        urls[where].delete(key);
      }
      return undefined;
    },
  };
}

const OPEN_FIRST: readonly Where[] = ['open', 'closed'];
const CLOSED_FIRST: readonly Where[] = ['closed', 'open'];

const filesIn = (items: readonly LibraryItem[]): CaseFile[] =>
  items
    .filter((item) => !isFolder(item))
    .map(fileOf)
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));

function fileOf({ name, webUrl, lastModifiedDateTime, lastModifiedBy, size }: LibraryItem): CaseFile {
  const { id, displayName } = lastModifiedBy?.user ?? {};
  return {
    name,
    url: webUrl,
    changedAt: lastModifiedDateTime ?? null,
    changedBy: displayName ? { id: id ?? '', name: displayName } : null,
    bytes: size ?? 0,
  };
}
