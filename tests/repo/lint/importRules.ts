import { AREAS, type Area, PLATFORMS, type Platform } from './importTable.ts';

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

export const NOTHING_IMPORTS_TESTS = 'Nothing imports tests: move what both need to the folder that owns it.';
export const NOTHING_IMPORTS_LOCAL =
  'Production must not reach bot/local: move what both need out of it, and let bot/local import that.';
export const PLATFORMS_HAVE_ONE_HOME =
  'Each platform is known by one folder: botbuilder by bot/teams, restify by bot/api and the server start, ' +
  'the Graph client and node:sqlite by bot/adapters, React and teams-js by tab. Use a port of bot/app instead.';

/**
 * The Biome settings that enforce the import table: one override per area.
 * Biome compares the text of an import, not the file it leads to, so a rule says which folder names may stand
 * after `../`; that is why no folder inside an area may bear the name of another area.
 */
export function importRules() {
  return {
    $schema: '../../../node_modules/@biomejs/biome/configuration_schema.json',
    overrides: [...AREAS].sort(generalFirst).map((area) => ({
      includes: [isFile(area.name) ? area.name : `${area.name}/**`],
      linter: {
        rules: {
          style: { noRestrictedImports: { level: 'error', options: { patterns: patternsOf(area) } } },
        },
      },
    })),
  };
}

/** Biome takes the last override that fits: folders first, then the files at their root, then single files. */
function generalFirst(one: Area, other: Area): number {
  const rank = ({ name }: Area) => (isFile(name) ? 1 : 0) + (isFile(name) && !name.includes('*') ? 1 : 0);
  return rank(one) - rank(other);
}

function patternsOf(area: Area): Pattern[] {
  const patterns: Pattern[] = [folders(area)];
  if (isInBot(area.name) && area.name !== 'bot/local') {
    patterns.push({ group: ['../**/local/**', './local/**'], message: NOTHING_IMPORTS_LOCAL });
  }
  patterns.push({ group: ['../**/tests/**'], message: NOTHING_IMPORTS_TESTS }, packages(area));
  return patterns;
}

function folders(area: Area): Pattern {
  const denied = AREAS.filter(
    (other) => other !== area && other.name !== 'bot/local' && !allows(area, other.name),
  );
  const group = new Set(denied.flatMap((other) => waysTo(area, other.name)));
  const allowed = area.mayImport
    .filter((name) => name !== 'bot' && !isFile(name))
    .map((name) => exact(area, name));
  return { group: [...group, ...allowed.map((way) => `!${way}`)], message: area.instead };
}

function allows(area: Area, name: string): boolean {
  const partOfBot = isInBot(name) && !isFile(name);
  return area.mayImport.includes(name) || (partOfBot && area.mayImport.includes('bot'));
}

/** How an import of `target` may be written inside `area`. From outside, the bot is one house with one door. */
function waysTo(area: Area, target: string): string[] {
  if (isInBot(target) && !isInBot(area.name)) return ['../**/bot/**'];
  // bot/index.ts cannot be told from a folder's own index.ts; whoever imports it makes a cycle and is caught there.
  if (target === 'bot/*.ts') return [exact(area, 'bot/log.ts')];
  if (target === 'tab/*.ts') return [];
  return [exact(area, target)];
}

function exact(area: Area, target: string): string {
  const neighbours = isInBot(area.name) && isInBot(target);
  const written = neighbours ? target.slice('bot/'.length) : target;
  const way = isFile(target) ? written : `${written}/**`;
  return neighbours && isFile(area.name) ? `./${way}` : `../**/${way}`;
}

function packages(area: Area): Pattern {
  if (area.onlyPackages) {
    const names = area.onlyPackages.flatMap((name) => [`!${name}`, `!${name}/**`]);
    return {
      group: ['*', '**', ...names, '!./**', '!../**'],
      message: area.insteadOfPackages ?? area.instead,
    };
  }
  const platforms = Object.keys(PLATFORMS) as Platform[];
  const denied = platforms.filter((platform) => !area.platforms.includes(platform));
  return {
    group: denied.flatMap((platform) => PLATFORMS[platform].flatMap((name) => [name, `${name}/**`])),
    message: PLATFORMS_HAVE_ONE_HOME,
  };
}

function isFile(name: string): boolean {
  return name.endsWith('.ts');
}

function isInBot(name: string): boolean {
  return name.startsWith('bot/');
}
