import { NOTICES, OUTCOMES } from '../../../bot/app/messages/notifications.ts';
import { VERBS } from '../../../bot/cards/verbs.ts';
import { readTexts } from '../../../bot/texts/readTexts.ts';
import {
  commandSchema,
  deviationChoiceSchema,
  recommendationSchema,
  similarAnswerSchema,
} from '../../../domain/initiatives/commands.ts';
import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES, FLAGS } from '../../../domain/initiatives/content.ts';
import { REFUSALS } from '../../../domain/initiatives/decision.ts';
import { FOLLOW_UP_KINDS, STATUSES } from '../../../domain/initiatives/followUps.ts';
import { STATES, TRANSITIONS } from '../../../domain/initiatives/states.ts';
import { TRACKS } from '../../../domain/initiatives/tracks.ts';
import { ROLES } from '../../../domain/organisation/organisation.ts';
import { ACTIONS } from '../../../domain/portfolio/nextAction.ts';
import { committedFiles, readRepoFile } from '../../repo/files.ts';

const sources = committedFiles()
  .filter((path) => /^bot\/.*\.ts$/.test(path) && !path.startsWith('bot/local/'))
  .map((path) => [path, readRepoFile(path)] as const);

const leavesOf = (value: unknown, key: string): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, key ? `${key}.${name}` : name))
    : [key];
const KEYS = { sv: new Set(leavesOf(readTexts('sv'), '')), en: new Set(leavesOf(readTexts('en'), '')) };
const TOPICS = Object.keys(readTexts('sv'));

/** A text, or the two forms of a text that counts. */
const isThere = (keys: ReadonlySet<string>, key: string): boolean =>
  keys.has(key) || (keys.has(`${key}_one`) && keys.has(`${key}_other`));
const missing = (keys: Iterable<string>): string[] =>
  [...new Set(keys)].flatMap((key) =>
    (['sv', 'en'] as const).flatMap((language) =>
      isThere(KEYS[language], key) ? [] : [`${language}: ${key}`],
    ),
  );

/** Codes of ours in the schemas: the messages that are no sentences. */
const SCHEMA_CODES = [
  'too-long',
  'too-many',
  'bad-key',
  'bad-date',
  'bad-id',
  'invalid',
  'reason-needed',
  'text-needed',
  'status-needed',
  'source-needed',
  'lesson-needed',
  'bad-registry-number',
];
const API_CODES = [
  'not-signed-in',
  'bad-json',
  'too-large',
  'bad-address',
  'store-unavailable',
  'failed',
  'stale',
  'foreign-operation',
];
const ORGANISATION_CODES = [
  'unknown-unit',
  'unknown-holder',
  'own-substitute',
  'unit-loop',
  'channel-not-linked',
];
const CODES = [...REFUSALS, ...SCHEMA_CODES, ...API_CODES, ...ORGANISATION_CODES];

const LISTS = ['todo', 'my-cases', 'my-drafts', 'weekly'];
const SCOPED = ['group', 'channel'];
const MOVES = [...new Set(TRANSITIONS.map(({ by }) => by)), 'DeviationDecided'].filter(
  (type) => type !== 'Submitted' && type !== 'ForwardReceived',
);
const FAILURES = [
  'not-installed',
  'blocked',
  'removed',
  'gone',
  'too-large',
  'refused',
  'nothing-to-update',
  'unclear',
  'gave-up',
];

/**
 * Every key that is put together in the code, with all that may be put in it. `anything`: the code says itself what is
 * shown where there is no such text.
 */
const TEMPLATES: Readonly<Record<string, readonly string[] | 'anything'>> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are templates as the code writes them
  '${needed}.${field}': 'anything',
  "fields.${String(issue.path.at(-1) ?? '')}": 'anything',
  'fields.${lastOf(path)}': 'anything',
  "fields.${id.split(':')[0]}": 'anything',
  'refusals.${message}.text': 'anything',
  'groups.${group}': AFFECTED_GROUPS,
  'categories.${category}': CATEGORIES,
  'changeTypes.${changeType}': CHANGE_TYPES,
  'cards.lists.${topic}.intro': 'anything',
  'cards.lists.${topic}.heading': LISTS,
  'cards.lists.${topic}.none': LISTS,
  'cards.lists.${topic}.empty': LISTS,
  'cards.review.needed.${decision}': ['return', 'reject'],
  'refusals.${refusal}.text': ['own-substitute', 'period-reversed'],
  'cards.substitute.needed.${input}': ['person', 'from', 'to'],
  'cards.problem.needed.${id}': ['problem', 'unit', 'affectedGroups'],
  'refusals.incomplete.fields.${lastOf(path)}': [
    'problem',
    'title',
    'affectedGroups',
    'unit',
    'changeType',
    'category',
    'flags',
  ],
  '${topic}.${value}': [
    ...STATUSES.map((status) => `statuses.${status}`),
    ...CHANGE_TYPES.map((type) => `changeTypes.${type}`),
    ...CATEGORIES.map((category) => `categories.${category}`),
    ...AFFECTED_GROUPS.map((group) => `groups.${group}`),
    ...['coordinate', 'merge', 'separate'].map((answer) => `similarAnswers.${answer}`),
    ...['continue', 'change', 'pause', 'cancel'].map((choice) => `deviationChoices.${choice}`),
    ...['own-budget', 'central-funds', 'external-funds', 'no-cost', 'not-known'].map(
      (idea) => `funding.${idea}`,
    ),
  ],
  '${topic}-help': ['cards.channel.linked-help', 'cards.channel.unlinked-help'],
  'actions.${action}.explanation': ACTIONS,
  'actions.${action}.title': ACTIONS,
  'actions.${next.action}.title': ACTIONS,
  'buttons.${verb}': VERBS,
  'cards.details.${id}': [
    'volumePerYear',
    'minutesPerItem',
    'hourCost',
    'oneTimeCost',
    'yearlyCost',
    'adoption',
  ],
  'cards.estimate.${warning}': 'anything',
  'cards.help.${name}.does': 'anything',
  'cards.help.${name}.say': 'anything',
  'cards.language.${language}': ['sv', 'en'],
  'cards.process-guide.${step}': 'anything',
  'cards.welcome.${scope}-quiet': SCOPED,
  'categories.${row.category}': CATEGORIES,
  'changeTypes.${row.changeType}': CHANGE_TYPES,
  'cards.case.decided.${label}': ['recommendation', 'choice', 'conditions', 'registry-number', 'cost-so-far'],
  'deviationChoices.${choice}': deviationChoiceSchema.options,
  'similarAnswers.${answer}': similarAnswerSchema.shape.answer.options,
  'recommendations.${recommendation}': recommendationSchema.options,
  'decisions.${type}': MOVES,
  'deliveryFailures.${reason}': FAILURES,
  'flags.${flag}': FLAGS,
  'followUpKinds.${next.kind}': FOLLOW_UP_KINDS,
  'lightBreaches.${breach}': 'anything',
  'notices.${notice}.text': NOTICES.filter((notice) => notice !== 'decision'),
  'notices.${notice}.title': NOTICES.filter((notice) => notice !== 'decision'),
  'notices.${topic}.text': 'anything',
  'notices.${topic}.title': 'anything',
  'notices.decision.${type}.next': OUTCOMES,
  'notices.decision.${made.type}.title': OUTCOMES,
  'refusals.${code}.text': CODES,
  'refusals.${code}.title': CODES,
  'refusals.${refused.code}.title': CODES,
  'roles.${role}': [...ROLES, 'proposer'],
  'stateHelp.${view.state}': STATES,
  'states.${hit.state}': STATES,
  'states.${from}': STATES,
  'states.${row.state}': STATES,
  'states.${state}': STATES,
  'states.${to}': STATES,
  'states.${view.state}': STATES,
  'statusNames.${followUp.status}': STATUSES,
  'statusNames.${last.status}': STATUSES,
  'statuses.${row.status}': STATUSES,
  'statuses.${status}': STATUSES,
  'trackHelp.${track}': TRACKS,
  'tracks.${track}': TRACKS,
  'tracks.${row.track}': TRACKS,
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are templates as the code writes them
};

/** `t(`…`)`, and anything else that begins like a key. */
const templatesIn = (text: string): string[] =>
  [...text.matchAll(/(?:\bt\(\s*)?`([^`\n]+)`/g)]
    .filter(
      ([whole, inside = '']) =>
        whole.startsWith('t(') || TOPICS.some((topic) => inside.startsWith(`${topic}.`)),
    )
    .map(([, inside = '']) => inside)
    .filter((inside) => inside.includes('${'));

const expanded = (template: string, values: readonly string[]): string[] =>
  values.map((value) => {
    const [first, ...rest] = template.split(/\$\{[^}]*\}/);
    // A template of nothing but slots is listed with its whole keys.
    return first === '' ? value : `${first}${value}${rest.join('')}`;
  });

describe('texts that the code asks for', () => {
  it('exist in both languages', () => {
    const literal = new RegExp(`'((?:${TOPICS.join('|')})\\.[\\w.-]+)'`, 'g');
    const asked = sources.flatMap(([, text]) => [
      ...[...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key),
      ...[...text.matchAll(literal)].map(([, key = '']) => key),
    ]);
    const prefixes = ['cards.review.needed', 'cards.follow-up.needed', 'cards.deviation.needed'];
    const topics = [...prefixes, 'cards.channel.linked', 'cards.channel.unlinked'];
    expect(asked.length).toBeGreaterThan(150);
    expect(missing(asked.filter((key) => !topics.includes(key)))).toEqual([]);
  });

  it('exist where they are put together, for all that can be put in', () => {
    const templates = [...new Set(sources.flatMap(([, text]) => templatesIn(text)))];
    expect(templates.length).toBeGreaterThan(30);
    expect(templates.filter((template) => !(template in TEMPLATES))).toEqual([]);
    const asked = templates.flatMap((template) => {
      const values = TEMPLATES[template] ?? 'anything';
      return values === 'anything' ? [] : expanded(template, values);
    });
    expect(missing(asked)).toEqual([]);
  });

  it('exist for every notice that is shown by its topic', () => {
    const topics = sources.flatMap(([, text]) =>
      [...text.matchAll(/\bnotice\(\s*'([\w-]+)'/g)].map(([, topic = '']) => topic),
    );
    expect(topics).toContain('draft-saved');
    const spoken = ['store-unavailable', 'failed', ...topics];
    expect(missing(spoken.flatMap((topic) => [`notices.${topic}.title`, `notices.${topic}.text`]))).toEqual(
      [],
    );
  });

  it('exist for every code of the schemas', () => {
    const codes = sources
      .concat(
        committedFiles()
          .filter((path) => /^domain\/initiatives\/.*\.ts$/.test(path))
          .map((path) => [path, readRepoFile(path)] as const),
      )
      .flatMap(([, text]) => [
        ...[...text.matchAll(/error: '([a-z-]+)'/g)].map(([, code = '']) => code),
        ...[...text.matchAll(/requiredText\([^,]+, '([a-z-]+)'\)/g)].map(([, code = '']) => code),
      ]);
    expect(codes).toContain('too-long');
    expect(missing(codes.map((code) => `refusals.${code}.text`))).toEqual([]);
  });

  it('name every field that an order can be refused for', () => {
    const fields = commandSchema.options
      .flatMap((option) => Object.keys(option.shape))
      .filter((name) => name !== 'type');
    const shown = fields.filter(
      (name) => !['content', 'evidence', 'measurement', 'classification', 'next', 'to'].includes(name),
    );
    expect(missing(shown.map((name) => `fields.${name}`))).toEqual([]);
  });
});
