import { htmlToText, spokenText } from '../../../bot/teams/inbound/text.ts';

const BOT = { id: '28:bot', name: 'Färdplan' };
const said = (text: unknown, entities: unknown = []) => spokenText({ text, entities, recipient: BOT });
const mention = (text: string, id = BOT.id) => ({ type: 'mention', text, mentioned: { id } });

describe('what was said to the bot', () => {
  it.each([
    ['composes letters', 'Go\u0308r sa\u030a', 'Gör så'],
    ['has no spaces around it', ' \u00a0 hej \r\n', 'hej'],
    ['keeps lines', 'ett\r\ntvå\r\n\r\n\r\n\r\ntre', 'ett\ntvå\n\ntre'],
    ['loses characters that do not show', 'he\u0000j\u0007', 'hej'],
    ['reads Teams’ hard spaces', 'hej&nbsp;du', 'hej du'],
    ['keeps the names of other people', '<at id="1">Enhetschef</at> vet', 'Enhetschef vet'],
    ['leaves other markup as written', 'visa <b>allt</b>', 'visa <b>allt</b>'],
    ['is empty for what is no text', 17, ''],
  ])('%s', (_what, text, expected) => expect(said(text)).toBe(expected));

  it('loses every mention of the bot, wherever it stands', () =>
    expect(said('<at>F</at> hej <at>F</at>', [mention('<at>F</at>')])).toBe('hej'));
  it('keeps a mention that is not of the bot', () =>
    expect(said('fråga <at>F</at>', [mention('<at>F</at>', '29:other')])).toBe('fråga F'));
});

describe('text of a message', () => {
  it.each([
    ['paragraphs and breaks become lines', '<p>ett</p><p>två<br>tre</p>', 'ett\ntvå\ntre'],
    ['list items stand apart', '<ul><li>ett</li><li>två</li></ul>', 'ett\ntvå'],
    ['entities are decoded once', 'a &lt; b &amp;lt; c &#39;d&#39; &eacute;', "a < b &lt; c 'd' &eacute;"],
    ['an unfinished tag is text', 'a < b', 'a < b'],
    ['attributes vanish with their tag', '<a href="https://x.example">länk</a>', 'länk'],
  ])('%s', (_what, html, expected) => expect(htmlToText(html)).toBe(expected));

  it('costs no more than its length, whatever the markup', () => {
    const before = performance.now();
    for (const hostile of ['<', '<br', '&amp', '<at ', '\n ', ' ']) {
      htmlToText(hostile.repeat(200_000));
      said(hostile.repeat(40_000));
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
