import { COLUMN_KEYS, type ColumnKey, columnOf, FOLLOWS } from '../columns.ts';
import { fold } from '../fold.ts';

/** Which column of the sheet (from 0) holds what. */
export type Headings = {
  readonly places: ReadonlyMap<ColumnKey, number>;
  /** Headings nobody knows, as they are written: said, not read. */
  readonly unknown: readonly string[];
  /** Headings that are known and not read, with the reason. */
  readonly following: readonly string[];
  readonly problems: readonly string[];
};

const FULL = new Map(COLUMN_KEYS.map((key) => [fold(columnOf(key).heading), key]));
const ALIASES = new Map(COLUMN_KEYS.flatMap((key) => columnOf(key).alias.map((word) => [fold(word), key])));

/** What stands in brackets or after a comma explains the heading: `Kostnad (kr)`, `Kostnad, kr`. */
const bare = (heading: string): string => fold(heading.replace(/\(.*?\)|,.*$/g, ' '));

const keyOf = (heading: string): ColumnKey | undefined =>
  FULL.get(fold(heading)) ??
  ALIASES.get(fold(heading)) ??
  FULL.get(bare(heading)) ??
  ALIASES.get(bare(heading));

/** Is this the row of headings? It holds at least two that are known, one of them the title or the problem. */
export function isHeadingRow(texts: readonly string[]): boolean {
  const keys = new Set(texts.map(keyOf).filter((key) => key !== undefined));
  return keys.size >= 2 && (keys.has('title') || keys.has('problem'));
}

/** Reads the headings in any case and order. The heading of the template wins over another word for the same thing. */
export function readHeadings(texts: readonly string[]): Headings {
  const places = new Map<ColumnKey, number>();
  const unknown: string[] = [];
  const following: string[] = [];
  const problems: string[] = [];
  const written = texts.map((text, place) => ({ text: text.trim(), place })).filter(({ text }) => text);
  const exactFirst = written.toSorted(
    (a, b) => Number(FULL.has(fold(b.text))) - Number(FULL.has(fold(a.text))),
  );
  for (const { text, place } of exactFirst) {
    const key = keyOf(text);
    const why = FOLLOWS[bare(text)];
    if (!key && why) following.push(`${text} (${why})`);
    else if (!key) unknown.push(text);
    else if (!places.has(key)) places.set(key, place);
    else if (FULL.has(fold(text)))
      problems.push(`Rubriken ${columnOf(key).heading} finns två gånger. Ta bort den ena kolumnen.`);
    else unknown.push(text);
  }
  for (const key of COLUMN_KEYS) {
    const { heading, required } = columnOf(key);
    // A list with one column for both says the state under Status.
    if (required && !places.has(key) && !(key === 'state' && places.has('status')))
      problems.push(`Kolumnen ${heading} saknas. Lägg till den, eller börja från mallen.`);
  }
  return { places, unknown, following, problems };
}
