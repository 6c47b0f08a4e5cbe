import type { SiteRole } from '../../seed.ts';

/** The facets of a columnDefinition that rows can be written through. */
export type Facet =
  | 'text'
  | 'number'
  | 'boolean'
  | 'dateTime'
  | 'choice'
  | 'lookup'
  | 'personOrGroup'
  | 'currency'
  | 'hyperlinkOrPicture'
  | 'calculated';

export type Column = {
  readonly id: string;
  readonly name: string;
  readonly facet: Facet;
  settings: Readonly<Record<string, unknown>>;
  displayName: string;
  description: string;
  indexed: boolean;
  unique: boolean;
  required: boolean;
  hidden: boolean;
  readOnly: boolean;
  defaultValue?: unknown;
};

export type Identity = {
  readonly user?: { readonly id?: string; readonly email?: string; readonly displayName: string };
  readonly application?: { readonly id: string; readonly displayName: string };
};

export type Fields = Readonly<Record<string, unknown>>;

export type Version = { readonly number: number; readonly modified: number; readonly fields: Fields };

export type Item = {
  readonly id: number;
  readonly uniqueId: string;
  readonly created: number;
  readonly createdBy: Identity;
  version: number;
  modified: number;
  modifiedBy: Identity;
  fields: Fields;
  /** Earlier versions, oldest first. */
  history: Version[];
};

/** One entry of the list's change log; delta walks it. */
export type Change = { readonly item: number; readonly at: number };

export type Permission = { readonly id: string; readonly app: string; displayName: string; role: SiteRole };

export type List = {
  readonly id: string;
  readonly siteId: string;
  /** Part of the web address; stays when the title changes. */
  readonly name: string;
  readonly template: string;
  readonly created: number;
  readonly hidden: boolean;
  readonly columns: Column[];
  readonly items: Map<number, Item>;
  readonly changes: Change[];
  /** Position in `changes` of each item's last change. */
  readonly lastChange: Map<number, number>;
  /** Column name → value as compared → ids of the rows that hold it. */
  readonly indexes: Map<string, Map<string, Set<number>>>;
  readonly recycled: Map<number, Item>;
  readonly grants: Map<string, Permission>;
  displayName: string;
  description: string;
  nextId: number;
  /** Raised to make every delta token of the list expire. */
  epoch: number;
};

/** Fields of every row that SharePoint itself keeps; they can be read but not written. */
export const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'ContentType',
  'Modified',
  'Created',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
  'Edit',
  'LinkTitle',
  'LinkTitleNoMenu',
  'ItemChildCount',
  'FolderChildCount',
]);

export const MOST_INDEXES = 20;

/** A single-line text of any case is one value to SharePoint; empty values never collide. */
export function compared(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value.toUpperCase() : String(value);
}
