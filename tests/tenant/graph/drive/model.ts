/** A file or folder of a document library. */
export type DriveItem = {
  readonly id: string;
  readonly parent?: string;
  name: string;
  readonly created: number;
  modified: number;
  version: number;
  /** The person who changed it last; undefined for an application. */
  by?: { readonly id: string; readonly displayName: string };
  /** Undefined for a folder. */
  content?: { readonly bytes: Buffer; readonly type: string };
};

export type Drive = {
  readonly id: string;
  readonly rootId: string;
  readonly webUrl: string;
  readonly items: Map<string, DriveItem>;
};
