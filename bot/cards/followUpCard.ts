import { LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, mainButton, toggleButton } from './buttons.ts';
import { statusChoices } from './choices.ts';
import { alert, CLOSE, card, container, type Element, heading, quiet } from './elements.ts';
import { choiceInput, dateInput, errorSummary, type Form, numberInput, textInput } from './form.ts';
import type { CardJson, FieldErrors, RawValues, Scope } from './model.ts';
import { plainLine } from './neutralise.ts';
import { isHidden, titleOf } from './parts.ts';
import { fitText } from './room.ts';

export type FollowUpModel = {
  readonly view: InitiativeView;
  readonly op: string;
  /** Where it is shown; a protected case is named in a person's own chat only. */
  readonly scope?: Scope;
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
};

const SOURCE = 200;
const MOST_GOALS = 12;
const GOAL_ROOM = 300;
const MEASUREMENT = ['goal', 'value', 'day', 'source'] as const;

/** How it goes: a status in words, a few lines, and a measurement where there are goals (R-135, R-144). */
export function followUpCard({ view, op, scope, values, errors }: FollowUpModel, texts: Texts): CardJson {
  const { t } = texts;
  const form: Form = { values, errors };
  const hidden = isHidden(view, scope === 'personal');
  return card(
    [
      quiet(t('cards.follow-up.kicker', { number: view.number ?? '' })),
      heading(titleOf(view, hidden, texts)),
      dueLine(view, texts),
      previousLine(view, texts),
      errorSummary(form, texts),
      ...choiceInput(form, 'status', t('cards.follow-up.status'), statusChoices(texts), {
        style: 'expanded',
      }),
      quiet(t('cards.follow-up.red-help'), CLOSE),
      ...textInput(form, 'text', t('cards.follow-up.text'), {
        maxLength: LIMITS.reason,
        multiline: true,
        placeholder: t('cards.follow-up.text-placeholder'),
      }),
      !hidden && view.goals.length > 0 && measurementPart(view, form, texts),
    ],
    [mainButton('follow-up-save', { op, id: view.id }, texts)],
  );
}

function dueLine({ schedule, overdueDays }: InitiativeView, { t, day }: Texts): Element | undefined {
  const [next] = schedule;
  if (!next) return undefined;
  if (overdueDays > 0)
    return alert(
      `${t('cards.case.overdue', { count: overdueDays })} ${t('cards.follow-up.due', { day: day(next.due) })}.`,
    );
  return quiet(`${t(`followUpKinds.${next.kind}`)}. ${t('cards.follow-up.due-by', { day: day(next.due) })}.`);
}

function previousLine({ followUps }: InitiativeView, { t, time }: Texts): Element | undefined {
  const last = followUps.at(-1);
  return (
    last &&
    quiet(t('cards.follow-up.previous', { status: t(`statusNames.${last.status}`), when: time(last.at) }), {
      spacing: 'Small',
    })
  );
}

function measurementPart(view: InitiativeView, form: Form, texts: Texts): Element {
  const { t, number } = texts;
  const goals = view.goals.slice(0, MOST_GOALS).map(({ id, text, baseline, target, unit }) => ({
    title: t('cards.follow-up.goal-choice', {
      text: fitText(plainLine(text), GOAL_ROOM),
      baseline: number(baseline),
      target: number(target),
      unit: plainLine(unit),
    }),
    value: id,
  }));
  const isOpen = MEASUREMENT.some((id) => form.errors?.[id] !== undefined || form.values?.[id]);
  const inputs = [
    ...choiceInput(form, 'goal', t('cards.follow-up.goal'), goals, { placeholder: t('common.choose') }),
    ...numberInput(form, 'value', t('cards.follow-up.value')),
    ...dateInput(form, 'day', t('cards.follow-up.day')),
    ...textInput(form, 'source', t('cards.follow-up.source'), {
      maxLength: SOURCE,
      placeholder: t('cards.follow-up.source-placeholder'),
    }),
  ];
  return container([
    actionSet(toggleButton(t('cards.follow-up.measurement-heading'), ['measurement'])),
    container(inputs, { id: 'measurement', isVisible: isOpen }),
  ]);
}
