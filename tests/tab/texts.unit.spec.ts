import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BENEFIT_FIGURE_REFUSALS } from '../../domain/benefits/amounts.ts';
import { commandSchema, type OrderType } from '../../domain/initiatives/commands.ts';
import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES, FLAGS } from '../../domain/initiatives/content.ts';
import { REFUSALS } from '../../domain/initiatives/decision.ts';
import { FOLLOW_UP_KINDS, STATUSES } from '../../domain/initiatives/followUps.ts';
import { STATES } from '../../domain/initiatives/states.ts';
import { TRACKS } from '../../domain/initiatives/tracks.ts';
import { ROLES } from '../../domain/organisation/organisation.ts';
import { ACTIONS } from '../../domain/portfolio/nextAction.ts';
import { ENGLISH, SWEDISH } from '../../tab/src/texts/index.ts';
import { EVENT_TYPES } from './eventTypes.ts';

type Tree = { readonly [name: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : leaves(value, `${path}${name}.`),
  );

const texts = (language: typeof SWEDISH): Map<string, string> =>
  new Map(Object.entries(language).flatMap(([file, tree]) => leaves(tree, `${file}:`)));

const swedish = texts(SWEDISH);
const english = texts(ENGLISH);

/** Codes of the zod schemas that have no list of their own in the domain. */
const SCHEMA_CODES = [
  'too-long',
  'too-many',
  'bad-key',
  'bad-date',
  'source-needed',
  'status-needed',
  'text-needed',
  'bad-registry-number',
  'invalid',
];
/** Codes the API adds. */
const API_CODES = [
  'stale',
  'foreign-operation',
  'store-unavailable',
  'offline',
  'unauthorised',
  'unexpected',
  'required',
];

const orders = commandSchema.options.map((option): OrderType => option.shape.type.value);

const needed: readonly string[] = [
  ...STATES.flatMap((state) => [`states:${state}.name`, `states:${state}.meaning`]),
  ...ACTIONS.flatMap((action) => [`actions:${action}.title`, `actions:${action}.explanation`]),
  ...orders.flatMap((order) => [`orders:${order}.name`, `orders:${order}.help`, `orders:${order}.done`]),
  ...EVENT_TYPES.map((type) => `events:${type}`),
  ...TRACKS.flatMap((track) => [`codes:track.${track}`, `codes:trackMeaning.${track}`]),
  ...[...ROLES, 'proposer'].map((role) => `codes:role.${role}`),
  ...CATEGORIES.map((category) => `codes:category.${category}`),
  ...CHANGE_TYPES.map((type) => `codes:changeType.${type}`),
  ...AFFECTED_GROUPS.map((group) => `codes:group.${group}`),
  ...FLAGS.map((flag) => `codes:flag.${flag}`),
  ...STATUSES.flatMap((status) => [`codes:status.${status}`, `codes:statusMeaning.${status}`]),
  ...FOLLOW_UP_KINDS.map((kind) => `codes:followUpKind.${kind}`),
  ...[...REFUSALS, ...BENEFIT_FIGURE_REFUSALS, ...SCHEMA_CODES, ...API_CODES].map(
    (code) => `refusals:${code}`,
  ),
];

describe('the texts of the tab', () => {
  it.each(needed)('has %s in both languages', (key) => {
    expect(swedish.get(key)?.trim()).toBeTruthy();
    expect(english.get(key)?.trim()).toBeTruthy();
  });

  it('has the same keys in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...swedish.keys()].toSorted());
  });

  it('fills in the same values in both languages', () => {
    const values = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    const differing = [...swedish].filter(
      ([key, text]) => String(values(text)) !== String(values(english.get(key))),
    );
    expect(differing).toEqual([]);
  });

  it('is not the same text twice: English is translated', () => {
    const same = [...swedish].filter(([key, text]) => text.length > 24 && english.get(key) === text);
    expect(same).toEqual([]);
  });

  it('has no text that nothing shows', () => {
    const source = filesIn(join(import.meta.dirname, '../../tab/src'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const literal = new Set(source.match(/\b[a-z]+:[\w.-]+/gi));
    const open = [...source.matchAll(/`([a-z]+:[\w.-]*)\$\{/gi)].map(([, start = '']) => start);
    const started = (key: string) =>
      open.some((start) => key.startsWith(start) && (!start.endsWith(':') || CODE_FILES.includes(start)));
    const stem = (key: string) => key.replace(/_(one|other)$/, '');
    const unused = [...swedish.keys()].filter(
      (key) => !literal.has(stem(key)) && !started(key) && !CHOSEN.includes(key),
    );
    expect(unused).toEqual([]);
  });
});

/** Files whose keys are codes, looked up as they come. */
const CODE_FILES = ['codes:', 'states:', 'actions:', 'orders:', 'events:', 'fields:', 'refusals:'];
/** Looked up by a name that the compiler knows: the kind of failure, the filter. */
const CHOSEN = [
  ...['failed', 'signInFailed'].flatMap((kind) => [`shell:${kind}`, `shell:${kind}Help`]),
  ...['department', 'state', 'status', 'category', 'track', 'only'].map((filter) => `portfolio:${filter}`),
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
