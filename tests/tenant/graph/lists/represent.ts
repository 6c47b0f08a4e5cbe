import { badRequest } from '../../http/refusal.ts';
import { isoSeconds, type Site } from '../world.ts';
import { type Fields, type Item, type List, SYSTEM_FIELDS } from './model.ts';
import { apiName } from './values.ts';

/** What of an item the caller wants: item properties, and fields when expanded (all of them, or those named). */
export type Wanted = {
  readonly properties?: readonly string[];
  readonly fields?: 'all' | readonly string[];
};

const PROPERTIES = [
  'id',
  'eTag',
  'createdDateTime',
  'lastModifiedDateTime',
  'webUrl',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'contentType',
  'sharepointIds',
];

/** The quotes are part of the tag. */
export const etagOf = ({ uniqueId, version }: Pick<Item, 'uniqueId' | 'version'>): string =>
  `"${uniqueId},${version}"`;

/** `$select` and `$expand` of a request for items. @throws Refusal for what Graph cannot expand or select. */
export function readWanted(list: List, options: ReadonlyMap<string, string>): Wanted {
  const properties = options
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  const strange = properties?.find((name) => !PROPERTIES.includes(name) && name !== 'fields');
  if (strange) throw badRequest(`Could not find a property named '${strange}'`, 'unknown-field');
  const expand = options.get('$expand');
  if (expand === undefined) return { properties };
  const inner = /^fields(?:\(\$?select=([^)]*)\))?$/.exec(expand.trim());
  if (!inner) throw badRequest(`Parsing $expand failed: '${expand}'`, 'unknown-option');
  if (inner[1] === undefined) return { properties, fields: 'all' };
  const names = inner[1].split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isReadable(list, name));
  if (unknown) throw badRequest(`Field '${unknown}' is not recognized`, 'unknown-field');
  return { properties, fields: names };
}

export const isReadable = (list: List, name: string): boolean =>
  SYSTEM_FIELDS.has(name) || list.columns.some((column) => apiName(column) === name || column.name === name);

/** A listItem as Graph gives it. Empty fields are left out, never null. */
export function showItem(site: Site, list: List, item: Item, wanted: Wanted): Record<string, unknown> {
  const etag = etagOf(item);
  const all: Record<string, unknown> = {
    id: String(item.id),
    eTag: etag,
    createdDateTime: isoSeconds(item.created),
    lastModifiedDateTime: isoSeconds(item.modified),
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
    createdBy: item.createdBy,
    lastModifiedBy: item.modifiedBy,
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: '0x0100', name: 'Item' },
  };
  const properties = wanted.properties?.filter((name) => name in all);
  const shown = properties ? Object.fromEntries(properties.map((name) => [name, all[name]])) : all;
  return {
    '@odata.etag': etag,
    ...shown,
    ...(wanted.fields && { fields: showFields(list, item, wanted.fields) }),
  };
}

/** A fieldValueSet. Values of hidden columns come only when they are named. */
export function showFields(list: List, item: Item, names: 'all' | readonly string[]): Fields {
  const values: Record<string, unknown> = { '@odata.etag': etagOf(item) };
  for (const column of list.columns) {
    const name = apiName(column);
    const value = item.fields[column.name];
    const isWanted = names === 'all' ? !column.hidden : names.includes(name) || names.includes(column.name);
    if (value !== undefined && isWanted) values[name] = value;
  }
  for (const [name, value] of Object.entries(systemFields(item)))
    if (value !== undefined && (names === 'all' || names.includes(name))) values[name] = value;
  return values;
}

function systemFields(item: Item): Fields {
  const title = item.fields.Title;
  return {
    id: String(item.id),
    ContentType: 'Item',
    Modified: isoSeconds(item.modified),
    Created: isoSeconds(item.created),
    AuthorLookupId: '1073741822',
    EditorLookupId: '1073741822',
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    LinkTitle: title,
    LinkTitleNoMenu: title,
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}
