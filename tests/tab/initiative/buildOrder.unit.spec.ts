import { commandSchema, type OrderType } from '../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { buildOrder, errorsOf, similarPath } from '../../../tab/src/initiative/actions/buildOrder.ts';
import { type FormValues, specsFor } from '../../../tab/src/initiative/actions/fieldSpecs.ts';
import { similarCase, view } from './sampleView.ts';

const build = (type: OrderType, values: FormValues, on: InitiativeView = view()) =>
  buildOrder(type, specsFor(type, on), values, on);

const goal = {
  id: 'goal-1',
  kind: 'effect',
  text: 'Kortare tid',
  measure: 'tid',
  unit: 'min',
  baseline: 20,
  target: 2,
  due: '2026-12-31',
} as const;

describe('an order made of what was typed', () => {
  it('carries the reason as it was written', () =>
    expect(build('Return', { reason: ' Beskriv volymen. ' })).toEqual({
      ok: true,
      order: { type: 'Return', reason: 'Beskriv volymen.' },
    }));

  it('leaves out what is optional and empty', () =>
    expect(build('Cancel', { reason: 'Inget behov', costSoFar: ' ', lesson: '' })).toEqual({
      ok: true,
      order: { type: 'Cancel', reason: 'Inget behov' },
    }));

  it.each(['VOF-2025-0002', ' vof 2025 2 ', 'vof20250002', 'VOF–2025–2'])(
    'reads the case number %j',
    (typed) =>
      expect(build('Merge', { target: typed, reason: 'Samma behov' })).toMatchObject({
        order: { target: 'VOF-2025-0002' },
      }),
  );

  it('reads numbers as Swedes type them', () =>
    expect(
      build('ReportOutcome', { year: '1', amount: '1 200,50', expected: '1500', source: 'Ekonomisystemet' }),
    ).toMatchObject({
      order: { year: 1, amount: 1200.5, expected: 1500 },
    }));

  it('makes grades of what was chosen', () =>
    expect(
      build('Classify', { 'classification.c': '2', 'classification.i': '1', 'classification.a': '0' }),
    ).toMatchObject({
      order: { classification: { c: 2, i: 1, a: 0 } },
    }));

  it('gives a new goal an id that no other goal has', () => {
    const values = {
      'goal.kind': 'effect',
      'goal.text': 'Mål',
      'goal.measure': 'tid',
      'goal.unit': 'min',
      'goal.baseline': '1',
      'goal.target': '2',
      'goal.due': '2026-12-31',
    };
    expect(build('SetGoal', values, view({ goals: [{ ...goal, id: 'goal-2' }] }))).toMatchObject({
      order: { goal: { id: 'goal-3' } },
    });
  });

  it('holds a measurement only when one is wanted', () => {
    const values = { status: 'green', text: 'Går bra', 'measurement.value': '12' };
    const on = view({ goals: [goal] });
    expect(build('FollowUp', values, on)).toEqual({
      ok: true,
      order: { type: 'FollowUp', status: 'green', text: 'Går bra' },
    });
    expect(build('FollowUp', { ...values, _measurement: 'true' }, on)).toMatchObject({
      ok: false,
      errors: { 'measurement.source': 'source-needed', 'measurement.day': 'bad-date' },
    });
  });

  it('asks for a day only when the work is paused', () => {
    const paths = (choice: string) =>
      specsFor('DecideOnDeviation', view())
        .filter(({ when }) => when?.({ choice }) !== false)
        .map(({ path }) => path);
    expect(paths('continue')).not.toContain('until');
    expect(paths('pause')).toContain('until');
  });
});

describe('what is missing, field by field', () => {
  it('uses the codes of the domain', () => {
    expect(build('Reject', { reason: ' ' })).toEqual({ ok: false, errors: { reason: 'reason-needed' } });
    expect(build('Return', { reason: 'x'.repeat(2001) })).toEqual({
      ok: false,
      errors: { reason: 'too-long' },
    });
    expect(build('FollowUp', {})).toEqual({
      ok: false,
      errors: { status: 'status-needed', text: 'text-needed' },
    });
    expect(build('ApproveInCouncil', { reason: 'Ja', registryNumber: '12' })).toEqual({
      ok: false,
      errors: { registryNumber: 'bad-registry-number' },
    });
  });

  it('tells an empty number from one that is none', () => {
    const empty = build('ReportOutcome', { year: '1', amount: '', expected: 'mycket', source: 's' });
    expect(empty).toEqual({ ok: false, errors: { amount: 'required', expected: 'number-required' } });
  });

  it('has inputs for every field that an order demands', () => {
    const forms = commandSchema.options
      .map((option) => option.shape.type.value)
      .filter((type) => type !== 'StartDraft' && type !== 'ChangeContent');
    const homeless = forms.filter((type) => {
      const built = build(type, {}, view({ goals: [goal] }));
      return !built.ok && '' in built.errors;
    });
    expect(homeless).toEqual([]);
  });
});

describe('approving as a manager', () => {
  const on = view({ similar: [similarCase('I-2')] });
  const evidence = {
    'evidence.needIsReal': 'true',
    'evidence.fitsGoals': 'true',
    'evidence.preparationHours': '40',
    'evidence.fundingIdea': 'own-budget',
  };

  it('needs an answer to every similar case', () =>
    expect(build('ApproveAsManager', evidence, on)).toEqual({
      ok: false,
      errors: { '_similar.I-2': 'similar-not-answered' },
    }));

  it('needs a reason to keep them apart', () => {
    const apart = { ...evidence, [similarPath('I-2', 'answer')]: 'separate' };
    expect(build('ApproveAsManager', apart, on).ok).toBe(false);
    expect(
      build('ApproveAsManager', { ...apart, [similarPath('I-2', 'reason')]: 'Olika dörrar' }, on),
    ).toMatchObject({
      order: { evidence: { similarAnswers: [{ id: 'I-2', answer: 'separate', reason: 'Olika dörrar' }] } },
    });
  });

  it('marks a confirmation that is missing together with all else that is', () =>
    expect(
      build(
        'ApproveAsManager',
        { ...evidence, 'evidence.fitsGoals': '', 'evidence.preparationHours': '' },
        on,
      ),
    ).toEqual({
      ok: false,
      errors: {
        'evidence.fitsGoals': 'need-not-confirmed',
        'evidence.preparationHours': 'required',
        '_similar.I-2': 'similar-not-answered',
      },
    }));
});

describe('a refusal from the server', () => {
  const mark = (
    about: string[],
    type: OrderType,
    code = 'personal-number',
    on = view({ similar: [similarCase('I-2')] }),
  ) => errorsOf({ status: 422, code, about }, specsFor(type, on), on);

  it('stands beside the field it is about, however it is named', () => {
    expect(mark(['reason'], 'Reject')).toEqual({ reason: 'personal-number' });
    expect(mark(['needIsReal'], 'ApproveAsManager', 'need-not-confirmed')).toEqual({
      'evidence.needIsReal': 'need-not-confirmed',
    });
    expect(mark(['day'], 'Measure', 'future-date')).toEqual({ 'measurement.day': 'future-date' });
    expect(mark(['I-2'], 'ApproveAsManager', 'similar-not-answered')).toEqual({
      '_similar.I-2': 'similar-not-answered',
    });
  });

  it('is for the whole form when no field is named', () =>
    expect(mark([], 'Reject', 'already-decided')).toEqual({}));

  it('marks the fields of a schema error', () =>
    expect(
      errorsOf(
        { status: 400, code: 'invalid', errors: [{ path: 'reason', code: 'too-long' }] },
        specsFor('Reject', view()),
        view(),
      ),
    ).toEqual({
      reason: 'too-long',
    }));
});
