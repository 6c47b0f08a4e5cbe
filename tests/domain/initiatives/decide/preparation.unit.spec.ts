import { ordersFor } from '../../../../domain/initiatives/available.ts';
import {
  assignCoach,
  cancel,
  classify,
  completePreparation,
  merge,
  setGoal,
} from '../../../builders/commands.ts';
import {
  approved,
  assessed,
  drafted,
  forwarded,
  IN_STATE,
  merged,
  submitted,
} from '../../../builders/histories.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { CONTEXT, moment, NOW, TODAY } from '../../../builders/rules.ts';
import { carryOut, given, type History, lived } from '../../../builders/scenario.ts';

describe('assigning a coach', () => {
  it('records the coach', () =>
    given(approved())
      .when(assignCoach({ coach: PEOPLE.otherCoach }))
      .then({ type: 'CoachAssigned', coach: PEOPLE.otherCoach, by: PEOPLE.developmentLead, at: NOW }));
  it('stays quiet when it is the coach already', () =>
    given(approved())
      .when(assignCoach({ coach: PEOPLE.coach }))
      .thenNothing());
  it('takes somebody who acts as coach anywhere today, and nobody else', () => {
    given(approved())
      .when(assignCoach({ coach: PEOPLE.otherCoach }))
      .then({ type: 'CoachAssigned', coach: PEOPLE.otherCoach });
    for (const coach of [PEOPLE.employee, PEOPLE.substituteCoach, 'finns-inte', '191212-1212'])
      given(approved()).when(assignCoach({ coach })).thenRefused('not-a-coach', 'coach');
  });
  it('waits for the approval', () => given(submitted()).when(assignCoach()).thenRefused('wrong-state'));
  it('refuses the employee who proposed it', () =>
    given(approved())
      .when(assignCoach({ by: PEOPLE.employee }))
      .thenRefused('not-allowed'));
});

describe('classifying', () => {
  it('records confidentiality, integrity and availability', () =>
    given(approved())
      .when(classify({ classification: { c: 2, i: 3, a: 1 } }))
      .then({ type: 'Classified', classification: { c: 2, i: 3, a: 1 } }));
  it('may be done while the manager decides', () =>
    given(submitted()).when(classify()).then({ type: 'Classified' }));
  it('stays quiet when it is the same', () => given(approved(), classify()).when(classify()).thenNothing());
  it('replaces an earlier one', () =>
    given(approved(), classify())
      .when(classify({ classification: { c: 3, i: 2, a: 1 } }))
      .thenState({ classification: { c: 3, i: 2, a: 1 } }));
  it.each([
    [{ c: 4, i: 1, a: 1 }, ['c']],
    [{ c: 1, i: 4, a: 4 }, ['i', 'a']],
  ])('refuses level 4, which is not handled here: %j', (classification, about) =>
    given(approved())
      .when(classify({ classification }))
      .thenRefused('classified-too-high', ...about),
  );
  it.each(['RETURNED', 'PAUSED', 'CLOSED', 'REJECTED', 'CANCELLED', 'MERGED'] as const)(
    'may be done in %s: what is known of the information changes afterwards too',
    (state) => {
      given(IN_STATE[state])
        .when(classify({ classification: { c: 3, i: 1, a: 1 } }))
        .then({ type: 'Classified' });
      expect(ordersFor(lived(IN_STATE[state]), { actor: PEOPLE.head, ...moment(TODAY) }, CONTEXT)).toContain(
        'Classify',
      );
    },
  );
  it('refuses in a draft, also one that was thrown away', () => {
    given(drafted()).when(classify()).thenRefused('wrong-state');
    const discarded: History = [
      drafted(),
      cancel({ by: PEOPLE.employee, costSoFar: undefined, lesson: undefined }),
    ];
    given(discarded).when(classify()).thenRefused('wrong-state');
    const { initiative } = carryOut(discarded);
    if (!initiative) throw new Error('there is no draft');
    expect(ordersFor(initiative, { actor: PEOPLE.head, ...moment(TODAY) }, CONTEXT)).not.toContain(
      'Classify',
    );
  });
});

describe('setting a goal', () => {
  const goal = {
    id: 'keys',
    kind: 'project',
    text: 'Låsen är monterade',
    measure: 'Dörrar',
    unit: 'st',
    baseline: 0,
    target: 620,
    due: '2026-12-31',
  } as const;
  it('records it', () => given(approved()).when(setGoal({ goal })).then({ type: 'GoalSet', goal }));
  it('stays quiet when it is the same', () =>
    given(approved(), setGoal({ goal })).when(setGoal({ goal })).thenNothing());
  it('replaces the one with the same id', () =>
    given(approved(), setGoal(), setGoal({ goal }))
      .when(setGoal({ goal: { ...goal, target: 600 } }))
      .thenState({ goals: [{ id: 'minutes' }, { id: 'keys', target: 600 }] }));
  it('waits for the approval', () => given(submitted()).when(setGoal()).thenRefused('wrong-state'));
});

describe('completing the preparation (G3)', () => {
  it('records by whom and in what role', () =>
    given(approved())
      .when(completePreparation({ note: 'Underlaget är klart.' }))
      .then({
        type: 'Prepared',
        from: 'PREPARATION',
        to: 'ASSESSMENT',
        as: 'developmentLead',
        note: 'Underlaget är klart.',
      }));
  it('may be done by the coach', () =>
    given(approved())
      .when(completePreparation({ by: PEOPLE.coach }))
      .then({ type: 'Prepared', as: 'coach' }));
  it('stays quiet when it is in assessment already, whoever asks again without a word', () => {
    given(assessed())
      .when(completePreparation({ by: PEOPLE.coach, note: 'Jag har mer.' }))
      .thenRefused('already-decided');
    given(assessed()).when(completePreparation()).thenNothing();
    given(assessed())
      .when(completePreparation({ by: PEOPLE.coach }))
      .thenNothing();
  });
  it('ends the follow-up of the preparation', () =>
    given(approved()).when(completePreparation()).thenState({ schedule: [] }));
  it('refuses a case that still waits for its manager', () =>
    given(submitted()).when(completePreparation()).thenRefused('wrong-state'));
});

describe('merging into another case', () => {
  it('records the target and the reason', () =>
    given(approved())
      .when(merge({ target: 'SOF-2026-0003', reason: 'Samma lås.' }))
      .then({
        type: 'Merged',
        from: 'PREPARATION',
        to: 'MERGED',
        target: 'SOF-2026-0003',
        reason: 'Samma lås.',
        as: 'headOfDigitalisation',
      }));
  it.each(['VOF-2026-0012', 'vof-2026-0012', 'I-0001'])('refuses the case itself: %s', (target) =>
    given(approved()).when(merge({ target })).thenRefused('same-initiative', 'target'),
  );
  it('stays quiet when it is merged there already', () => given(merged()).when(merge()).thenNothing());
  it('refuses to be merged somewhere else afterwards', () =>
    given(merged())
      .when(merge({ target: 'BUF-2026-0001' }))
      .thenRefused('already-decided'));
  it.each(['CLOSED', 'REJECTED', 'CANCELLED', 'MERGED'] as const)(
    'refuses a target that is %s',
    (targetState) =>
      given(approved())
        .when({ ...merge(), targetState })
        .thenRefused('target-is-over', 'target'),
  );
  it('takes a target that goes on', () =>
    given(approved())
      .when({ ...merge(), targetState: 'PAUSED' })
      .then({ type: 'Merged' }));
  it('refuses before and after the preparation', () => {
    given(forwarded()).when(merge()).thenRefused('wrong-state');
    given(assessed()).when(merge()).thenRefused('wrong-state');
  });
});
