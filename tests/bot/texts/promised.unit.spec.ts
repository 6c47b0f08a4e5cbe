import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { guide } from '../../../bot/local/guide.ts';
import { PERSONAS } from '../../../bot/local/personas.ts';
import { type CommandName, matchCommand } from '../../../bot/texts/matchCommand.ts';
import { ENGLISH, SWEDISH } from './keys.ts';

/** Every sentence we tell people to write must do what we say it does, in both languages. */
const HELP: Readonly<Record<string, CommandName>> = {
  propose: 'propose',
  show: 'show',
  search: 'search',
  department: 'department',
  coach: 'coach',
  buy: 'buy',
  'follow-up': 'followUp',
  weekly: 'weekly',
  link: 'link',
  substitute: 'substitute',
};

const LANGUAGES = [
  ['Swedish', SWEDISH],
  ['English', ENGLISH],
] as const;

/** What stands between quotation marks after "skriv" or "write", without the mention that Teams takes away. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/\b(?:skriv|skriv till|write)\s+[”“"]([^”“"]+)[”“"]/giu)].map(([, said = '']) =>
    said.replace('@Färdplan', '').trim(),
  );

describe.each(LANGUAGES)('the %s texts', (_name, texts) => {
  it.each(Object.entries(HELP))('help with %s means it', (name, command) => {
    const said = texts
      .get(`cards.help.${name}.say`)
      ?.replace('{{number}}', 'VOF-2026-0012')
      .replace(/\{\{\w+\}\}/, 'Kultur- och fritidsförvaltningen');
    expect(matchCommand(said ?? '')?.command).toBe(command);
  });

  it('offer no example that is not tried here', () => {
    const offered = [...texts.keys()].flatMap((key) => /^cards\.help\.(.+)\.say$/.exec(key)?.[1] ?? []);
    expect(offered.sort()).toEqual(Object.keys(HELP).sort());
  });

  it('tell people to write commands only', () => {
    const told = [...texts.values()].flatMap(quoted);
    expect(told.length).toBeGreaterThan(6);
    expect(told.filter((phrase) => matchCommand(phrase) === undefined)).toEqual([]);
  });

  it('list commands that are commands', () => {
    const listed = [...texts].filter(([key]) => /^commands\.list\..+\.title$/.test(key));
    expect(listed.length).toBeGreaterThan(3);
    expect(listed.filter(([, title]) => matchCommand(title) === undefined)).toEqual([]);
  });
});

describe('what is said before the first chat', () => {
  const readme = readFileSync(resolve(__dirname, '../../../README.md'), 'utf8');

  it('in the guide and beside each person is understood', () => {
    const told = quoted(
      `${guide('http://127.0.0.1', [], PERSONAS)}\n${PERSONAS.map((one) => one.tryThis).join('\n')}`,
    );
    expect(told).toContain('hej');
    expect(told.filter((phrase) => matchCommand(phrase) === undefined)).toEqual([]);
  });

  it('in the README is understood', () => {
    const said = [...readme.matchAll(/”([^”]+)”/g)].map(([, phrase = '']) =>
      phrase.replace('@Färdplan', '').trim(),
    );
    expect(said.length).toBeGreaterThan(4);
    expect(
      said.filter((phrase) => matchCommand(phrase.replace(' …', ' bättre scheman')) === undefined),
    ).toEqual([]);
  });
});
