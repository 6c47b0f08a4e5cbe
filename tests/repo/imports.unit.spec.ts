import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { committedFiles, ROOT, readRepoFile } from './files.ts';
import {
  importRules,
  NOTHING_IMPORTS_LOCAL,
  NOTHING_IMPORTS_TESTS,
  PLATFORMS_HAVE_ONE_HOME,
} from './lint/importRules.ts';
import { AREAS } from './lint/importTable.ts';
import { type Finding, lintSources } from './lint/lintSources.ts';

/** [file that imports, what it imports, words of the answer]: the fences of the house, written out one by one. */
const FORBIDDEN: readonly (readonly [string, string, string])[] = [
  ['domain/benefits/a.ts', '../../bot/app/handle.ts', 'domain imports only itself'],
  ['domain/benefits/b.ts', '../../tab/src/main.tsx', 'domain imports only itself'],
  ['domain/benefits/c.ts', 'node:fs', 'domain imports only itself and zod'],
  ['domain/benefits/d.ts', 'luxon', 'domain imports only itself and zod'],
  ['domain/benefits/e.ts', 'botbuilder', 'domain imports only itself and zod'],
  ['domain/benefits/f.ts', '../../tests/domain/builders.ts', NOTHING_IMPORTS_TESTS],
  ['bot/app/a.ts', '../adapters/sqlite/eventLog.ts', 'declare a port in bot/app/ports'],
  ['bot/app/b.ts', 'node:sqlite', 'bot/app knows no SDK'],
  ['bot/app/c.ts', '../cards/welcome.ts', 'bot/app imports only domain'],
  ['bot/app/ports/d.ts', '../../teams/messenger.ts', 'bot/app imports only domain'],
  ['bot/app/e.ts', 'botbuilder', 'bot/app knows no SDK'],
  ['bot/cards/a.ts', '../handlers/propose.ts', 'put what the card needs in its view model'],
  ['bot/cards/b.ts', '../api/routes.ts', 'put what the card needs in its view model'],
  ['bot/cards/c.ts', 'adaptivecards', 'A card is plain JSON'],
  ['bot/handlers/a.ts', '../adapters/sqlite/eventLog.ts', 'take the rest as a dependency'],
  ['bot/handlers/b.ts', '../teams/adapter.ts', 'take the rest as a dependency'],
  ['bot/handlers/c.ts', 'botbuilder', PLATFORMS_HAVE_ONE_HOME],
  ['bot/handlers/d.ts', 'botframework-connector/lib/auth', PLATFORMS_HAVE_ONE_HOME],
  ['bot/handlers/e.ts', '../config.ts', 'take the rest as a dependency'],
  ['bot/api/a.ts', 'botbuilder', PLATFORMS_HAVE_ONE_HOME],
  ['bot/api/b.ts', '@microsoft/microsoft-graph-client', PLATFORMS_HAVE_ONE_HOME],
  ['bot/api/c.ts', '../handlers/propose.ts', 'a command or query of bot/app'],
  ['bot/teams/a.ts', '../adapters/sqlite/deliveries.ts', 'bot/index.ts passes the handlers in'],
  ['bot/teams/b.ts', '../handlers/propose.ts', 'bot/index.ts passes the handlers in'],
  ['bot/teams/c.ts', 'restify', PLATFORMS_HAVE_ONE_HOME],
  ['bot/adapters/sqlite/a.ts', '../../handlers/propose.ts', 'an adapter knows nobody else'],
  ['bot/adapters/sqlite/b.ts', 'botbuilder', PLATFORMS_HAVE_ONE_HOME],
  ['bot/adapters/sqlite/c.ts', 'restify', PLATFORMS_HAVE_ONE_HOME],
  ['bot/reminders/a.ts', '../teams/messenger.ts', 'take the rest as a dependency'],
  ['bot/config.ts', './app/handle.ts', 'only describes and checks settings'],
  ['bot/index.ts', './local/personas.ts', NOTHING_IMPORTS_LOCAL],
  ['bot/index.ts', '../tab/vite.config.ts', 'move what both need to domain'],
  ['bot/teams/d.ts', '../local/personas.ts', NOTHING_IMPORTS_LOCAL],
  ['bot/app/f.ts', '../local/personas.ts', NOTHING_IMPORTS_LOCAL],
  ['bot/local/a.ts', 'botbuilder', PLATFORMS_HAVE_ONE_HOME],
  ['bot/local/b.ts', '../../tests/domain/builders.ts', NOTHING_IMPORTS_TESTS],
  ['bot/index.ts', '@microsoft/microsoft-graph-client', PLATFORMS_HAVE_ONE_HOME],
  ['tab/src/pages/a.tsx', '../../../bot/api/contract.ts', 'tab never imports the bot'],
  ['tab/src/pages/b.tsx', 'node:fs', PLATFORMS_HAVE_ONE_HOME],
  ['tab/src/pages/c.tsx', '../../../tests/tab/builders.ts', NOTHING_IMPORTS_TESTS],
  ['tab/vite.config.ts', '../bot/config.ts', 'tab never imports the bot'],
  ['infra/a.ts', '../bot/app/handle.ts', 'infra imports only the list schema'],
  ['infra/b.ts', '../domain/initiatives/decide.ts', 'infra imports only the list schema'],
  ['manifest/a.ts', '../domain/initiatives/decide.ts', 'manifest imports nothing'],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ['domain/benefits/a.ts', '../initiatives/initiative.ts'],
  ['domain/benefits/b.ts', './cashFlow.ts'],
  ['domain/benefits/c.ts', 'zod'],
  ['bot/app/a.ts', '../../domain/initiatives/decide.ts'],
  ['bot/app/b.ts', './ports/index.ts'],
  ['bot/app/views/c.ts', '../casebook.ts'],
  ['bot/cards/a.ts', '../app/ports/messenger.ts'],
  ['bot/cards/b.ts', '../texts/texts.ts'],
  ['bot/handlers/a.ts', '../cards/welcome.ts'],
  ['bot/handlers/follow/b.ts', '../../../domain/reminders/due.ts'],
  ['bot/api/a.ts', 'restify'],
  ['bot/teams/a.ts', 'botbuilder'],
  ['bot/adapters/sharepoint/a.ts', '@microsoft/microsoft-graph-client'],
  ['bot/adapters/sqlite/b.ts', 'node:sqlite'],
  ['bot/index.ts', './teams/adapter.ts'],
  ['bot/index.ts', './config.ts'],
  ['bot/index.ts', 'restify'],
  ['bot/log.ts', './adapters/sqlite/eventLog.ts'],
  ['bot/local/a.ts', '../index.ts'],
  ['bot/local/b.ts', '../adapters/sqlite/eventLog.ts'],
  ['tab/src/pages/a.tsx', '../../../domain/benefits/calculate.ts'],
  ['tab/src/pages/b.tsx', '@fluentui/react-components'],
  ['tab/vite.config.ts', 'node:zlib'],
  ['infra/a.ts', '../bot/adapters/sharepoint/schema.ts'],
  ['tests/bot/a.ts', '../../bot/local/personas.ts'],
];

describe('the import table', () => {
  it('is what the linter reads', () => {
    // Differs? Run: npm run rules
    expect(JSON.parse(readRepoFile('tests/repo/lint/importRules.json'))).toEqual(importRules());
  });

  it('names every folder of the bot', () => {
    const folders = readdirSync(join(ROOT, 'bot'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'bootstrap')
      .map((entry) => `bot/${entry.name}`);
    const named = AREAS.map((area) => area.name);
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
  });

  it('cannot be confused by a folder that bears the name of another area', () => {
    const names = AREAS.filter((area) => /^bot\/[a-z]+$/.test(area.name)).map((area) => area.name.slice(4));
    const inside = committedFiles()
      .filter((path) => /^bot\/(?!local\/).*\.ts$/.test(path))
      .flatMap((path) => path.split('/').slice(2, -1));
    expect(inside.filter((folder) => names.includes(folder))).toEqual([]);
  });
});

describe('import rules', () => {
  const forbidden = sourcesOf(FORBIDDEN);
  const allowed = sourcesOf(ALLOWED);
  let inForbidden: readonly Finding[] = [];
  let inAllowed: readonly Finding[] = [];

  beforeAll(() => {
    inForbidden = lintSources(forbidden.sources).filter(isImportFinding);
    inAllowed = lintSources(allowed.sources).filter(isImportFinding);
  });

  it.each(FORBIDDEN)('%s may not import %s', (path, target, answer) => {
    const line = forbidden.lineOf(path, target);
    const messages = inForbidden.filter((found) => found.path === path && found.line === line);
    expect(messages.map((found) => found.message)).toEqual([expect.stringContaining(answer)]);
  });

  it.each(ALLOWED)('%s may import %s', (path, target) => {
    const line = allowed.lineOf(path, target);
    expect(inAllowed.filter((found) => found.path === path && found.line === line)).toEqual([]);
  });
});

function isImportFinding(finding: Finding): boolean {
  return finding.rule === 'noRestrictedImports';
}

/** One made-up file per path, with one import a line, so that a finding can be traced to its row. */
function sourcesOf(rows: readonly (readonly [string, string, ...string[]])[]) {
  const lines: Record<string, string[]> = {};
  for (const [path, target] of rows) {
    lines[path] ??= [];
    lines[path].push(target);
  }
  const sources = Object.fromEntries(
    Object.entries(lines).map(([path, targets]) => [
      path,
      targets.map((target) => `import '${target}';`).join('\n'),
    ]),
  );
  return { sources, lineOf: (path: string, target: string) => (lines[path]?.indexOf(target) ?? -1) + 1 };
}
