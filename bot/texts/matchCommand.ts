import { isAboutBuying } from './matching/buying.ts';
import { matchNumbered, matchUnnumbered } from './matching/caseNumber.ts';
import type { CommandMatch, CommandName } from './matching/commandName.ts';
import { COLON_LEADS, LEADS, MANNERS, type Phrase, WHOLE } from './matching/phrases.ts';
import { beginsWith, exactly, isPhrase, nearly, readings, restAfter } from './matching/sentence.ts';
import { type Word, wordsOf } from './matching/words.ts';

export { COMMANDS, type CommandMatch, type CommandName } from './matching/commandName.ts';

/** A question with more words than this after it is a story: "sök" ≠ "sök bidrag är krångligt för många föreningar i år". */
const MOST_WORDS_OF_NAME = 6;
const WITH_TEXT: readonly CommandName[] = ['propose'];

/**
 * What a typed sentence asks for, in Swedish or English. Forgiving about case, punctuation, å/ä/ö and a slip in long
 * words; strict about the rest: a sentence that only contains a word such as "hjälp" is no command.
 * @returns undefined for everything else, which may become a proposal.
 */
export function matchCommand(text: string): CommandMatch | undefined {
  const sentence = text
    .replace(/<at>.*?<\/at>/g, ' ')
    .normalize('NFC')
    .trim();
  const words = wordsOf(sentence);
  if (words.length === 0) return /^\?+$/.test(sentence) ? { command: 'help' } : undefined;
  return (
    matchWhole(words) ??
    matchNumbered(sentence) ??
    matchUnnumbered(words) ??
    (isAboutBuying(words) ? { command: 'buy' } : undefined) ??
    matchLead(sentence, words)
  );
}

function matchWhole(words: readonly Word[]): CommandMatch | undefined {
  for (const compare of [exactly, nearly]) {
    for (const reading of readings(words)) {
      if (reading.length === 0) return { command: 'help' };
      const phrase = WHOLE.find((one) => isPhrase(reading, one.words, compare));
      if (phrase) return { command: phrase.command, ...(phrase.rest !== undefined && { rest: phrase.rest }) };
    }
  }
  return undefined;
}

/** A beginning and what follows it. A beginning of one word is taken to the letter. */
function matchLead(sentence: string, words: readonly Word[]): CommandMatch | undefined {
  for (const reading of readings(words)) {
    const phrase =
      COLON_LEADS.find(
        (one) => beginsWith(reading, one.words, exactly) && hasColon(sentence, reading[one.words.length - 1]),
      ) ?? LEADS.find((one) => beginsWith(reading, one.words, one.words.length > 1 ? nearly : exactly));
    const match = phrase && leadMatch(sentence, reading, phrase);
    if (match) return match;
  }
  return undefined;
}

function leadMatch(
  sentence: string,
  words: readonly Word[],
  { command, words: lead }: Phrase,
): CommandMatch | undefined {
  const hasText = WITH_TEXT.includes(command);
  const after = words.slice(lead.length);
  if (
    !hasText &&
    (after.length > MOST_WORDS_OF_NAME || after.some(({ plain }) => MANNERS.notInNames.has(plain)))
  )
    return undefined;
  const rest = restAfter(
    hasText ? sentence : upTo(sentence, words),
    words[lead.length - 1]?.end ?? 0,
    !hasText,
  );
  return { command, ...(rest !== undefined && { rest }) };
}

/** Without the "tack" after a name. */
const upTo = (sentence: string, words: readonly Word[]): string =>
  sentence.slice(0, readings(words).at(-1)?.at(-1)?.end);

const hasColon = (sentence: string, last: Word | undefined): boolean =>
  last !== undefined && /^\s*(:|[–—-]\s|\n)/u.test(sentence.slice(last.end));
