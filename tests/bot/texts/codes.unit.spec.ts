import { NOTICES } from '../../../bot/app/messages/notifications.ts';
import type { DeliveryFailure } from '../../../bot/app/ports/index.ts';
import { VERBS } from '../../../bot/cards/verbs.ts';
import { BENEFIT_FIGURE_REFUSALS } from '../../../domain/benefits/amounts.ts';
import type { BenefitWarning } from '../../../domain/benefits/calculate.ts';
import { commandSchema } from '../../../domain/initiatives/commands.ts';
import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES, FLAGS } from '../../../domain/initiatives/content.ts';
import { REFUSALS } from '../../../domain/initiatives/decision.ts';
import { FOLLOW_UP_KINDS, STATUSES } from '../../../domain/initiatives/followUps.ts';
import { STATES, TRANSITIONS } from '../../../domain/initiatives/states.ts';
import { type LightBreach, TRACKS } from '../../../domain/initiatives/tracks.ts';
import type { OrganisationRefusal } from '../../../domain/organisation/commands.ts';
import { ROLES } from '../../../domain/organisation/organisation.ts';
import { ACTIONS } from '../../../domain/portfolio/nextAction.ts';
import { ENGLISH, has, SWEDISH } from './keys.ts';

/** Codes that exist only as a type: a code forgotten here breaks the build. */
const codes = <Code extends string>(all: Record<Code, true>): string[] => Object.keys(all);

const FAILURES = codes<DeliveryFailure>({
  'not-installed': true,
  blocked: true,
  removed: true,
  gone: true,
  'too-large': true,
  refused: true,
  'nothing-to-update': true,
  unclear: true,
  'gave-up': true,
});
const BREACHES = codes<LightBreach>({
  'acquires-or-replaces': true,
  'new-personal-data': true,
  'several-units': true,
  'cost-above-limit': true,
  'automates-decisions': true,
  'no-estimate': true,
});
const WARNINGS = codes<BenefitWarning>({ 'break-even-above-adoption': true, 'low-adoption': true });
const ORGANISATION = codes<OrganisationRefusal>({
  'not-allowed': true,
  'unknown-unit': true,
  'unknown-holder': true,
  'own-substitute': true,
  'period-reversed': true,
  'unit-loop': true,
  'channel-not-linked': true,
});
const AT_THE_EDGE = [
  'stale',
  'foreign-operation',
  'invalid',
  'store-unavailable',
  'too-long',
  'too-many',
  'bad-key',
];
const IN_COMMANDS = ['bad-date', 'bad-registry-number', 'text-needed', 'status-needed', 'source-needed'];
const ORDERS = commandSchema.options.map((option) => option.shape.type.value);

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  states: STATES,
  stateHelp: STATES,
  tracks: TRACKS,
  trackHelp: TRACKS,
  lightBreaches: BREACHES,
  categories: CATEGORIES,
  changeTypes: CHANGE_TYPES,
  groups: AFFECTED_GROUPS,
  flags: FLAGS,
  statuses: STATUSES,
  statusNames: STATUSES,
  followUpKinds: FOLLOW_UP_KINDS,
  roles: [...ROLES, 'proposer'],
  orders: ORDERS,
  buttons: VERBS,
  decisions: [...new Set(TRANSITIONS.map(({ by }) => by))],
  deliveryFailures: FAILURES,
  figures: BENEFIT_FIGURE_REFUSALS,
  'cards.estimate': WARNINGS,
};

/** Codes whose text has two parts. */
const PAIRS: Readonly<Record<string, readonly [codes: readonly string[], parts: readonly string[]]>> = {
  actions: [ACTIONS, ['title', 'explanation']],
  refusals: [
    [...REFUSALS, ...ORGANISATION, ...AT_THE_EDGE, ...IN_COMMANDS],
    ['title', 'text'],
  ],
  notices: [NOTICES.filter((notice) => notice !== 'decision'), ['title', 'text']],
};

const KEYS = [
  ...Object.entries(TOPICS).flatMap(([topic, all]) => all.map((code) => `${topic}.${code}`)),
  ...Object.entries(PAIRS).flatMap(([topic, [all, parts]]) =>
    all.flatMap((code) => parts.map((part) => `${topic}.${code}.${part}`)),
  ),
];

describe.each([
  ['Swedish', SWEDISH],
  ['English', ENGLISH],
] as const)('%s', (_language, texts) => {
  it('has a text for every code', () => {
    expect(KEYS.length).toBeGreaterThan(300);
    expect(KEYS.filter((key) => !has(texts, key))).toEqual([]);
  });
});
