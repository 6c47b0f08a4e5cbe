import { z } from 'zod';

export type FieldValue = string | number | boolean;
/** Values of a row by column name; empty ones are left out, as SharePoint does. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** A row of a list as Graph gives it. `id` is a whole number, unique in its list, rising, with gaps. */
export type Item = {
  readonly id: number;
  /** `"guid,version"`, quotes included; version 1 is a row that nobody has edited. */
  readonly etag: string;
  readonly fields: Fields;
};

/** What delta tells of a row. */
export type Change =
  | Item
  | { readonly id: number; readonly deleted: true }
  | { readonly id: number; readonly bare: true };

const fieldSchema = z.union([z.string(), z.number(), z.boolean()]);

const itemSchema = z.object({
  id: z.coerce.number().int().positive(),
  '@odata.etag': z.string().nullish(),
  eTag: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
  deleted: z.unknown().optional(),
  '@removed': z.unknown().optional(),
  contentType: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
});

/** Every content type of folders begins so; its name is in the language of the site. */
const FOLDER = '0x0120';

const pageSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

export type Page = {
  readonly changes: readonly Change[];
  readonly next: string | undefined;
  readonly delta: string | undefined;
};

/** A single item; `columns` are the ones we know, all others are left out. */
export function readItem(body: unknown, columns: ReadonlySet<string>): Item | undefined {
  const change = toChange(body, columns);
  return change && 'fields' in change ? change : undefined;
}

/** A page of items or of changes. Folders and the list itself, which delta may mention, are left out. */
export function readPage(body: unknown, columns: ReadonlySet<string>): Page {
  const page = pageSchema.parse(body);
  return {
    changes: page.value.map((one) => toChange(one, columns)).filter((change) => change !== undefined),
    next: page['@odata.nextLink'] ?? undefined,
    delta: page['@odata.deltaLink'] ?? undefined,
  };
}

function toChange(body: unknown, columns: ReadonlySet<string>): Change | undefined {
  const parsed = itemSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, fields, contentType } = parsed.data;
  if (parsed.data.deleted !== undefined || parsed.data['@removed'] !== undefined)
    return { id, deleted: true };
  if (contentType?.name === 'Folder' || contentType?.id?.startsWith(FOLDER)) return undefined;
  const etag = parsed.data['@odata.etag'] ?? parsed.data.eTag;
  if (!fields || !etag) return { id, bare: true };
  return { id, etag, fields: knownFields(fields, columns) };
}

/** Our own columns only; whatever SharePoint adds of its own is nobody's business here. */
export function knownFields(fields: Readonly<Record<string, unknown>>, columns: ReadonlySet<string>): Fields {
  const known: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!columns.has(name)) continue;
    const parsed = fieldSchema.safeParse(value);
    if (parsed.success && parsed.data !== '') known[name] = parsed.data;
  }
  return known;
}

/** How often a row has been written: 1 when it was never edited; undefined for a tag of another form. */
export function versionOf(etag: string): number | undefined {
  const version = /,(\d+)"?$/.exec(etag)?.[1];
  return version === undefined ? undefined : Number(version);
}
