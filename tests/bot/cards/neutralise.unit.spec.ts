import fc from 'fast-check';
import { plain } from '../../../bot/cards/neutralise.ts';
import { asRead, linksIn, meanings } from './markdown.ts';

type Sample = readonly [what: string, text: string, read?: string];
const SAMPLES: readonly Sample[] = [
  ['a link', 'Klicka [här](https://evil.example/x) nu'],
  ['a link with a title', '[här](https://evil.example "gratis")'],
  [
    'a link over two brackets',
    '[här][1]\n\n[1]: https://evil.example',
    '[här][1]\n[1]: https://evil.example',
  ],
  ['a reference definition', '[här]: https://evil.example\n[här]', '[här]: https://evil.example\n[här]'],
  ['an image', '![x](https://evil.example/p.png)'],
  ['nested brackets', '[[a](b)](https://evil.example)'],
  ['an autolink', '<https://evil.example>'],
  ['a bare address', 'Se https://evil.example/logga-in?x=1 och www.evil.example'],
  ['an address without scheme', 'Gå till evil.com nu'],
  ['an e-mail address', 'Skriv till chef@evil.com'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a mention', '<at>Kommundirektören</at> godkänner'],
  ['a mention with entities', '&lt;at&gt;Chef&lt;/at&gt;'],
  ['numeric entities', '&#60;at&#62;Chef'],
  ['script', '<script>alert(1)</script>'],
  ['an image tag', '<img src=x onerror=alert(1)>'],
  ['a comment', '<!-- dolt --> synligt'],
  ['a processing instruction', '<?php x ?>'],
  ['bold', '**Godkänt** av chefen', '∗∗Godkänt∗∗ av chefen'],
  ['bold underscores', '__Godkänt__ av chefen'],
  ['italic', '*kursiv* och _kursiv_', '∗kursiv∗ och _kursiv_'],
  ['italic inside words', 'kalle*ank*a', 'kalle∗ank∗a'],
  ['emphasis after punctuation', '(_x_) "_y_" ._z_.'],
  ['three stars', '***allt***', '∗∗∗allt∗∗∗'],
  ['strikethrough', '~~struket~~', '∼∼struket∼∼'],
  ['many tildes', '~~~ kod ~~~', '∼∼∼ kod ∼∼∼'],
  ['code', 'skriv `kod` här', 'skriv ˋkodˋ här'],
  ['a code fence', '```\nkod\n```', 'ˋˋˋ\nkod\nˋˋˋ'],
  ['code by indentation', 'a\n\n    kod', 'a\nkod'],
  ['code by a tab', '\tkod', 'kod'],
  ['a heading', '# Beslut\n## Godkänt', '# Beslut\n## Godkänt'],
  ['an underlined heading', 'Beslut\n====\nSkäl\n----', 'Beslut\n====\nSkäl\n----'],
  ['a bullet list', '- ett\n- två\n+ tre', '- ett\n- två\n+ tre'],
  ['a bullet list with stars', '* ett\n* två', '∗ ett\n∗ två'],
  ['a numbered list', '1. ett\n2) två', '1. ett\n2) två'],
  ['a quote', '> Chefen sa ja', '> Chefen sa ja'],
  ['a rule', 'a\n---\nb\n***\nc\n_ _ _', 'a\n---\nb\n∗∗∗\nc\n_ _ _'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', '| a | b |\n| - | - |\n| 1 | 2 |'],
  ['escapes', String.raw`\*inte kursiv\* C:\_dold\[x](y) \\`, String.raw`\∗inte kursiv\∗ C:\_dold\[x](y) \\`],
  ['an escaped link', String.raw`\[x\](https://evil.example)`],
  ['a backslash at the end of a line', 'a\\\nb', 'a\\\nb'],
  ['a date function', '{{DATE(2026-01-01T00:00:00Z,SHORT)}} {{{TIME(x)}}}'],
  ['old line breaks', 'a\r- b\r\n- c\u2028- d', 'a\n- b\n- c\n- d'],
  ['writing turned round', 'Godkänt \u202etänkdog\u202c', 'Godkänt tänkdog'],
  ['control characters', 'a\u0000b\u0007c\u001bd', 'abcd'],
];

/** What is read is what was written unless the sample says otherwise. */
const HOSTILE = SAMPLES.map(([what, text, read = text]) => [what, text, read] as const);

describe('neutralising what people write', () => {
  it.each(HOSTILE)('takes the meaning out of %s', (_what, text, read) => {
    expect(meanings(plain(text))).toEqual([]);
    expect(asRead(plain(text))).toBe(read);
  });

  it.each([
    'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass.',
    'Å ä ö, é, ü – och ”citattecken”, 50 % av 1 250 kr (ca 3 tim/v).',
    'Det är 5 < 7 och 8 > 3, A & B, ~20 minuter, -5 grader ute',
    'fil_namn_2026.xlsx, C# och 50%',
    'Emoji 👩‍⚕️ och kinesiska 钥匙',
  ])('reads the same: %s', (text) => {
    expect(asRead(plain(text))).toBe(text);
    expect(meanings(plain(text))).toEqual([]);
  });

  it('lets no client make a link that goes elsewhere than it says', () => {
    const bare = (address: string): string => address.replace(/^(https?:)?\/\/|^mailto:/, '');
    const links = HOSTILE.flatMap(([, text]) => linksIn(plain(text)));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ href, read }) => bare(href) !== bare(read))).toEqual([]);
  });

  it('leaves ordinary text alone, letter by letter', () => {
    const text = 'Nycklar försvinner på vårdcentralen. Åtta av tio gånger (minst) får vi åka tillbaka!';
    expect(plain(text)).toBe(text);
  });

  it('keeps lines apart, and blank lines from piling up', () =>
    expect(plain('  Rad ett\nRad två\n\n\n   Rad tre  \n')).toBe('Rad ett\n\nRad två\n\nRad tre'));

  it('changes nothing more the second time', () => {
    for (const [, text] of HOSTILE) expect(plain(plain(text))).toBe(plain(text));
  });

  it('finds no meaning in any mix of signs, and is steady', () => {
    const signs = fc.constantFrom(
      ...[
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '#',
        '-',
        '+',
        '=',
        '|',
        '\\',
        '&',
        ';',
        ':',
        '/',
        '.',
        '{',
        '@',
        '\n',
      ],
      ...[
        ' ',
        '1',
        'a',
        'å',
        'at',
        'https://x.se',
        'www.a.se',
        '&lt;',
        '\t',
        '    ',
        '~~',
        '**',
        '](',
        'lt;',
      ],
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (parts) => {
        const made = plain(parts.join(''));
        expect(meanings(made)).toEqual([]);
        expect(plain(made)).toBe(made);
      }),
      { numRuns: 5_000, seed: 20260303 },
    );
  });
});

describe('a text made to take long', () => {
  /** In proportion to its length it takes a few ms; in proportion to the square of that, a quarter of a minute. */
  const LONG = 100_000;
  it.each([
    ['tabs', `*${'\t'.repeat(LONG)}x`],
    ['blanks', `*${' '.repeat(LONG)}x`],
    ['line breaks', `*${'\n'.repeat(LONG)}x`],
    ['blanks between line breaks', `*${'\n \t'.repeat(LONG / 3)}x`],
    ['signs that begin something', '[<&{_~*`\\'.repeat(LONG / 9)],
    ['digits', '1.'.repeat(LONG / 2)],
  ])('takes no longer than another: %s', (_what, text) => {
    const before = process.cpuUsage();
    plain(text);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
