import type { Lexicon } from './lexicon.ts';

const SHORTEST_COMPOUND = 6;
const LONGEST_COMPOUND = 40;
const SHORTEST_PART = 3;
const MOST_PARTS = 4;

type Test = (part: string) => boolean;

/**
 * The parts of a compound, linking letters kept on the part before: "verksamhetsplanen" → ["verksamhets", "planen"].
 * Two parts go before more, even ones before uneven: "måltids|planering", not "mål|tidsplanering". [] for other words.
 * A word that the dictionary holds needs a longer end, or "attestera" would be an era (attest + era).
 */
export function splitCompound(word: string, { baseForm, beginsCompound }: Lexicon): string[] {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return [];
  const base = baseForm(word);
  const isWord: Test = (part) => baseForm(part) !== undefined;
  const whole = base ?? word;
  const cuts = cutsFromTheMiddle(whole).filter((cut) => isWord(whole.slice(cut)));
  if (base !== undefined) {
    const longEnds = cuts.filter((cut) => base.length - cut > SHORTEST_PART);
    return inTwo(base, longEnds, beginsCompound) ?? inMore(base, longEnds, beginsCompound) ?? [];
  }
  return (
    inTwo(word, cuts, beginsCompound) ??
    inMore(word, cuts, beginsCompound) ??
    inTwo(word, cuts, isWord) ??
    atSharedLetter(word, cuts, beginsCompound) ??
    []
  );
}

function inTwo(word: string, cuts: number[], begins: Test): string[] | undefined {
  const cut = cuts.find((at) => begins(word.slice(0, at)));
  return cut === undefined ? undefined : [word.slice(0, cut), word.slice(cut)];
}

function inMore(word: string, cuts: number[], begins: Test, mostParts = MOST_PARTS): string[] | undefined {
  for (const cut of cuts) {
    const before = word.slice(0, cut);
    const inner = cutsFromTheMiddle(before).filter((at) => begins(before.slice(at)));
    const parts =
      inTwo(before, inner, begins) ??
      (mostParts > 3 ? inMore(before, inner, begins, mostParts - 1) : undefined);
    if (parts) return [...parts, word.slice(cut)];
  }
  return undefined;
}

/** Three of the same letter are written as two: "natt" + "tillsyn" is "nattillsyn". */
function atSharedLetter(word: string, cuts: number[], begins: Test): string[] | undefined {
  const cut = cuts.find(
    (at) =>
      word[at] === word[at - 1] && word.length - at > SHORTEST_PART && begins(word.slice(0, at) + word[at]),
  );
  return cut === undefined ? undefined : [word.slice(0, cut) + word[cut], word.slice(cut)];
}

/** Where a word may be cut, the middle first. */
function cutsFromTheMiddle({ length }: string): number[] {
  const cuts: number[] = [];
  for (let cut = SHORTEST_PART; cut <= length - SHORTEST_PART; cut += 1) cuts.push(cut);
  return cuts.sort((a, b) => Math.abs(2 * a - length) - Math.abs(2 * b - length));
}
