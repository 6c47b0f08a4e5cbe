import { type Fields, fields, list, string } from './values.ts';

const MOST_MENTIONS = 50;
/** More than any field takes; refusing over-long text with the limit is the handler's business. */
const LONGEST_HTML = 60_000;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/** What the person wrote to the bot: without the mention of it, other people by name, trimmed, NFC. */
export function spokenText(activity: Fields): string {
  const bot = fields(activity.recipient).id;
  let text = string(activity.text, Number.MAX_SAFE_INTEGER) ?? '';
  for (const entity of list(activity.entities).slice(0, MOST_MENTIONS).map(fields)) {
    const tag = string(entity.text);
    if (entity.type === 'mention' && tag && fields(entity.mentioned).id === bot)
      text = text.replaceAll(tag, ' ');
  }
  return tidy(text.replaceAll('&nbsp;', ' ').replaceAll(/<at(?:\s[^<>]*)?>|<\/at>/g, ''));
}

/** Teams lists who is mentioned in the entities; the text alone could be typed by anybody. */
export const mentionsBot = (activity: Fields): boolean => {
  const bot = fields(activity.recipient).id;
  return list(activity.entities)
    .slice(0, MOST_MENTIONS)
    .map(fields)
    .some((entity) => entity.type === 'mention' && bot !== undefined && fields(entity.mentioned).id === bot);
};

/** Plain text of a Teams message body. One pass, so hostile markup costs no more than its length. */
export function htmlToText(html: string): string {
  const source = html.slice(0, LONGEST_HTML);
  let text = '';
  for (let at = 0; at < source.length; ) {
    const open = source.indexOf('<', at);
    const end = open === -1 ? -1 : source.indexOf('>', open);
    if (end === -1) {
      text += source.slice(at);
      break;
    }
    text += source.slice(at, open);
    if (/^<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b/i.test(source.slice(open, open + 8))) text += '\n';
    at = end + 1;
  }
  return tidy(
    text.replaceAll(/&(nbsp|amp|lt|gt|quot|apos|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}

const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/[\u00a0\t ]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
