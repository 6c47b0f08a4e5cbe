import { english } from '../../../bot/texts/en/index.ts';
import { swedish } from '../../../bot/texts/sv/index.ts';

type Tree = { readonly [name: string]: unknown };

/** Every text of a language by its key. Phrases of typed commands are lists, not texts, and left out. */
function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[key, value]];
    return Array.isArray(value) ? [] : flatten(value as Tree, key);
  });
}

const withoutPhrases = ({ commands, ...rest }: typeof swedish | typeof english) => ({
  ...rest,
  commands: { list: commands.list },
});

export const SWEDISH: ReadonlyMap<string, string> = new Map(flatten(withoutPhrases(swedish)));
export const ENGLISH: ReadonlyMap<string, string> = new Map(flatten(withoutPhrases(english)));

/** Is there a text for a key, in some plural form? */
export const has = (texts: ReadonlyMap<string, string>, key: string): boolean =>
  texts.has(key) || (texts.has(`${key}_one`) && texts.has(`${key}_other`));
