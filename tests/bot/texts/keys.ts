import type { Language } from '../../../bot/texts/language.ts';
import { readTexts } from '../../../bot/texts/readTexts.ts';

type Tree = { readonly [name: string]: unknown };

/** Every text of a language by its key. Phrases of typed commands are lists, not texts, and left out. */
function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[key, value]];
    return Array.isArray(value) ? [] : flatten(value as Tree, key);
  });
}

const textsIn = (language: Language): ReadonlyMap<string, string> => {
  const { commands, ...rest } = readTexts(language);
  return new Map(flatten({ ...rest, commands: { list: (commands as Tree).list } }));
};

export const SWEDISH = textsIn('sv');
export const ENGLISH = textsIn('en');

/** Is there a text for a key, in some plural form? */
export const has = (texts: ReadonlyMap<string, string>, key: string): boolean =>
  texts.has(key) || (texts.has(`${key}_one`) && texts.has(`${key}_other`));
