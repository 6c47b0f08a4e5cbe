import { LONGEST_RECORD } from '../../../bot/app/ports/eventLog.ts';
import { commandSchema, type OrderType } from '../../../domain/initiatives/commands.ts';
import { LIMITS } from '../../../domain/initiatives/content.ts';
import { everyCommand, ORDER_TYPES } from '../../builders/everyCommand.ts';

/** The payload of an order as a client would send it. */
function payloadOf(type: OrderType): Record<string, unknown> {
  const {
    actor: _actor,
    at: _at,
    day: _day,
    number: _number,
    similar: _similar,
    ...order
  } = everyCommand({})[type];
  return order;
}

const codesOf = (order: unknown): string[] =>
  commandSchema.safeParse(order).error?.issues.map(({ message }) => message) ?? [];

describe('an order from outside', () => {
  it.each(ORDER_TYPES)('%s is understood', (type) => {
    expect(commandSchema.parse(payloadOf(type))).toEqual(payloadOf(type));
  });

  it('cannot say who asks, when, or what the server found', () => {
    const order = {
      ...payloadOf('Submit'),
      actor: 'somebody',
      at: '1999-01-01',
      day: 'x',
      number: 'X',
      similar: [],
    };
    expect(commandSchema.parse(order)).toEqual({ type: 'Submit' });
  });

  it.each([
    undefined,
    null,
    'Submit',
    7,
    [],
    {},
    { type: 'Destroy' },
    { type: 'toString' },
    { type: ['Submit'] },
  ])('that is %j is refused', (order) => {
    expect(commandSchema.safeParse(order).success).toBe(false);
  });

  it('offers every order there is', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value);
    expect(types.toSorted()).toEqual(ORDER_TYPES.toSorted());
  });
});

/** Fields where a text must be: the order, the path and the code when it is missing. */
const REQUIRED: readonly (readonly [OrderType, string, string])[] = [
  ['Resubmit', 'changes', 'reason-needed'],
  ['Return', 'reason', 'reason-needed'],
  ['Reject', 'reason', 'reason-needed'],
  ['Forward', 'reason', 'reason-needed'],
  ['Merge', 'reason', 'reason-needed'],
  ['Recommend', 'reason', 'reason-needed'],
  ['ApproveInCouncil', 'reason', 'reason-needed'],
  ['Pause', 'reason', 'reason-needed'],
  ['Cancel', 'reason', 'reason-needed'],
  ['DecideOnDeviation', 'reason', 'reason-needed'],
  ['HandOver', 'lesson.text', 'lesson-needed'],
  ['LearnLesson', 'lesson.text', 'lesson-needed'],
  ['FollowUp', 'text', 'text-needed'],
  ['SetGoal', 'goal.text', 'text-needed'],
  ['SetGoal', 'goal.measure', 'text-needed'],
  ['Retire', 'what', 'text-needed'],
  ['Measure', 'measurement.source', 'source-needed'],
  ['ReportOutcome', 'source', 'source-needed'],
];

const LIMIT_OF: Readonly<Record<string, number>> = {
  'goal.text': LIMITS.effect,
  'goal.measure': 200,
  what: 200,
  source: 200,
  'measurement.source': 200,
};

function withValue(type: OrderType, path: string, value: unknown): object {
  const order = structuredClone(payloadOf(type));
  const names = path.split('.');
  const last = names.pop() ?? '';
  const inner = names.reduce((object, name) => object[name] as Record<string, unknown>, order);
  inner[last] = value;
  return order;
}

describe('a text that must be there', () => {
  it.each(REQUIRED)('%s: %s', (type, path, code) => {
    for (const missing of [undefined, null, 5, '', '   ', '\n\t', '...', '—', '\u200b', '\u0000'])
      expect(codesOf(withValue(type, path, missing))).toEqual([code]);
    for (const text of ['Ja', '7', 'ł', 'ok\nradbyte', '<script>', '😀 a'])
      expect(codesOf(withValue(type, path, text))).toEqual([]);
    const limit = LIMIT_OF[path] ?? LIMITS.reason;
    expect(codesOf(withValue(type, path, 'å'.repeat(limit)))).toEqual([]);
    expect(codesOf(withValue(type, path, 'å'.repeat(limit + 1)))).toEqual(['too-long']);
  });

  it('is kept without what surrounds it', () => {
    expect(commandSchema.parse(withValue('Reject', 'reason', '  Finns redan. \n'))).toEqual({
      type: 'Reject',
      reason: 'Finns redan.',
    });
  });
});

describe('other fields', () => {
  it.each([
    ['ApproveAsManager', 'note', 'x'.repeat(LIMITS.note + 1), 'too-long'],
    ['ApproveInCouncil', 'conditions', 'x'.repeat(LIMITS.note + 1), 'too-long'],
    ['ApproveInCouncil', 'registryNumber', '2026/123', 'bad-registry-number'],
    ['ApproveInCouncil', 'registryNumber', 'VON 26/123', 'bad-registry-number'],
    ['Pause', 'until', '2026-02-30', 'bad-date'],
    ['Pause', 'until', 'i morgon', 'bad-date'],
    ['Pause', 'until', '0001-01-01', 'bad-date'],
    ['Pause', 'until', '9999-12-31', 'bad-date'],
    ['Retire', 'on', '2026-3-1', 'bad-date'],
    ['SetGoal', 'goal.due', '', 'bad-date'],
    ['SetGoal', 'goal.unit', ' ', 'text-needed'],
    ['SetGoal', 'goal.id', 'två ord', 'invalid'],
    ['FollowUp', 'status', 'blue', 'status-needed'],
    ['FollowUp', 'status', undefined, 'status-needed'],
    ['Forward', 'unit', '', 'invalid'],
    ['Forward', 'unit', 'x'.repeat(101), 'invalid'],
    ['AssignCoach', 'coach', 'någon\nannan', 'invalid'],
    ['Merge', 'target', '', 'invalid'],
  ] as const)('%s: %s refuses %j', (type, path, value, code) => {
    expect(codesOf(withValue(type, path, value))).toEqual([code]);
  });

  it.each([
    ['Classify', 'classification.c', 5],
    ['Classify', 'classification.c', 1.5],
    ['Classify', 'classification.c', '2'],
    ['Measure', 'measurement.value', Number.NaN],
    ['Measure', 'measurement.value', Number.POSITIVE_INFINITY],
    ['Measure', 'measurement.value', 1e10],
    ['Cancel', 'costSoFar', -1],
    ['ReportOutcome', 'year', 0],
    ['ReportOutcome', 'year', 1.5],
    ['Start', 'next', 'CLOSED'],
    ['Resume', 'to', 'PAUSED'],
    ['Recommend', 'recommendation', 'maybe'],
    ['DecideOnDeviation', 'choice', 'panic'],
    ['ApproveAsManager', 'evidence', undefined],
    ['ApproveAsManager', 'evidence.needIsReal', 'yes'],
    ['ApproveAsManager', 'evidence.preparationHours', -1],
    ['ApproveAsManager', 'evidence.fundingIdea', 'lottery'],
    ['ApproveAsManager', 'evidence.similarAnswers', [{ id: 'I-1', answer: 'perhaps' }]],
    ['HandOver', 'lesson', undefined],
    ['FollowUp', 'measurement', { goal: 'a' }],
  ] as const)('%s: %s refuses %j', (type, path, value) => {
    expect(commandSchema.safeParse(withValue(type, path, value)).success).toBe(false);
  });

  it('take a registry number as committees write it', () => {
    for (const number of ['VON 2026/123', 'KS 2026/0001', 'ÖFN 2026/7'])
      expect(codesOf(withValue('ApproveInCouncil', 'registryNumber', number))).toEqual([]);
  });
});

describe('the longest order that is accepted', () => {
  it('fits in one row of the log', () => {
    const text = (limit: number) => '"'.repeat(limit - 1).concat('a');
    const answers = Array.from({ length: 10 }, (_none, index) => ({
      id: `I-${index}`,
      answer: 'separate',
      reason: text(LIMITS.note),
    }));
    const evidence = { needIsReal: true, fitsGoals: true, preparationHours: 1, fundingIdea: 'no-cost' };
    const approve = {
      type: 'ApproveAsManager',
      evidence: { ...evidence, similarAnswers: answers },
      note: text(LIMITS.note),
    };
    const draft = {
      type: 'StartDraft',
      content: {
        title: text(LIMITS.title),
        problem: text(LIMITS.problem),
        solution: text(LIMITS.solution),
        effect: text(LIMITS.effect),
        affectedGroups: Array.from({ length: 10 }, () => 'a'.repeat(40)),
      },
    };
    for (const order of [approve, draft]) {
      expect(commandSchema.safeParse(order).success).toBe(true);
      // Half of what a row may take is left for what goes with it.
      expect(JSON.stringify(order).length).toBeLessThan(LONGEST_RECORD - 10_000);
    }
    expect(
      codesOf({ ...approve, evidence: { ...evidence, similarAnswers: [...answers, answers[0]] } }),
    ).toEqual(['too-many']);
  });
});
