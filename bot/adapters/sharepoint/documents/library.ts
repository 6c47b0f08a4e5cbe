import { z } from 'zod';
import { GraphRefused } from '../graph/errors.ts';
import type { Graph, GraphCall } from '../graph/graph.ts';
import { readPages } from '../graph/readPages.ts';
import { refusalOf } from '../graph/refusal.ts';
import type { Urgency } from '../graph/units.ts';

const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  // It becomes a link for people: nothing but https is taken in.
  webUrl: z.string().startsWith('https://'),
  lastModifiedDateTime: z.string().nullish(),
  lastModifiedBy: z
    .object({ user: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish() })
    .nullish(),
  size: z.number().nullish(),
  file: z.unknown().optional(),
});
export type LibraryItem = z.infer<typeof itemSchema>;

export const isFolder = ({ file }: LibraryItem): boolean => !file;

/** Folders from the root down, by name; none is the root itself. */
export type LibraryPath = readonly string[];

/** A name is taken where something should be made or moved. */
const TAKEN = 409;

export type Library = {
  /** Undefined when there is nothing there. */
  readonly look: (path: LibraryPath, urgency: Urgency) => Promise<LibraryItem | undefined>;
  /** All that lies right under `path`, page by page; undefined when there is nothing at that address. */
  readonly childrenOf: (path: LibraryPath, urgency: Urgency) => Promise<LibraryItem[] | undefined>;
  /** Undefined when the name is taken. */
  readonly makeFolder: (parent: LibraryPath, name: string) => Promise<LibraryItem | undefined>;
  /** Moves an item with all that is in it, at once. Undefined when the name is taken where it should go. */
  readonly move: (item: string, parent: string, name: string) => Promise<LibraryItem | undefined>;
};

/**
 * The document library of a site, as far as folders of cases need it. All of it is allowed to an application with the
 * role `write` on the site. @throws GraphRefused, StoreUnavailable
 * Source: Microsoft Graph v1.0, "driveItem", "List children", "Create folder", "Move a driveItem".
 */
export function openLibrary(graph: Graph, site: string): Library {
  const drive = `/sites/${encodeURIComponent(site)}/drive`;
  const at = (path: LibraryPath, what: '' | '/children'): string => {
    if (path.length === 0) return `${drive}/root${what}`;
    const address = `${drive}/root:/${path.map(encodeURIComponent).join('/')}`;
    return what === '' ? address : `${address}:${what}`;
  };
  const ask = (call: GraphCall, urgency: Urgency) => graph.call(call, graph.patience(urgency));

  async function change(call: GraphCall): Promise<LibraryItem | undefined> {
    const answer = await ask(call, 'background');
    if (answer.status === TAKEN) return undefined;
    if (answer.status >= 300) throw refusalOf('the folder of a case', answer);
    return itemSchema.parse(answer.body);
  }

  return {
    look: async (path, urgency) => {
      const answer = await ask({ method: 'GET', path: at(path, ''), units: 1 }, urgency);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusalOf('the folder of a case', answer);
      return itemSchema.parse(answer.body);
    },
    childrenOf: (path, urgency) =>
      readPages(
        graph,
        { path: at(path, '/children'), units: 2, entry: itemSchema, what: 'the files of a case' },
        graph.patience(urgency),
      ).catch((error: unknown) => {
        if (error instanceof GraphRefused && error.status === 404) return undefined;
        throw error;
      }),
    makeFolder: (parent, name) =>
      change({
        method: 'POST',
        path: at(parent, '/children'),
        body: { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
        units: 2,
      }),
    move: (item, parent, name) =>
      change({
        method: 'PATCH',
        path: `${drive}/items/${encodeURIComponent(item)}`,
        body: { parentReference: { id: parent }, name },
        units: 2,
      }),
  };
}
