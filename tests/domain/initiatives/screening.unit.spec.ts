import {
  commandSchema,
  type InitiativeCommand,
  type OrderType,
} from '../../../domain/initiatives/commands.ts';
import { decide } from '../../../domain/initiatives/decide.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { personalNumberIn } from '../../../domain/initiatives/screening.ts';
import { approve, command, EVIDENCE, measure, merge, setGoal, submit } from '../../builders/commands.ts';
import { everyCommand, ORDER_TYPES } from '../../builders/everyCommand.ts';
import { IN_STATE } from '../../builders/histories.ts';
import { EVERYBODY, PEOPLE } from '../../builders/people.ts';
import { CONTEXT } from '../../builders/rules.ts';
import { carryOut, given } from '../../builders/scenario.ts';

const NUMBER = '19121212-1212';

/** Orders with every field filled in, so that each text in them can be spoilt in turn. */
const FULL: Readonly<Partial<Record<OrderType, object>>> = {
  ApproveAsManager: {
    evidence: {
      needIsReal: true,
      fitsGoals: true,
      preparationHours: 8,
      fundingIdea: 'own-budget',
      similarAnswers: [{ id: 'I-0002', answer: 'separate', reason: 'Olika.' }],
    },
    note: 'Ja.',
  },
  CompletePreparation: { note: 'Klart.' },
  ApproveInCouncil: { reason: 'Ja.', conditions: 'Med villkor.', registryNumber: 'VON 2026/123' },
  Start: { next: 'EXECUTION', projectManager: 'someone', note: 'Nu.' },
  RecordContract: { note: 'Klart.' },
  GoLive: { note: 'Klart.' },
  HandOver: { lesson: { text: 'Lärdom.', advice: 'Råd.' } },
  Close: { note: 'Klart.' },
  Resume: { note: 'Nu.' },
  Cancel: { reason: 'Nej.', lesson: 'Lärdom.' },
  LearnLesson: { lesson: { text: 'Lärdom.', advice: 'Råd.' } },
  FollowUp: {
    status: 'green',
    text: 'Bra.',
    item: 'monthly-2026-04-02',
    measurement: { goal: 'minutes', day: '2026-03-01', value: 1, source: 'Mätning' },
  },
};

/** Every text of an order that may hold what a person writes, as a dotted path, with the order spoilt there. */
function spoilt(value: unknown, path: string[] = []): [string, unknown][] {
  if (typeof value === 'string') return [[path.join('.'), `${value} ${NUMBER}`]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    spoilt(inner, [...path, name]).map(([where, changed]): [string, unknown] => [
      where,
      Array.isArray(value) ? [changed] : { ...value, [name]: changed },
    ]),
  );
}

const cases = ORDER_TYPES.flatMap((type) => {
  const {
    type: _type,
    actor: _actor,
    at: _at,
    day: _day,
    number: _number,
    similar: _similar,
    ...payload
  } = {
    ...everyCommand({})[type],
    ...FULL[type],
  } as Record<string, unknown>;
  return spoilt(payload).flatMap(([path, changed]) => {
    const order = commandSchema.safeParse({ type, ...(changed as object) });
    return order.success ? [[type, path, order.data] as const] : [];
  });
});

describe('a personal number', () => {
  it.each(cases)('in %s at %s is found and named', (_type, path, order) => {
    expect(personalNumberIn(command(order))).toBe(path);
  });

  it('has been tried in every free text there is', () => {
    expect(cases.map(([type, path]) => `${type} ${path}`)).toEqual(
      expect.arrayContaining([
        'StartDraft content.title',
        'StartDraft content.problem',
        'StartDraft content.solution',
        'StartDraft content.effect',
        'ChangeContent content.problem',
        'Resubmit changes',
        'ApproveAsManager note',
        'ApproveAsManager evidence.similarAnswers.0.reason',
        'Return reason',
        'Reject reason',
        'Forward reason',
        'SetGoal goal.text',
        'SetGoal goal.measure',
        'SetGoal goal.unit',
        'CompletePreparation note',
        'Merge reason',
        'Recommend reason',
        'ApproveInCouncil reason',
        'ApproveInCouncil conditions',
        'Start note',
        'RecordContract note',
        'GoLive note',
        'HandOver lesson.text',
        'HandOver lesson.advice',
        'Close note',
        'Pause reason',
        'Resume note',
        'Cancel reason',
        'Cancel lesson',
        'FollowUp text',
        'FollowUp measurement.source',
        'Measure measurement.source',
        'DecideOnDeviation reason',
        'ReportOutcome source',
        'LearnLesson lesson.text',
        'LearnLesson lesson.advice',
        'Retire what',
      ]),
    );
  });

  it('hidden in the name that somebody gives a new goal is found too', () => {
    const { goal } = setGoal() as Extract<ReturnType<typeof setGoal>, { type: 'SetGoal' }>;
    expect(personalNumberIn(setGoal({ goal: { ...goal, id: NUMBER } }))).toBe('goal.id');
  });

  it('is refused by every order, and nothing is recorded', () => {
    const initiatives = Object.values(IN_STATE).map((history) => carryOut(history).initiative);
    for (const [, path, order] of cases) {
      const refusals = [...initiatives, undefined].map((initiative) => refusalOf(order, initiative));
      expect(refusals.filter((refusal) => refusal === path).length).toBeGreaterThan(0);
    }
  });

  it('is not told to those who may not do it anyway', () =>
    given(IN_STATE.MANAGER_REVIEW)
      .when(approve({ by: PEOPLE.otherEmployee, note: NUMBER }))
      .thenRefused('not-allowed'));
});

/** The field that is named when the one who may give the order gives it; other answers do not count here. */
function refusalOf(order: (typeof cases)[number][2], initiative: Initiative | undefined): string | undefined {
  const asked = { ...everyCommand({})[order.type], ...order } as InitiativeCommand;
  for (const actor of EVERYBODY) {
    const decided = decide({ ...asked, actor }, initiative, CONTEXT);
    if (!decided.ok && decided.refusal.code === 'personal-number') return decided.refusal.about?.[0];
  }
  return undefined;
}

describe('what a machine has made', () => {
  it.each([
    'e4a00000-0000-4000-8000-191212121212',
    'I-00000012-1212-4000-8000-121212121212',
    'I-E4A00000-0000-4000-8000-191212121212',
  ])('is nobody’s number: %s', (id) => {
    expect(personalNumberIn(merge({ target: id }))).toBeUndefined();
  });
  it('in the server’s own fields is not looked at', () => {
    const similar = [{ id: 'I-0002', score: 0.5, words: ['191212121212'] }];
    expect(personalNumberIn(submit({ similar, number: '191212-1212' }))).toBeUndefined();
  });
});

describe('what is chosen and not written', () => {
  const id = '191212121212';

  it.each<[string, InitiativeCommand]>([
    ['a coach', command({ type: 'AssignCoach', coach: id })],
    ['a unit of the proposal', command({ type: 'ChangeContent', content: { unit: id } })],
    ['a unit to forward to', command({ type: 'Forward', unit: id, reason: 'Rätt enhet.' })],
    ['another case', merge({ target: id })],
    ['a goal that exists', measure({ measurement: { goal: id, day: '2026-03-01', value: 1, source: 'A' } })],
    ['a follow-up of the schedule', command({ type: 'FollowUp', status: 'green', text: 'Bra.', item: id })],
    [
      'a similar case',
      command({
        type: 'ApproveAsManager',
        evidence: { ...EVIDENCE, similarAnswers: [{ id, answer: 'coordinate' }] },
      }),
    ],
  ])('may look like a personal number: %s', (_what, order) => {
    expect(personalNumberIn(order)).toBeUndefined();
  });

  it('is no project manager: a person is named by GUID, and text that anybody may send is not a name', () => {
    const led = (projectManager: string) => command({ type: 'Start', next: 'EXECUTION', projectManager });
    expect(personalNumberIn(led(id))).toBe('projectManager');
    expect(personalNumberIn(led('121212-1212'))).toBe('projectManager');
    expect(personalNumberIn(led('00000012-1212-4000-8000-121212121212'))).toBeUndefined();
    expect(personalNumberIn(led('projektledare.vof'))).toBeUndefined();
  });
  it('lets nobody off who writes one beside it', () => {
    expect(personalNumberIn(command({ type: 'Forward', unit: id, reason: id }))).toBe('reason');
  });
});
