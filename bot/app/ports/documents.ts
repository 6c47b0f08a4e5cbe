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

export type CaseFolder = KnownFolder & { readonly files: readonly CaseFile[] };

export type KnownFolder = {
  readonly url: string;
  /** Whoever may read the library can open it; else only those who work with protected cases. */
  readonly isOpen: boolean;
};

/**
 * The document library: a folder per case, named by the case number and nothing else, since everybody may read the
 * names. Files are pointed at, never copied. All that asks somebody else throws StoreUnavailable when there is no answer.
 * Source: requirement R-28.
 */
export interface Documents {
  /** Makes the folder of a case unless it has one. Background work, may be repeated. @returns its address */
  folderFor(caseNumber: string): Promise<string>;
  /**
   * The same, closed to all but those who work with protected cases; an open folder is closed with everything in it.
   * Nothing opens it again but a person. @throws StoreUnavailable also while the library has no place for closed folders
   */
  closedFolderFor(caseNumber: string): Promise<string>;
  /** The folder with the files in it by name, no folders; undefined when it has not been made. */
  folderOf(caseNumber: string): Promise<CaseFolder | undefined>;
  /** Reads which folders there are, so that `known` tells all of them. Background work. */
  learnAll(): Promise<void>;
  /** A folder that has been seen, without asking. Open also while an open one is left beside a closed one. */
  known(caseNumber: string): KnownFolder | undefined;
}
