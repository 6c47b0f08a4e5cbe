import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, SETTINGS } from '../../bot/config.ts';
import { parseCommandLine as logWords } from '../../bot/logCli/commandLine.ts';
import { ROWS_USAGE as rowsUsage } from '../../bot/municipality/rowsCommand.ts';
import { USAGE as anonymiseUsage } from '../../infra/anonymise/run.ts';
import { parseCommandLine as importWords } from '../../infra/import/commandLine.ts';
import { parseCommandLine as organisationWords } from '../../infra/organisation/commandLine.ts';
import { parseCommandLine as provisionWords } from '../../infra/provision/commandLine.ts';
import { INFRA } from './bicep/readBicep.ts';

const guide = readFileSync(join(INFRA, '../docs/operations.md'), 'utf8');

const { scripts } = JSON.parse(readFileSync(join(INFRA, '../package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** A line of the guide as the program gets it: without comment and redirection, with something where one fills in. */
const wordsOf = (line: string): string[] =>
  line
    .replace(/\s(?:#|>>|\|).*$/, '')
    .replaceAll('<texten>', `12:${'a'.repeat(64)}`)
    .replace(/<GRAPH_APP_ID>|<gruppens objekt-id>/g, '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a01')
    .replace(/<[^>]*>|\$\([^)]*\)/g, 'x')
    .split(/\s+/)
    .filter(Boolean);

/** Commands that check their words as they run. */
const takes =
  (...known: readonly string[]) =>
  (words: readonly string[]): void => {
    for (const word of words) if (word.startsWith('--') && !known.includes(word)) throw new Error(word);
  };
const PROGRAMS: Readonly<Record<string, (words: string[]) => unknown>> = {
  provision: provisionWords,
  import: importWords,
  organisation: organisationWords,
  log: logWords,
  anonymise: takes(...(anonymiseUsage.match(/--[a-z-]+/g) ?? [])),
  package: takes('--env', '--out'),
  rows: (words) => expect([words, rowsUsage]).toEqual([['rebuild'], expect.stringContaining('-- rebuild')]),
};

/** Text of a chapter, by the beginning of its heading. */
function chapter(heading: string): string {
  const [, text] = guide.split(`\n## ${heading}`);
  if (text === undefined) throw new Error(`The guide has no chapter "${heading}"`);
  return text.split('\n## ', 1)[0] ?? '';
}

/** First cells of a table's rows, without the code marks. */
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name);

describe('the operations guide', () => {
  it('explains every setting of the server, and none that it does not have', () =>
    expect(firstCells(chapter('9. ')).sort()).toEqual(Object.keys(SETTINGS).sort()));

  it('says which settings the server refuses to start without', () => {
    const unset = readConfig({});
    const needed = 'problems' in unset ? unset.problems.map(({ name }) => name) : [];
    const said = [...chapter('9. ').matchAll(/^\| `([A-Z_]+)` \| ja \|/gm)].map(([, name = '']) => name);
    expect(said.sort()).toEqual(needed.sort());
  });

  it('shows commands that their programs take, in words that they know', () => {
    const shown = [...guide.matchAll(/npm run (\w+)(?: --silent)?(?: -- ([^\n`]*))?/g)];
    expect(shown.length).toBeGreaterThan(15);
    const wrong = shown.flatMap(([text, name = '', rest = '']) => {
      const parse = PROGRAMS[name];
      try {
        parse?.(wordsOf(rest));
        return parse && name in scripts ? [] : [text];
      } catch (error) {
        return [`${text}: ${String(error)}`];
      }
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(PROGRAMS).filter((name) => !shown.some(([, one]) => one === name))).toEqual([]);
  });

  it('says what each warning and error in the server’s log means', () => {
    const root = join(INFRA, '..');
    const said = globSync('bot/**/*.ts', { cwd: root, exclude: ['bot/local/**'] }).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\b(?:report|log)\.(?:error|warn)\(/g)].flatMap(
        ({ index, input }) => {
          const [call = ''] = input.slice(index).split(/\);|\),\n/, 1);
          return [...call.matchAll(/'([a-z][^'\n]* [^'\n]*)'/g)].map(([, line = '']) => line);
        },
      ),
    );
    expect(new Set(said).size).toBeGreaterThan(20);
    expect(said.filter((line) => !chapter('14. ').includes(`\`${line}\``))).toEqual([]);
  });

  it('names parameters that the template has', () => {
    const template = readFileSync(join(INFRA, 'azure.bicep'), 'utf8');
    const known = [...template.matchAll(/^param (\w+)/gm)].map(([, name = '']) => name);
    const named = guide
      .split('\n')
      .filter((line) => /paramet/.test(line))
      .flatMap((line) => [...line.matchAll(/`([a-z]+[A-Z]\w*)`/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('says where every value of the environment file comes from', () => {
    const names = Object.keys(parseEnv(readFileSync(join(INFRA, 'env/.env.example'), 'utf8')));
    const explained: string[] = chapter('5. ').match(/`[A-Z_]+`/g) ?? [];
    expect(names.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });

  it('has a list of contents that leads somewhere', () => {
    const slugs = [...guide.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug = '']) => slug);
    expect(links.length).toBeGreaterThan(17);
    expect(links.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  it('gives the server two sites and people, and never all sites', () => {
    const commands = [...chapter('6. ').matchAll(/```powershell\n([\s\S]*?)```/g)]
      .map(([, code]) => code)
      .join('\n');
    expect(commands).toContain("foreach ($name in 'Sites.Selected', 'User.Read.All')");
    expect(commands).toContain("roles = @('write')");
    expect(commands).not.toContain('Sites.ReadWrite.All');
  });

  it.each([
    '11. Säkerhetskopia',
    '12. Uppgradering',
    '13. Nycklar',
    '14. Incident',
    '15. Bevara',
    '16. Personuppgifter',
  ])('has something to say under %s', (heading) => expect(chapter(heading).length).toBeGreaterThan(600));

  it('says plainly what nobody has run', () => {
    for (const part of [
      'bicep build',
      'what-if',
      'Toolkit',
      'Containern',
      'PowerShell',
      'SharePoint, Entra, Teams',
    ])
      expect(chapter('17. ')).toContain(part);
  });
});
