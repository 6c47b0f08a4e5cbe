const SHORTEST = 6;

/**
 * Finds the known word that an unknown one was meant to be: one letter missing, added, wrong or swapped with the
 * next. Known words are filed under themselves and under what is left when any one letter is taken away.
 * Words shorter than six letters are left alone: too many of them are one letter apart.
 */
export function createSpelling(known: Iterable<string>): (word: string) => string | undefined {
  const filed = new Map<string, string>();
  for (const word of known) {
    if (word.length < SHORTEST) continue;
    const file = (key: string) => filed.has(key) || filed.set(key, word);
    file(word);
    for (let i = 0; i < word.length; i += 1) file(without(word, i));
  }
  return (word) => {
    if (word.length < SHORTEST) return undefined;
    let found = filed.get(word);
    for (let i = 0; found === undefined && i < word.length; i += 1) found = filed.get(without(word, i));
    return found;
  };
}

const without = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
