import en from '../en/commands.json' with { type: 'json' };
import sv from '../sv/commands.json' with { type: 'json' };
import type { CommandName } from './commandName.ts';
import { phraseWords } from './words.ts';

/** Words of a phrase with the command it means; `rest` is what it says besides (a language). */
export type Phrase = {
  readonly command: CommandName;
  readonly words: readonly string[];
  readonly rest?: string;
};

type Kind = 'whole' | 'lead' | 'leadColon' | 'numbered' | 'sv' | 'en';
type Book = Readonly<Record<string, Readonly<Partial<Record<Kind, readonly string[]>>>>>;

const BOOKS: readonly Book[] = [sv.phrases, en.phrases];

const all = (kind: Kind, rest?: string): Phrase[] =>
  BOOKS.flatMap((book) =>
    Object.entries(book).flatMap(([command, kinds]) =>
      (kinds[kind] ?? []).map((phrase) => ({
        command: command as CommandName,
        words: phraseWords(phrase),
        ...(rest !== undefined && { rest }),
      })),
    ),
  );

const longestFirst = (a: Phrase, b: Phrase): number => b.words.length - a.words.length;

/** The whole sentence is the command. */
export const WHOLE: readonly Phrase[] = [...all('whole'), ...all('sv', 'sv'), ...all('en', 'en')];

/** The sentence begins with it, and goes on with a name or a text. */
export const LEADS: readonly Phrase[] = all('lead').sort(longestFirst);

/** The same, but only before a colon or dash: "förslag: …". */
export const COLON_LEADS: readonly Phrase[] = all('leadColon').sort(longestFirst);

/** Stands beside a case number. */
export const NUMBERED: readonly Phrase[] = all('numbered').sort(longestFirst);

const both = (pick: (language: typeof sv | typeof en) => readonly string[]): ReadonlySet<string> =>
  new Set([...pick(sv), ...pick(en)].flatMap(phraseWords));

const politely = (
  pick: (language: typeof sv | typeof en) => readonly string[],
): readonly (readonly string[])[] =>
  [...pick(sv), ...pick(en)].map(phraseWords).sort((a, b) => b.length - a.length);

/** Said around a command without changing it. */
export const MANNERS = {
  before: politely(({ manners }) => manners.before),
  after: politely(({ manners }) => manners.after),
  besideNumber: both(({ manners }) => manners.besideNumber),
  /** No unit has a name with these: the sentence is a story, not a question. */
  notInNames: both(({ manners }) => manners.notInNames),
};

export const BUYING = {
  whole: [...sv.buying.whole, ...en.buying.whole].map(phraseWords),
  want: both(({ buying }) => buying.want),
  get: both(({ buying }) => buying.get),
  /** Means buying whatever it is. */
  surely: both(({ buying }) => buying.surely),
  need: both(({ buying }) => buying.need),
  new: both(({ buying }) => buying.new),
  thing: both(({ buying }) => buying.thing),
  not: both(({ buying }) => buying.not),
};
