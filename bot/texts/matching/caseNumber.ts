import { caseNumberIn } from '../../../domain/initiatives/caseNumber.ts';
import type { CommandMatch } from './commandName.ts';
import { MANNERS, NUMBERED } from './phrases.ts';
import { beginsWith, exactly, isPhrase, nearly, readings, restAfter } from './sentence.ts';
import { type Word, wordsOf } from './words.ts';

/** Words that may follow a number in "hur går det med VOF-2026-0012 just nu?". */
const MOST_SMALL_TALK = 3;

/** A command about a numbered case; undefined when the sentence only happens to mention a case. */
export function matchNumbered(sentence: string): CommandMatch | undefined {
  const found = caseNumberIn(sentence);
  if (!found) return undefined;
  const { number, start, end } = found;
  const before = wordsOf(sentence.slice(0, start));
  const after = wordsOf(sentence.slice(end));

  if (before.length === 0 && after.length === 0) return { command: 'show', number };
  const command = numberedCommand(before);
  if (command === 'show') return after.length <= MOST_SMALL_TALK ? { command, number } : undefined;
  if (command) {
    const rest = restAfter(sentence, end, false);
    return { command, number, ...(rest !== undefined && { rest }) };
  }
  if (before.length > 0 && !isOnlyManners(before)) return undefined;
  return after.length === 0 ? { command: 'show', number } : numberFirst(sentence.slice(end), number);
}

/** "VOF-2026-0012 återremiss volymen saknas": what to do stands after the number. */
function numberFirst(behind: string, number: string): CommandMatch | undefined {
  const words = wordsOf(behind);
  const whole = numberedCommand(words);
  if (whole) return { command: whole, number };
  const phrase = NUMBERED.find((one) => one.command !== 'show' && beginsWith(words, one.words, exactly));
  if (!phrase) return undefined;
  const rest = restAfter(behind, words[phrase.words.length - 1]?.end ?? 0, false);
  return { command: phrase.command, number, ...(rest !== undefined && { rest }) };
}

/** A command that needs a number, without one: "godkänn". */
export function matchUnnumbered(words: readonly Word[]): CommandMatch | undefined {
  const command = numberedCommand(words);
  return command && command !== 'show' ? { command } : undefined;
}

const isOnlyManners = (words: readonly Word[]): boolean =>
  readings(words).some((reading) => reading.every(({ plain }) => MANNERS.besideNumber.has(plain)));

function numberedCommand(words: readonly Word[]): CommandMatch['command'] | undefined {
  for (const compare of [exactly, nearly]) {
    for (const reading of readings(words)) {
      for (const version of [reading, withoutFillers(reading)]) {
        const phrase = NUMBERED.find((one) => isPhrase(version, one.words, compare));
        if (phrase) return phrase.command;
      }
    }
  }
  return undefined;
}

/** "godkänn ärende nummer …" → "godkänn". */
function withoutFillers(words: readonly Word[]): readonly Word[] {
  const last = words.findLastIndex(({ plain }) => !MANNERS.besideNumber.has(plain));
  return words.slice(0, last + 1);
}
