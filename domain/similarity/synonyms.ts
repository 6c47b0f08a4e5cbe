/** One concept and the words for it. `share`: how many of all proposals touch it, 0–1. */
type SynonymGroup = { concept: string; share: number; same: string[]; near: string[] };

const LINE = /^(?:(\d+)%)?([^:~]+):([^~]*)(?:~(.*))?$/;
const USUAL_SHARE = 0.02;

/** Reads lines of `10% concept: word, words of a phrase ~ word that hints`; other lines are headings. */
export const readSynonyms = (text: string): SynonymGroup[] =>
  text.split('\n').flatMap((line) => {
    const [, percent, concept, same, near = ''] = LINE.exec(line.trim()) ?? [];
    if (concept === undefined || same === undefined) return [];
    const share = percent === undefined ? USUAL_SHARE : Number(percent) / 100;
    return [{ concept: concept.trim(), share, same: listed(same), near: listed(near) }];
  });

const listed = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
