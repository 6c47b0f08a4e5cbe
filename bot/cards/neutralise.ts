import { isPlain } from './plainness.ts';

/** A space of no width: breaks a sign's meaning, not the reading. */
const GAP = '\u200b';

/** Control characters, and those that turn the direction of writing round. */
const CONTROLS = /[\0-\x08\x0b\f\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;
/** Begins only where a run of blanks begins: from each of its places anew, a long run would take the square of its length. */
const LINE_BREAKS = /(?<![ \t])[ \t]*(?:\r\n?|[\n\u2028\u2029])\s*/g;

/** These mean something wherever they stand; a sign that looks alike means nothing. */
const EMPHASIS = /[*`]|~{2,}/g;
const LOOKS_LIKE: Readonly<Record<string, string>> = { '*': '\u2217', '`': '\u02cb' };
const lookAlike = (signs: string): string => LOOKS_LIKE[signs] ?? '\u223c'.repeat(signs.length);

/** At the edge of a word an underscore begins or ends emphasis; inside a word it does not. */
const UNDERSCORE_BEFORE_WORD = /(?<![\p{L}\p{N}\u200b])_/gu;
const UNDERSCORE_AFTER_WORD = /_(?![\p{L}\p{N}\u200b])/gu;

const MEANS_SOMETHING_WITH_WHAT_FOLLOWS = new RegExp(
  [
    String.raw`\](?=[([:])`, // [text](address), [text][name], [name]: address
    '<(?=[a-z/!?])', // tags, <at>, <https://…>
    String.raw`&(?=#|\w+;)`, // &lt;
    String.raw`\\(?=[!-/:-@[-\x60{-~\u2217\u02cb\u223c]|$)`, // a backslash would be swallowed
    String.raw`\{(?=\{)`, // {{DATE(…)}}
    ':(?=//)', // https://
    String.raw`\bwww(?=\.)`, // www.example.com
  ].join('|'),
  'giu',
);

/** Lists, headings, quotes, rules, tables. Indentation, which would mean code, has gone with the line breaks. */
const LINE_START = /^(?=[#>+\-=|]|\d+[.)])/gm;

/**
 * Makes text that a person wrote safe to show in a TextBlock, Fact or choice: it reads as it was written, but nothing
 * in it is a link, mention, emphasis, list, heading or tag. Bare addresses stay readable: they say where they go. Some Teams clients show backslash escapes as they stand,
 * so a sign loses its meaning by an invisible gap beside it, or by a sign that looks alike. A line break becomes the
 * paragraph that Teams needs for a new line. Doing it twice changes nothing more.
 */
export function plain(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(CONTROLS, '')
    .trim()
    .replace(LINE_BREAKS, '\n\n')
    .replace(EMPHASIS, lookAlike)
    .replace(UNDERSCORE_BEFORE_WORD, `${GAP}_`)
    .replace(UNDERSCORE_AFTER_WORD, `_${GAP}`)
    .replace(MEANS_SOMETHING_WITH_WHAT_FOLLOWS, `$&${GAP}`)
    .replace(LINE_START, GAP);
}

/** The same for what stands on one line: titles, names. */
export const plainLine = (text: string): string =>
  isPlain(text) ? text : plain(LINE_BREAK.test(text) ? text.replace(/\s+/g, ' ') : text);

const LINE_BREAK = /[\n\r\u2028\u2029]/;
