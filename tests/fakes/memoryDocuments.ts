import { type CaseFile, type Documents, StoreUnavailable } from '../../bot/app/ports/index.ts';

export type MemoryDocuments = Documents & {
  /** Files by case number; a folder that has been made is here. */
  readonly folders: Map<string, CaseFile[]>;
  /** Case numbers whose folder is closed. */
  readonly closed: Set<string>;
  /** Everything that was asked for, in order. */
  readonly asked: readonly string[];
  /** While true nobody is answered. */
  isDown: boolean;
};

const urlOf = (caseNumber: string): string => `https://library.example/${caseNumber}`;

/** A document library in memory that can be out of reach. Forgets what it knew when it is asked to learn. */
export function memoryDocuments(folders: Map<string, CaseFile[]> = new Map()): MemoryDocuments {
  const known = new Set<string>();
  const closed = new Set<string>();
  const asked: string[] = [];
  async function ask(what: string): Promise<void> {
    asked.push(what);
    if (documents.isDown) throw new StoreUnavailable('the library is down');
  }
  const folder = (caseNumber: string) => ({ url: urlOf(caseNumber), isOpen: !closed.has(caseNumber) });
  const documents: MemoryDocuments = {
    folders,
    closed,
    asked,
    isDown: false,
    known: (caseNumber) => (known.has(caseNumber) ? folder(caseNumber) : undefined),
    learnAll: async () => {
      await ask('all');
      known.clear();
      for (const caseNumber of folders.keys()) known.add(caseNumber);
    },
    folderFor: async (caseNumber) => {
      await ask(`make ${caseNumber}`);
      if (!folders.has(caseNumber)) folders.set(caseNumber, []);
      known.add(caseNumber);
      return urlOf(caseNumber);
    },
    closedFolderFor: async (caseNumber) => {
      await ask(`close ${caseNumber}`);
      if (!folders.has(caseNumber)) folders.set(caseNumber, []);
      known.add(caseNumber);
      closed.add(caseNumber);
      return urlOf(caseNumber);
    },
    folderOf: async (caseNumber) => {
      await ask(`show ${caseNumber}`);
      const files = folders.get(caseNumber);
      return files && { ...folder(caseNumber), files };
    },
  };
  return documents;
}
