/**
 * Who may import whom: the table behind the import rules, one row per folder of the house.
 * `tests/repo/lint/importRules.json` is made from it (`npm run rules`) and is what Biome reads.
 * Source: docs/adr/0004-pure-domain.md and docs/adr/0006-platforms-at-arms-length.md
 */
export interface Area {
  /** Folder or file at the root of the repository, without a slash at the end. */
  readonly name: string;
  /** Areas it may import besides itself; `bot` stands for every part of the bot except bot/local. */
  readonly mayImport: readonly string[];
  /** Platforms it may know; all others are refused. */
  readonly platforms: readonly Platform[];
  /** When given, these packages and no others. */
  readonly onlyPackages?: readonly string[];
  /** What to do instead, said when the table is broken. */
  readonly instead: string;
  /** The same for packages outside `onlyPackages`. */
  readonly insteadOfPackages?: string;
}

export type Platform = keyof typeof PLATFORMS;

/** Package names (gitignore patterns) that belong to one platform. */
export const PLATFORMS = {
  teams: ['botbuilder', 'botbuilder-*', 'botframework-*'],
  http: ['restify', 'restify-*'],
  graph: ['@microsoft/microsoft-graph-client'],
  database: ['node:sqlite'],
  telemetry: ['@opentelemetry/*'],
  node: ['node:*'],
  browser: ['react', 'react-*', '@fluentui/*', '@tanstack/*', '@microsoft/teams-js'],
} as const;

export const AREAS: readonly Area[] = [
  {
    name: 'domain',
    mayImport: [],
    platforms: [],
    onlyPackages: ['zod'],
    instead:
      'domain imports only itself: let the value arrive in the command, or give back data that others act on.',
    insteadOfPackages:
      'domain imports only itself and zod: pass what the package gives as a value or a function.',
  },
  {
    name: 'bot/app',
    mayImport: ['domain'],
    platforms: [],
    onlyPackages: ['zod', 'node:crypto'],
    instead:
      'bot/app imports only domain: declare a port in bot/app/ports and let bot/index.ts pass in what fulfils it.',
    insteadOfPackages:
      'bot/app knows no SDK and does no I/O: declare a port in bot/app/ports and write it in bot/adapters.',
  },
  {
    name: 'bot/texts',
    mayImport: ['domain'],
    platforms: ['node'],
    instead: 'bot/texts imports only domain: a text does not know who shows it.',
  },
  {
    name: 'bot/cards',
    mayImport: ['domain', 'bot/app', 'bot/texts'],
    platforms: [],
    onlyPackages: ['zod'],
    instead:
      'bot/cards imports bot/app, bot/texts and domain: let the handler put what the card needs in its view model.',
    insteadOfPackages:
      'A card is plain JSON from a pure function: let the handler pass in what the package gives.',
  },
  {
    name: 'bot/handlers',
    mayImport: ['domain', 'bot/app', 'bot/cards', 'bot/texts'],
    platforms: ['node'],
    instead: 'bot/handlers imports bot/app, bot/cards, bot/texts and domain: take the rest as a dependency.',
  },
  {
    name: 'bot/reminders',
    mayImport: ['domain', 'bot/app', 'bot/cards', 'bot/texts'],
    platforms: ['node'],
    instead: 'bot/reminders imports bot/app, bot/cards, bot/texts and domain: take the rest as a dependency.',
  },
  {
    name: 'bot/reports',
    mayImport: ['domain', 'bot/app', 'bot/texts'],
    platforms: ['node'],
    instead: 'bot/reports imports bot/app, bot/texts and domain: take the rest as a dependency.',
  },
  {
    name: 'bot/api',
    mayImport: ['domain', 'bot/app', 'bot/texts'],
    platforms: ['http', 'node'],
    instead:
      'bot/api imports bot/app, bot/texts and domain: turn the request into a command or query of bot/app.',
  },
  {
    name: 'bot/teams',
    mayImport: ['domain', 'bot/app', 'bot/texts'],
    platforms: ['teams', 'node'],
    instead: 'bot/teams imports bot/app, bot/texts and domain: bot/index.ts passes the handlers in.',
  },
  {
    name: 'bot/adapters',
    mayImport: ['domain', 'bot/app'],
    platforms: ['graph', 'database', 'node'],
    instead:
      'bot/adapters imports the ports of bot/app, and domain: an adapter knows nobody else in the bot.',
  },
  {
    name: 'bot/logCli',
    mayImport: ['domain', 'bot/app', 'bot/adapters'],
    platforms: ['node'],
    instead: 'bot/logCli looks at the log through the adapters: bot/municipality opens the store for it.',
  },
  {
    name: 'bot/telemetry',
    mayImport: ['bot/app'],
    platforms: ['telemetry', 'node'],
    instead: 'bot/telemetry stands around the others and knows only the ports of bot/app.',
  },
  {
    name: 'bot/municipality',
    mayImport: ['domain', 'bot', 'bot/config.ts', 'bot/*.ts'],
    platforms: ['http', 'node'],
    instead: 'bot/municipality puts the parts together for a real tenant; no part knows it.',
  },
  {
    name: 'bot/config.ts',
    mayImport: ['domain', 'bot/*.ts'],
    platforms: ['node'],
    instead:
      'bot/config.ts only describes and checks settings: bot/index.ts passes each part the ones it needs.',
  },
  {
    name: 'bot/*.ts',
    mayImport: ['domain', 'bot', 'bot/config.ts'],
    platforms: ['http', 'node'],
    instead: 'The bot imports nothing from tab, manifest or infra: move what both need to domain.',
  },
  {
    name: 'bot/local',
    mayImport: ['domain', 'bot', 'bot/config.ts', 'bot/*.ts'],
    platforms: ['node'],
    instead: 'The bot imports nothing from tab, manifest or infra: move what both need to domain.',
  },
  {
    name: 'tab',
    mayImport: ['domain'],
    platforms: ['browser'],
    instead: 'tab never imports the bot: call its API, or move the rule to domain.',
  },
  {
    // How the tab is built, run by Node.
    name: 'tab/*.ts',
    mayImport: ['domain', 'tab'],
    platforms: ['browser', 'node'],
    instead: 'tab never imports the bot: call its API, or move the rule to domain.',
  },
  {
    name: 'infra',
    mayImport: ['bot/adapters/sharepoint', 'bot/municipality'],
    platforms: ['graph', 'node'],
    instead:
      'infra imports only the list schema in bot/adapters/sharepoint, and the words for trouble in bot/municipality.',
  },
  {
    // A command of its own that fills the house through its one door.
    name: 'infra/import',
    mayImport: ['domain', 'bot', 'bot/config.ts', 'bot/*.ts'],
    platforms: ['node'],
    instead: 'infra/import fills the house through `handle` and asks nobody else in infra.',
  },
  {
    // The same for units and roles; what it needs of Excel it shares with the import.
    name: 'infra/organisation',
    mayImport: ['domain', 'bot', 'bot/config.ts', 'bot/*.ts', 'infra/import'],
    platforms: ['node'],
    instead:
      'infra/organisation changes the organisation by its commands, and shares only Excel with infra/import.',
  },
  {
    name: 'infra/anonymise',
    mayImport: ['domain', 'bot', 'bot/config.ts', 'bot/*.ts', 'infra/import'],
    platforms: ['node'],
    instead: 'infra/anonymise gives one order, and shares with infra/import only where and in whose name.',
  },
  {
    name: 'manifest',
    mayImport: [],
    platforms: ['node'],
    instead: 'manifest imports nothing: it is what is handed to Teams.',
  },
];
