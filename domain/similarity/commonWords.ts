import { wordsIn } from './words.ts';

/** Reads blocks of `50%: word word …`: each word with the share of all proposals that hold it, 0–1. */
export const readCommonWords = (text: string): { word: string; share: number }[] =>
  [...text.matchAll(/(\d+)%:([^%]*?)(?=\d+%|$)/g)].flatMap(([, percent, words = '']) =>
    wordsIn(words).map((word) => ({ word, share: Number(percent) / 100 })),
  );
