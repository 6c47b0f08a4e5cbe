import { LIMITS } from '../../domain/initiatives/content.ts';
import type { Texts } from '../texts/texts.ts';
import { mainButton } from './buttons.ts';
import { groupChoices, unitChoices } from './choices.ts';
import { CLOSE, card, heading, quiet } from './elements.ts';
import { choiceInput, errorSummary, textInput, typed } from './form.ts';
import type { CardJson, FieldErrors, RawValues, UnitChoice } from './model.ts';

export type ProblemModel = {
  readonly op: string;
  /** Id of the draft when there is one already. */
  readonly draft?: string;
  readonly values: RawValues;
  readonly units: readonly UnitChoice[];
  readonly errors?: FieldErrors;
};

const ROOM_FOR_UNITS = 8_000;

/** Step 1: the problem first, the solution later. */
export function problemCard({ op, draft, values, units, errors }: ProblemModel, texts: Texts): CardJson {
  const { t } = texts;
  const form = { values, errors };
  const unit = unitChoices(units, ROOM_FOR_UNITS, typed(form, 'unit'));
  const placeholder = t('cards.problem.placeholder');
  return card(
    [
      quiet(t('cards.problem.step')),
      heading(t('cards.problem.heading')),
      errorSummary(form, texts),
      ...textInput(form, 'problem', t('cards.problem.label'), {
        maxLength: LIMITS.problem,
        multiline: true,
        placeholder,
      }),
      quiet(t('cards.problem.warning'), CLOSE),
      ...choiceInput(form, 'unit', t('cards.problem.unit'), unit.choices, {
        placeholder: t('cards.problem.unit-placeholder'),
      }),
      unit.cut && quiet(t('cards.problem.units-cut'), CLOSE),
      ...choiceInput(form, 'affectedGroups', t('cards.problem.groups'), groupChoices(texts), {
        style: 'expanded',
        many: true,
      }),
    ],
    [mainButton('draft-next', { op, ...(draft !== undefined && { id: draft }) }, texts)],
  );
}
