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
  const longEnough = cutsFromTheMiddle(whole, base === undefined ? SHORTEST_PART : SHORTEST_PART + 1);
  const endsInWord = rememberingFor(whole, (cut) => isWord(whole.slice(cut)));
  // Most compounds are of two parts: the ends of the others are looked up when they are needed.
  const two = inTwo(whole, longEnough, (cut) => endsInWord(cut) && beginsCompound(whole.slice(0, cut)));
  if (two) return two;
  const cuts = longEnough.filter(endsInWord);
  if (base !== undefined) return inMore(base, cuts, beginsCompound) ?? [];
  return (
    inMore(word, cuts, beginsCompound) ??
    inTwo(word, cuts, (cut) => isWord(word.slice(0, cut))) ??
    atSharedLetter(word, cuts, beginsCompound) ??
    []
  );
}

type TestCut = (cut: number) => boolean;

function inTwo(word: string, cuts: number[], isRight: TestCut): string[] | undefined {
  const cut = cuts.find(isRight);
  return cut === undefined ? undefined : [word.slice(0, cut), word.slice(cut)];
}

function rememberingFor({ length }: string, test: TestCut): TestCut {
  const known = new Array<boolean | undefined>(length).fill(undefined);
  return (cut) => {
    const answer = known[cut] ?? test(cut);
    known[cut] = answer;
    return answer;
  };
}

function inMore(word: string, cuts: number[], begins: Test, mostParts = MOST_PARTS): string[] | undefined {
  for (const cut of cuts) {
    const before = word.slice(0, cut);
    const inner = cutsFromTheMiddle(before).filter((at) => begins(before.slice(at)));
    const parts =
      inTwo(before, inner, (at) => begins(before.slice(0, at))) ??
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
function cutsFromTheMiddle({ length }: string, shortestEnd = SHORTEST_PART): number[] {
  const cuts: number[] = [];
  for (let before = length >> 1; before >= SHORTEST_PART; before -= 1) {
    const after = length - before;
    if (after >= shortestEnd) cuts.push(before);
    if (after !== before && before >= shortestEnd) cuts.push(after);
  }
  return cuts;
}
