import { z } from 'zod';
import type { CaseFile, Documents } from '../../app/ports/documents.ts';
import type { Graph, GraphCall } from './graph/graph.ts';
import { refusalOf } from './graph/refusal.ts';

const itemSchema = z.object({
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
type Item = z.infer<typeof itemSchema>;
const childrenSchema = z.object({ value: z.array(itemSchema), '@odata.nextLink': z.string().nullish() });

/** Signs that SharePoint takes in no name. */
const FORBIDDEN = /["*:<>?/\\|#%~&{}]/g;
const nameOf = (caseNumber: string): string => caseNumber.replace(FORBIDDEN, '-').trim();
/** SharePoint does not tell letters of different case apart in names. */
const keyOf = (name: string): string => name.toLowerCase();

/**
 * Documents of cases: a folder each in the document library of the portfolio site. Which folders there are is
 * remembered while the server runs; `learnAll` reads it anew, so what a person has removed is not believed in for long.
 * Source: Microsoft Graph v1.0, "driveItem".
 */
export function createDocuments(graph: Graph, site: string): Documents {
  const drive = `/sites/${encodeURIComponent(site)}/drive`;
  const at = (caseNumber: string): string => `${drive}/root:/${encodeURIComponent(nameOf(caseNumber))}`;
  const ask = (call: GraphCall, urgency: 'person' | 'background') =>
    graph.call(call, graph.patience(urgency));
  let urls = new Map<string, string>();

  function remember({ name, webUrl }: Item): string {
    urls.set(keyOf(name), webUrl);
    return webUrl;
  }

  async function look(caseNumber: string, urgency: 'person' | 'background'): Promise<string | undefined> {
    const answer = await ask({ method: 'GET', path: at(caseNumber), units: 1 }, urgency);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refusalOf('the folder of a case', answer);
    return remember(itemSchema.parse(answer.body));
  }

  /** All that lies right under `path`, page by page; undefined when there is nothing at that address. */
  async function childrenOf(path: string, urgency: 'person' | 'background'): Promise<Item[] | undefined> {
    const items: Item[] = [];
    for (let next: string | undefined = path; next; ) {
      const answer = await ask({ method: 'GET', path: next, units: 2 }, urgency);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusalOf('the files of a case', answer);
      const page: z.infer<typeof childrenSchema> = childrenSchema.parse(answer.body);
      items.push(...page.value);
      next = page['@odata.nextLink'] ?? undefined;
    }
    return items;
  }

  return {
    known: (caseNumber) => urls.get(keyOf(nameOf(caseNumber))),
    learnAll: async () => {
      const folders = ((await childrenOf(`${drive}/root/children`, 'background')) ?? []).filter(isFolder);
      urls = new Map(folders.map(({ name, webUrl }) => [keyOf(name), webUrl]));
    },
    folderFor: async (caseNumber) => {
      const there = await look(caseNumber, 'background');
      if (there) return there;
      const body = { name: nameOf(caseNumber), folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
      const answer = await ask(
        { method: 'POST', path: `${drive}/root/children`, body, units: 2 },
        'background',
      );
      if (answer.status === 201) return remember(itemSchema.parse(answer.body));
      // 409: another instance was first.
      const made = answer.status === 409 ? await look(caseNumber, 'background') : undefined;
      if (!made) throw refusalOf('the folder of a case', answer);
      return made;
    },
    folderOf: async (caseNumber) => {
      const key = keyOf(nameOf(caseNumber));
      const [url, items] = await Promise.all([
        urls.get(key) ?? look(caseNumber, 'person'),
        childrenOf(`${at(caseNumber)}:/children`, 'person'),
      ]);
      if (!url || !items) {
        urls.delete(key);
        return undefined;
      }
      const files = items.filter((item) => !isFolder(item)).map(fileOf);
      return { url, files: files.sort((one, other) => one.name.localeCompare(other.name, 'sv')) };
    },
  };
}

const isFolder = ({ file }: Item): boolean => !file;

function fileOf({ name, webUrl, lastModifiedDateTime, lastModifiedBy, size }: Item): CaseFile {
  const { id, displayName } = lastModifiedBy?.user ?? {};
  return {
    name,
    url: webUrl,
    changedAt: lastModifiedDateTime ?? null,
    changedBy: displayName ? { id: id ?? '', name: displayName } : null,
    bytes: size ?? 0,
  };
}
