/**
 * A list as data: what provisioning creates and checks, and what the adapter writes. One source for both.
 * Source: Microsoft Graph v1.0, "columnDefinition resource type".
 */
export type ListSpec = {
  /** Display name, Swedish; the list is found by it. */
  readonly title: string;
  readonly description: string;
  /** What people see above the column that every list has, `Title`; SharePoint names it in the site's language. */
  readonly heading: string;
  readonly columns: readonly ColumnSpec[];
};

export type ColumnSpec = {
  /** Name in the API: ASCII, never changed once a list exists. */
  readonly name: string;
  /** What people see at the top of the column. */
  readonly title: string;
  readonly type: ColumnType;
  readonly indexed?: true;
  /** No two rows may have the same value; SharePoint demands an index for it. */
  readonly unique?: true;
};

export type ColumnType =
  /** One line, at most 255 characters. */
  | { readonly kind: 'text' }
  /** Several lines of plain text, at most 63,999 characters. Cannot be indexed. */
  | { readonly kind: 'note' }
  | { readonly kind: 'number'; readonly decimals: 'none' | 'two' | 'automatic' }
  | { readonly kind: 'date' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'yesNo' };

/** Longest text of a one-line column. */
export const LONGEST_TEXT = 255;
/** Longest text of a note; what people write is kept below this with some room. */
export const LONGEST_NOTE = 63_999;

/** The column as Graph wants it in `columns` of a new list, or on its own. */
export function columnDefinition(column: ColumnSpec): Readonly<Record<string, unknown>> {
  const { name, title, type, indexed, unique } = column;
  return {
    name,
    displayName: title,
    ...facetOf(type),
    ...((indexed || unique) && { indexed: true }),
    ...(unique && { enforceUniqueValues: true }),
  };
}

/** What a column can hold, as Graph says it: `{text: …}`, `{number: …}`. */
export function facetOf(type: ColumnType): Readonly<Record<string, unknown>> {
  switch (type.kind) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: LONGEST_TEXT } };
    case 'note':
      return {
        text: {
          allowMultipleLines: true,
          appendChangesToExistingText: false,
          linesForEditing: 6,
          textType: 'plain',
        },
      };
    case 'number':
      return { number: { decimalPlaces: type.decimals } };
    case 'date':
      return { dateTime: { displayAs: 'standard', format: 'dateOnly' } };
    case 'moment':
      return { dateTime: { displayAs: 'standard', format: 'dateTime' } };
    case 'choice':
      return { choice: { allowTextEntry: false, choices: [...type.choices], displayAs: 'dropDownMenu' } };
    case 'yesNo':
      return { boolean: {} };
  }
}
