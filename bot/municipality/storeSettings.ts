import { type Environment, graphConfigOf, productionSchema, SETTINGS } from '../config.ts';
import { type ConfigProblem, unsafeIn } from '../configChecks.ts';
import type { GraphConfig } from './graph.ts';

/** What it takes to reach the municipality's closed site: the same settings as the server's, fewer of them. */
const schema = productionSchema.pick({
  FARDPLAN_TENANT_ID: true,
  FARDPLAN_LOG_SITE_ID: true,
  FARDPLAN_GRAPH_APP_ID: true,
  FARDPLAN_GRAPH_IDENTITY: true,
  FARDPLAN_GRAPH_SECRET: true,
  FARDPLAN_GRAPH_CERTIFICATE: true,
  FARDPLAN_GRAPH_ROOT: true,
  FARDPLAN_AUTHORITY_HOST: true,
});

const NAMES = Object.keys(schema.shape);
const CHECKED_WITH_THEM = ['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_OPTIONS'];
/** Any of these says that somebody means the municipality's own store. */
const TELLING = ['FARDPLAN_LOG_SITE_ID', 'FARDPLAN_TENANT_ID', 'FARDPLAN_GRAPH_APP_ID'];

export type StoreSettings = GraphConfig & { readonly site: string };

/** The settings a command needs are incomplete or unsafe; the message lists them all and repeats no value. */
export class StoreSettingsIncomplete extends Error {
  readonly code = 'store-settings-incomplete';
}

/**
 * Where a command finds the municipality's store, from the environment; undefined when nothing there speaks of one.
 * @throws StoreSettingsIncomplete with every setting that is missing, wrong or unsafe.
 */
export function readStoreSettings(environment: Environment): StoreSettings | undefined {
  const known = [...NAMES, ...CHECKED_WITH_THEM];
  const env = Object.fromEntries(known.map((name) => [name, environment[name]?.trim() || undefined]));
  if (!TELLING.some((name) => env[name])) return undefined;
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
  const meanings = Object.fromEntries(NAMES.map((name) => [name, SETTINGS[name] ?? '']));
  const said = new Set(unreadable.map(({ name }) => name));
  const problems = [...unreadable, ...unsafeIn(env, meanings).filter(({ name }) => !said.has(name))];
  if (!parsed.success || problems.length > 0)
    throw new StoreSettingsIncomplete(
      problems.map(({ name, problem, meaning }) => `${name} (${problem}): ${meaning}`).join('\n'),
    );
  return { ...graphConfigOf(parsed.data), site: parsed.data.FARDPLAN_LOG_SITE_ID };
}
