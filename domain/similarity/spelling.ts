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
    for (const key of [word, ...oneLetterLess(word)]) if (!filed.has(key)) filed.set(key, word);
  }
  return (word) => {
    if (word.length < SHORTEST) return undefined;
    const key = [word, ...oneLetterLess(word)].find((candidate) => filed.has(candidate));
    return key === undefined ? undefined : filed.get(key);
  };
}

const oneLetterLess = (word: string): string[] =>
  Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
