import type { z } from 'zod';
import { type Environment, graphConfigOf, productionSchema, SETTINGS } from '../config.ts';
import { type ConfigProblem, unsafeIn } from '../configChecks.ts';
import type { GraphConfig } from './graph.ts';

const STORE = {
  FARDPLAN_TENANT_ID: true,
  FARDPLAN_LOG_SITE_ID: true,
  FARDPLAN_GRAPH_APP_ID: true,
  FARDPLAN_GRAPH_IDENTITY: true,
  FARDPLAN_GRAPH_SECRET: true,
  FARDPLAN_GRAPH_CERTIFICATE: true,
  FARDPLAN_GRAPH_ROOT: true,
  FARDPLAN_AUTHORITY_HOST: true,
} as const;
/** What it takes to reach the municipality's closed site: the same settings as the server's, fewer of them. */
const storeSchema = productionSchema.pick(STORE);
/** And to write the readable lists. */
const rowsSchema = productionSchema.pick({
  ...STORE,
  FARDPLAN_PORTFOLIO_SITE_ID: true,
  FARDPLAN_LANGUAGE: true,
});

const CHECKED_WITH_THEM = ['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_OPTIONS'];
/** Any of these says that somebody means the municipality's own store. */
const TELLING = ['FARDPLAN_LOG_SITE_ID', 'FARDPLAN_TENANT_ID', 'FARDPLAN_GRAPH_APP_ID'];

export type StoreSettings = GraphConfig & { readonly site: string };

export type RowsSettings = GraphConfig & {
  readonly sites: { readonly log: string; readonly portfolio: string };
  readonly language: 'sv' | 'en';
};

/** The settings a command needs are incomplete or unsafe; the message lists them all and repeats no value. */
export class StoreSettingsIncomplete extends Error {
  readonly code = 'store-settings-incomplete';
}

/**
 * Where a command finds the municipality's store, from the environment; undefined when nothing there speaks of one.
 * @throws StoreSettingsIncomplete with every setting that is missing, wrong or unsafe.
 */
export function readStoreSettings(environment: Environment): StoreSettings | undefined {
  if (!TELLING.some((name) => environment[name]?.trim())) return undefined;
  const read = checked(storeSchema, environment);
  return { ...graphConfigOf(read), site: read.FARDPLAN_LOG_SITE_ID };
}

/** Both sites and the language of the lists. @throws StoreSettingsIncomplete */
export function readRowsSettings(environment: Environment): RowsSettings {
  const read = checked(rowsSchema, environment);
  const {
    FARDPLAN_LOG_SITE_ID: log,
    FARDPLAN_PORTFOLIO_SITE_ID: portfolio,
    FARDPLAN_LANGUAGE: language,
  } = read;
  return { ...graphConfigOf(read), sites: { log, portfolio }, language };
}

function checked<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: Environment,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const env = Object.fromEntries(
    [...names, ...CHECKED_WITH_THEM].map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = schema.safeParse(env);
  const unreadable = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path: [name] }): ConfigProblem => ({
          name: String(name),
          problem: env[String(name)] ? 'wrong' : 'missing',
          meaning: SETTINGS[String(name)] ?? '',
        }),
      );
  const meanings = Object.fromEntries(names.map((name) => [name, SETTINGS[name] ?? '']));
  const said = new Set(unreadable.map(({ name }) => name));
  const problems = [...unreadable, ...unsafeIn(env, meanings).filter(({ name }) => !said.has(name))];
  if (!parsed.success || problems.length > 0)
    throw new StoreSettingsIncomplete(
      problems.map(({ name, problem, meaning }) => `${name} (${problem}): ${meaning}`).join('\n'),
    );
  return parsed.data;
}
