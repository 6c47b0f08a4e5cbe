/** What the similarity index must know about a language. All words are given in lower case. */
export type Lexicon = {
  /** One text for all forms of a word, and for verb and noun where it can: "låsen", "låsa" → "lås". */
  stem(word: string): string;
  /** The word as a dictionary has it: "nycklarna" → "nyckel"; undefined for an unknown word. */
  baseForm(word: string): string | undefined;
  /** May a compound begin with it, linking letters included: "nyckel", "verksamhets"? */
  beginsCompound(word: string): boolean;
};
