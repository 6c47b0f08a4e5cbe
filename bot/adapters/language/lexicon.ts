import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Snowball from 'snowball-stemmers';
import type { Lexicon } from '../../../domain/similarity/lexicon.ts';
import { readHunspell } from './hunspell.ts';

/**
 * The Swedish lexicon. The word list (dictionary-sv, 154,000 entries, about 20 MB of memory) is read when the first
 * word is looked up, in about 0.2 s, once in a process. A listed word gets its dictionary form, which knows that
 * "nycklar" is "nyckel" and "låset" is "lås"; only its last vowel goes, so that "låsa" meets "lås". The snowball stemmer
 * takes the rest.
 */
export function swedishLexicon(): Lexicon {
  const baseForm = rememberingLast((word) => dictionary().baseForm(word));
  const stemUnlisted = (word: string): string => (word.length > 4 ? stemmer().stem(word) : word);
  const stem = (word: string): string => baseForm(word)?.replace(/(?<=..)[ae]$/, '') ?? stemUnlisted(word);
  return { stem, baseForm, beginsCompound: (word) => dictionary().beginsCompound(word) };
}

/** Shared by all: a server that fills its store at its first start would otherwise read it all again for itself. */
const dictionary = once(() => readHunspell(readPackageFile('index.aff'), readPackageFile('index.dic')));
const stemmer = once(() => stemmersOfTheWorld().newStemmer('swedish'));

/** Loaded when the first word is looked up: the stemmers of all languages are a large file, and no start needs them. */
const stemmersOfTheWorld = (): typeof Snowball =>
  createRequire(import.meta.url)('snowball-stemmers') as typeof Snowball;

/** By path: the package's own entry awaits at top level, which code loaded as CommonJS may not do. */
function readPackageFile(file: string): string {
  const entry = createRequire(import.meta.url).resolve('dictionary-sv');
  return readFileSync(path.join(path.dirname(entry), file), 'utf8');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A new word is looked up several times in a row: is it listed, its stem, its parts. */
function rememberingLast<T>(find: (word: string) => T): (word: string) => T {
  let last: { word: string; found: T } | undefined;
  return (word) => {
    if (last?.word !== word) last = { word, found: find(word) };
    return last.found;
  };
}
