import { readFileSync } from 'node:fs';
import type { Described } from '../../../domain/similarity/profile.ts';

/** Two short texts by two employees, and whether they ask for the same thing. */
export type Pair = { same: boolean; texts: readonly [Described, Described] };

/** Weights, the limit and the word lists may be chosen on these. */
export const TUNING: readonly Pair[] = [
  ...pairsIn('tuning-same.txt', true),
  ...pairsIn('tuning-different.txt', false),
];

/** Written when the word lists were settled, and only ever measured: nothing may be chosen on these. */
export const HELD_OUT: readonly Pair[] = [
  ...pairsIn('held-out-same.txt', true),
  ...pairsIn('held-out-different.txt', false),
];

/** Two lines a pair, `title | problem`, and an empty line between pairs. */
function pairsIn(file: string, same: boolean): Pair[] {
  const text = readFileSync(new URL(`./texts/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [first, second] = block.split('\n').map(described);
      if (!first || !second) throw new Error(`Not a pair: ${block}`);
      return { same, texts: [first, second] };
    });
}

function described(line: string): Described {
  const [title = '', problem = ''] = line.split(' | ');
  return { title, problem };
}
