import type { Persona } from './personas.ts';
import type { Playground } from './playground.ts';

/** What is printed when everything runs: where to go, as whom, and what to try. */
export function guide(
  server: string,
  playgrounds: readonly Playground[],
  personas: readonly Persona[],
): string {
  const width = Math.max(...[...personas, ANYBODY].map(({ name }) => name.length));
  return [
    '',
    'Färdplan körs. Avsluta med Ctrl-C.',
    ...chats(playgrounds, width),
    '',
    'Fliken (samma uppgifter i webbläsaren):',
    ...personas.map((persona) => row(persona, tabLink(server, persona), width)),
    row(ANYBODY, `${server}/tab/`, width),
    ...tryThis(playgrounds.length > 0),
    '',
    `In English: ${playgrounds.length > 0 ? 'open the chats, write "hello"; to change language, write "language".' : 'open a tab link.'}`,
    '',
  ].join('\n');
}

const tabLink = (server: string, { id }: Pick<Persona, 'id'>): string => `${server}/tab/?persona=${id}`;

function chats(playgrounds: readonly Playground[], width: number): string[] {
  if (playgrounds.length === 0) return [];
  return [
    '',
    'Chatten, ett fönster per person. Öppna alla först: den som inte har öppnat sitt får inga meddelanden.',
    ...playgrounds.flatMap(({ persona, url }) => [row(persona, url, width), `      ${persona.tryThis}`]),
  ];
}

/** The tab lets one choose among the people of Ekhamra. */
const ANYBODY = { name: 'Vem som helst' };

/** Names and links in two columns. */
const row = ({ name }: Pick<Persona, 'name'>, link: string, width: number): string =>
  `  ${name.padEnd(width)}  ${link}`;

const tryThis = (withChats: boolean): string[] =>
  withChats
    ? [
        '',
        'Prova så här:',
        '  1. Skriv "hej" som undersköterskan och föreslå: Vi letar efter hjälpmedel som ingen vet var de är.',
        '  2. Läs kortet som enhetschefen får, och godkänn.',
        '  3. Se att undersköterskan får besked, och att ärendet finns i fliken.',
        '  4. Skriv "följ upp" som coachen och lämna en uppföljning.',
      ]
    : [];
