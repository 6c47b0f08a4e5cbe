import type { OrderType } from '../../../../domain/initiatives/commands.ts';
import { LIMITS } from '../../../../domain/initiatives/content.ts';
import { STATUSES } from '../../../../domain/initiatives/followUps.ts';
import { isActive, isAtWork } from '../../../../domain/initiatives/states.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import type { SWEDISH, TextKey } from '../../texts/index.ts';

/** What a person has typed, by path in the order: `reason`, `measurement.value`. Ticked is "true". */
export type FormValues = Readonly<Record<string, string>>;

export type Option = { readonly value: string; readonly label: TextKey };

/** One input of an order's form. `path` is where its value goes in the order; a path with `_` stays in the form. */
export type FieldSpec = {
  readonly path: string;
  readonly text: keyof typeof SWEDISH.fields;
  readonly kind:
    | 'long'
    | 'line'
    | 'number'
    | 'day'
    | 'choice'
    | 'unit'
    | 'coach'
    | 'person'
    | 'goal'
    | 'item'
    | 'check'
    | 'similar'
    | 'case';
  readonly optional?: boolean;
  /** A box that must be ticked, and the refusal when it is not. */
  readonly confirm?: 'need-not-confirmed';
  /** Characters. */
  readonly limit?: number;
  readonly options?: readonly Option[];
  /** Shown and sent only then. */
  readonly when?: (values: FormValues) => boolean;
};

const reason = (text: FieldSpec['text'] = 'reason'): FieldSpec => ({
  path: 'reason',
  text,
  kind: 'long',
  limit: LIMITS.reason,
});
const note: FieldSpec = { path: 'note', text: 'note', kind: 'long', optional: true, limit: LIMITS.note };
const lesson: readonly FieldSpec[] = [
  { path: 'lesson.text', text: 'lesson', kind: 'long', limit: LIMITS.reason },
  { path: 'lesson.advice', text: 'advice', kind: 'long', optional: true, limit: LIMITS.note },
];
const optionsOf = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => TextKey,
): Option[] => values.map((value) => ({ value, label: label(value) }));

const measurement: readonly FieldSpec[] = [
  { path: 'measurement.goal', text: 'goal', kind: 'goal' },
  { path: 'measurement.value', text: 'value', kind: 'number' },
  { path: 'measurement.day', text: 'measurementDay', kind: 'day' },
  { path: 'measurement.source', text: 'source', kind: 'line', limit: 200 },
];

const grades = optionsOf(['0', '1', '2', '3', '4'] as const, (grade) => `codes:grade.${grade}`);

/** The form of every order that has one. The inputs of StartDraft and ChangeContent are the proposal's own. */
const SPECS: Readonly<
  Record<Exclude<OrderType, 'StartDraft' | 'ChangeContent' | keyof typeof SPECS_FOR>, readonly FieldSpec[]>
> = {
  Submit: [],
  Resubmit: [{ path: 'changes', text: 'changes', kind: 'long', limit: LIMITS.reason }],
  Return: [reason('returnReason')],
  Reject: [reason('rejectReason')],
  Forward: [{ path: 'unit', text: 'forwardUnit', kind: 'unit' }, reason()],
  AssignCoach: [{ path: 'coach', text: 'coach', kind: 'coach' }],
  Classify: [
    { path: 'classification.c', text: 'confidentiality', kind: 'choice', options: grades },
    { path: 'classification.i', text: 'integrity', kind: 'choice', options: grades },
    { path: 'classification.a', text: 'availability', kind: 'choice', options: grades },
  ],
  SetGoal: [
    {
      path: 'goal.kind',
      text: 'goalKind',
      kind: 'choice',
      options: optionsOf(['effect', 'project'] as const, (kind) => `codes:goalKind.${kind}`),
    },
    { path: 'goal.text', text: 'goalText', kind: 'long', limit: LIMITS.effect },
    { path: 'goal.measure', text: 'measure', kind: 'line', limit: 200 },
    { path: 'goal.unit', text: 'measureUnit', kind: 'line', limit: 40 },
    { path: 'goal.baseline', text: 'baseline', kind: 'number' },
    { path: 'goal.target', text: 'target', kind: 'number' },
    { path: 'goal.due', text: 'due', kind: 'day' },
  ],
  CompletePreparation: [note],
  Merge: [{ path: 'target', text: 'mergeTarget', kind: 'case' }, reason()],
  Recommend: [
    {
      path: 'recommendation',
      text: 'recommendation',
      kind: 'choice',
      options: optionsOf(
        ['recommend', 'recommend-with-conditions', 'advise-against'] as const,
        (each) => `codes:recommendation.${each}`,
      ),
    },
    reason(),
  ],
  ApproveInCouncil: [
    reason(),
    { path: 'conditions', text: 'conditions', kind: 'long', optional: true, limit: LIMITS.note },
    { path: 'registryNumber', text: 'registryNumber', kind: 'line', optional: true },
  ],
  Start: [
    {
      path: 'next',
      text: 'startNext',
      kind: 'choice',
      options: optionsOf(['PROCUREMENT', 'EXECUTION'] as const, (next) => `codes:startNext.${next}`),
    },
    { path: 'projectManager', text: 'projectManager', kind: 'person', optional: true },
    note,
  ],
  RecordContract: [note],
  GoLive: [note],
  HandOver: lesson,
  Close: [note],
  Pause: [reason(), { path: 'until', text: 'until', kind: 'day' }],
  Resume: [note],
  Measure: measurement,
  ReportOutcome: [
    { path: 'year', text: 'year', kind: 'number' },
    { path: 'amount', text: 'outcomeAmount', kind: 'number' },
    { path: 'expected', text: 'outcomeExpected', kind: 'number' },
    { path: 'source', text: 'source', kind: 'line', limit: 200 },
  ],
  LearnLesson: lesson,
  Retire: [
    { path: 'what', text: 'retiredWhat', kind: 'line', limit: 200 },
    { path: 'on', text: 'retiredOn', kind: 'day' },
  ],
};

/** The inputs for an order on this case, in the order they are asked. */
export function specsFor(type: OrderType, view: InitiativeView): readonly FieldSpec[] {
  switch (type) {
    case 'StartDraft':
    case 'ChangeContent':
      return [];
    case 'FollowUp':
    case 'ApproveAsManager':
    case 'Cancel':
    case 'DecideOnDeviation':
      return SPECS_FOR[type](view);
    default:
      return SPECS[type];
  }
}

/** Once work has begun a lesson is asked for, and what it has cost once money has been spent on the work itself. */
const cancel = ({ state }: InitiativeView): readonly FieldSpec[] => [
  reason(),
  { path: 'costSoFar', text: 'costSoFar', kind: 'number', optional: !isAtWork(state) },
  { path: 'lesson', text: 'lesson', kind: 'long', optional: !isActive(state), limit: LIMITS.note },
];

/** The reason for cancelling is the lesson of it when none is written. */
function decideOnDeviation(view: InitiativeView): readonly FieldSpec[] {
  const [, costSoFar, lesson] = cancel(view);
  const isChosen = (choice: string) => (values: FormValues) => values.choice === choice;
  return [
    {
      path: 'choice',
      text: 'choice',
      kind: 'choice',
      options: optionsOf(
        ['continue', 'change', 'pause', 'cancel'] as const,
        (choice) => `codes:deviation.${choice}`,
      ),
    },
    reason(),
    { path: 'until', text: 'until', kind: 'day', when: isChosen('pause') },
    ...(costSoFar ? [{ ...costSoFar, when: isChosen('cancel') }] : []),
    ...(lesson ? [{ ...lesson, optional: true, when: isChosen('cancel') }] : []),
  ];
}

function followUp(view: InitiativeView): readonly FieldSpec[] {
  const wanted = (values: FormValues) => values._measurement === 'true';
  return [
    {
      path: 'status',
      text: 'status',
      kind: 'choice',
      options: optionsOf(STATUSES, (status) => `codes:statusMeaning.${status}`),
    },
    { path: 'text', text: 'followUpText', kind: 'long', limit: LIMITS.reason },
    ...(view.schedule.length > 1
      ? [{ path: 'item', text: 'item', kind: 'item', optional: true } as const]
      : []),
    ...(view.goals.length > 0
      ? [{ path: '_measurement', text: 'withMeasurement', kind: 'check' } as const]
      : []),
    ...(view.goals.length > 0 ? measurement.map((spec) => ({ ...spec, when: wanted })) : []),
  ];
}

const FUNDING = ['own-budget', 'central-funds', 'external-funds', 'no-cost', 'not-known'] as const;

const approve = (view: InitiativeView): readonly FieldSpec[] => [
  { path: 'evidence.needIsReal', text: 'needIsReal', kind: 'check', confirm: 'need-not-confirmed' },
  { path: 'evidence.fitsGoals', text: 'fitsGoals', kind: 'check', confirm: 'need-not-confirmed' },
  ...(view.similar.length > 0
    ? [{ path: 'evidence.similarAnswers', text: 'similarAnswers', kind: 'similar' } as const]
    : []),
  { path: 'evidence.preparationHours', text: 'preparationHours', kind: 'number' },
  {
    path: 'evidence.fundingIdea',
    text: 'fundingIdea',
    kind: 'choice',
    options: optionsOf(FUNDING, (idea) => `codes:funding.${idea}`),
  },
  note,
];

/** Forms that depend on the case. */
const SPECS_FOR = {
  FollowUp: followUp,
  ApproveAsManager: approve,
  Cancel: cancel,
  DecideOnDeviation: decideOnDeviation,
};
