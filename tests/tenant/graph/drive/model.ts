export type DriveRole = 'read' | 'write' | 'owner';

/** Somebody a file or folder can be opened to, in the words of Graph's `sharePointIdentitySet`. */
export type Principal = {
  readonly kind: 'user' | 'group' | 'siteUser' | 'siteGroup';
  readonly id: string;
  readonly displayName: string;
  readonly loginName?: string;
};

export type DrivePermission = {
  readonly id: string;
  readonly role: DriveRole;
  readonly to: Principal;
  /** Whoever has the link can open it: everybody in the organisation, or in the world. */
  readonly link?: 'organization' | 'anonymous';
};

/** A file or folder of a document library. */
export type DriveItem = {
  readonly id: string;
  /** Undefined for the root. */
  parent?: string;
  name: string;
  readonly created: number;
  modified: number;
  version: number;
  /** The person who changed it last; undefined for an application. */
  by?: { readonly id: string; readonly displayName: string };
  /** Undefined for a folder. */
  content?: { readonly bytes: Buffer; readonly type: string };
  /** Its own; undefined while it inherits those of what it lies in. The root has its own. */
  permissions?: Map<string, DrivePermission>;
};

export type Drive = {
  readonly id: string;
  readonly rootId: string;
  readonly webUrl: string;
  readonly items: Map<string, DriveItem>;
};
