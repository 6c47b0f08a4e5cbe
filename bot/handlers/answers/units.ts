import { lineOf } from '../../../domain/organisation/lookup.ts';
import type { Organisation, Unit } from '../../../domain/organisation/organisation.ts';

/**
 * Units a person may mean by a name: exact (also by prefix such as VOF), else every word begins one of the name's.
 * Forgiving about case and endings: "socialförvaltningen", "socialtjänsten", "hemtjänsten norr" all find theirs.
 * The one highest up comes first: "hemtjänsten" is the whole of it before it is a part.
 */
export function unitsNamed(organisation: Organisation, name: string): Unit[] {
  const wanted = plain(name);
  if (wanted === '') return [];
  const units = Object.values(organisation.units);
  const names = (unit: Unit) =>
    [unit.name, ...(unit.alsoCalled ?? []), unit.prefix ?? ''].map(plain).filter(Boolean);
  const exact = units.filter((unit) => names(unit).includes(wanted));
  if (exact.length > 0) return exact;
  const stems = wanted.split(' ').map(stemOf);
  const isMeant = (known: string) =>
    stems.every((stem) => known.split(' ').some((word) => word.startsWith(stem)));
  const depth = ({ id }: Unit) => lineOf(organisation, id).length;
  return units.filter((unit) => names(unit).some(isMeant)).sort((a, b) => depth(a) - depth(b));
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Takes off the definite ending, so that "hemtjänsten" begins like "hemtjänst". */
const stemOf = (word: string): string =>
  word.length > 5 ? word.replace(/(en|et|erna|arna|orna|na|n)$/, '') : word;
