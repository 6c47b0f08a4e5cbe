import { fold } from '../fold.ts';
import { type Reading, reading } from './cell.ts';
import { plainTextOf } from './text.ts';

/** One value that may be chosen, with the words for it; the first word is the one to write. */
export type Choice<Key extends string> = {
  readonly key: Key;
  readonly words: readonly [string, ...string[]];
};

const MOST_SUGGESTED = 5;

/** Reads one of some choices, in any case and with any punctuation. */
export function choiceReader<Key extends string>(choices: readonly Choice<Key>[], hint?: string) {
  const known = new Map<string, Key[]>();
  for (const { key, words } of choices)
    for (const word of new Set([key, ...words].map(fold)))
      known.set(word, [...new Set([...(known.get(word) ?? []), key])]);

  return reading<Key>((cell): Reading<Key> => {
    const written = fold(plainTextOf(cell));
    if (!written) return undefined;
    const [found, ...others] = known.get(written) ?? [];
    if (found === undefined)
      return { problem: `Finns inte i listan. ${hint ?? suggested(written, choices)}` };
    if (others.length === 0) return { value: found };
    return { problem: `Flera heter så. Skriv beteckningen i stället: ${[found, ...others].join(', ')}.` };
  });
}

/** The choices that share most with what was written, or all of them when they are few. */
function suggested<Key extends string>(written: string, choices: readonly Choice<Key>[]): string {
  const near = choices
    .map(({ words }) => ({
      word: words[0],
      score: Math.max(...words.map((word) => likeness(written, fold(word)))),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_SUGGESTED)
    .map(({ word }) => word);
  if (near.length > 0) return `Menar du ${near.join(', ')}?`;
  return choices.length <= 20
    ? `Skriv ett av: ${choices.map(({ words }) => words[0]).join(', ')}.`
    : 'Välj i listan i mallen (npm run import -- --template mall.xlsx).';
}

/** Words in common, or beginning alike. */
function likeness(one: string, other: string): number {
  const words = other.split(' ');
  return one
    .split(' ')
    .filter((word) => word.length > 2 && words.some((each) => each.slice(0, 4) === word.slice(0, 4))).length;
}
