/** Names of the log's streams. A stream name is upper-case ASCII, since SharePoint compares keys without case. */
export const ORGANISATION_STREAM = 'ORGANISATION';

export const initiativeStream = (id: string): string => `I-${id.toUpperCase()}`;
export const isInitiativeStream = (stream: string): boolean => /^I-[A-Z0-9-]{1,200}$/.test(stream);

/** One import of a file; its only row says that all of it is there. */
export const importStream = (operationId: string): string => `IMPORT-${operationId.toUpperCase()}`;
export const isImportStream = (stream: string): boolean => stream.startsWith('IMPORT-');

/** Case numbers of a department and year; the row's sequence is the number. */
export const numberStream = (prefix: string, year: string): string =>
  `NUMBERS-${ascii(prefix).toUpperCase()}-${year}`;

/** Where a case number was taken, e.g. VOF-2026-0012; undefined for what is no such number. */
export function numberedRow(
  number: string,
): { readonly stream: string; readonly sequence: number } | undefined {
  const [, prefix, year, sequence] = /^(.+)-(\d{4})-(\d{4,6})$/.exec(number) ?? [];
  return prefix && year ? { stream: numberStream(prefix, year), sequence: Number(sequence) } : undefined;
}

/** What a person has chosen: language. */
export const personStream = (person: string): string => `PERSON-${ascii(person).toUpperCase()}`;
export const isPersonStream = (stream: string): boolean => stream.startsWith('PERSON-');

const ascii = (text: string): string =>
  text
    .replace(/[ÅÄ]/g, 'A')
    .replace(/Ö/g, 'O')
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^A-Za-z0-9-]/g, '-');
