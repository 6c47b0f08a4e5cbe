/** A file that somebody has put in the folder of a case. */
export type CaseFile = {
  readonly name: string;
  /** Where it opens; always https. */
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly changedAt: string | null;
  /** Who changed it last, as the library knows them; null when it was no person. */
  readonly changedBy: { readonly id: string; readonly name: string } | null;
  readonly bytes: number;
};

export type CaseFolder = { readonly url: string; readonly files: readonly CaseFile[] };

/**
 * The document library: a folder per case, named by the case number and nothing else, since everybody may read the
 * names. Files are pointed at, never copied. All that asks somebody else throws StoreUnavailable when there is no answer.
 * Source: requirement R-28.
 */
export interface Documents {
  /** Makes the folder of a case unless it is there. Background work, may be repeated. @returns its address */
  folderFor(caseNumber: string): Promise<string>;
  /** The folder with the files in it by name, no folders; undefined when it has not been made. */
  folderOf(caseNumber: string): Promise<CaseFolder | undefined>;
  /** Reads which folders there are, so that `known` tells all of them. Background work. */
  learnAll(): Promise<void>;
  /** Address of a folder that has been seen, without asking. */
  known(caseNumber: string): string | undefined;
}
