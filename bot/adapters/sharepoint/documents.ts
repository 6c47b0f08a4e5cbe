import { z } from 'zod';
import type { Graph, GraphCall } from './graph/graph.ts';
import { refusalOf } from './graph/refusal.ts';

/** A file that somebody has put in the folder of a case. */
export type CaseFile = {
  readonly name: string;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly bytes: number;
};

export type Documents = {
  /** Makes the folder of a case unless it is there. @returns its address. May be repeated. @throws StoreUnavailable */
  readonly folderFor: (caseNumber: string) => Promise<string>;
  /** The files of a case by name, no folders; none when it has no folder yet. @throws StoreUnavailable */
  readonly filesOf: (caseNumber: string) => Promise<readonly CaseFile[]>;
};

const itemSchema = z.object({
  name: z.string(),
  webUrl: z.string(),
  lastModifiedDateTime: z.string().nullish(),
  size: z.number().nullish(),
  file: z.unknown().optional(),
});
const childrenSchema = z.object({ value: z.array(itemSchema), '@odata.nextLink': z.string().nullish() });

/** Signs that SharePoint takes in no name. */
const FORBIDDEN = /["*:<>?/\\|#%~&{}]/g;

/**
 * Documents of cases: a folder each in the document library of the portfolio site, named by the case number. The
 * files are linked to, never copied. Who may read them is up to the library: protected cases get no folder here.
 * Source: Microsoft Graph v1.0, "driveItem"; requirement R-28.
 */
export function createDocuments(graph: Graph, site: string): Documents {
  const drive = `/sites/${encodeURIComponent(site)}/drive`;
  const nameOf = (caseNumber: string): string => caseNumber.replace(FORBIDDEN, '-').trim();
  const at = (caseNumber: string): string => `${drive}/root:/${encodeURIComponent(nameOf(caseNumber))}`;
  const ask = (call: GraphCall) => graph.call(call, graph.patience('person'));

  async function found(caseNumber: string): Promise<string | undefined> {
    const answer = await ask({ method: 'GET', path: at(caseNumber), units: 1 });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refusalOf('the folder of a case', answer);
    return itemSchema.parse(answer.body).webUrl;
  }

  return {
    folderFor: async (caseNumber) => {
      const known = await found(caseNumber);
      if (known) return known;
      const body = { name: nameOf(caseNumber), folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
      const answer = await ask({ method: 'POST', path: `${drive}/root/children`, body, units: 2 });
      if (answer.status === 201) return itemSchema.parse(answer.body).webUrl;
      // 409: another instance was first.
      const made = answer.status === 409 ? await found(caseNumber) : undefined;
      if (!made) throw refusalOf('the folder of a case', answer);
      return made;
    },
    filesOf: async (caseNumber) => {
      const files: CaseFile[] = [];
      let path: string | undefined = `${at(caseNumber)}:/children`;
      while (path) {
        const answer = await ask({ method: 'GET', path, units: 2 });
        if (answer.status === 404) return [];
        if (answer.status !== 200) throw refusalOf('the files of a case', answer);
        const page: z.infer<typeof childrenSchema> = childrenSchema.parse(answer.body);
        for (const { name, webUrl, lastModifiedDateTime, size, file } of page.value)
          if (file)
            files.push({ name, url: webUrl, changedAt: lastModifiedDateTime ?? '', bytes: size ?? 0 });
        path = page['@odata.nextLink'] ?? undefined;
      }
      return files.sort((one, other) => one.name.localeCompare(other.name, 'sv'));
    },
  };
}
