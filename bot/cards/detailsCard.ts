import { FLAGS, LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView, SimilarView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, button, mainButton } from './buttons.ts';
import { categoryChoices, changeTypeChoices } from './choices.ts';
import { alert, CLOSE, card, container, type Element, heading, quiet, section } from './elements.ts';
import { estimateResult } from './estimate.ts';
import { estimateInputs, estimateValues } from './estimateInputs.ts';
import { changed, FIGURES, filled, MORE } from './filled.ts';
import { choiceInput, errorSummary, type Form, textInput, toggle } from './form.ts';
import type { CardJson, FieldErrors, RawValues, UnitChoice } from './model.ts';
import { optional } from './optional.ts';
import { similarCases } from './similarCases.ts';

export type DetailsModel = {
  readonly op: string;
  readonly view: InitiativeView;
  readonly similar: readonly SimilarView[];
  /** For naming where a similar case is; left out, the place is not named. */
  readonly units?: readonly UnitChoice[];
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
};

/** Step 2: what is alike already, a few choices, and what the proposer may add. Sent in from here. */
export function detailsCard(
  { op, view, similar, units, values, errors }: DetailsModel,
  texts: Texts,
): CardJson {
  const { t } = texts;
  const saved = savedValues(view);
  const form: Form = { values: changed(saved, values), errors };
  const data = { op, id: view.id, ...filled(saved, [...MORE, ...FIGURES]) };
  return card(
    [
      quiet(t('cards.details.step')),
      heading(t('cards.details.heading')),
      errorSummary(form, texts),
      ...textInput(form, 'title', t('cards.details.title'), { maxLength: LIMITS.title }),
      quiet(t('cards.details.title-help'), CLOSE),
      ...similarCases(similar, units, texts),
      // In a container, not where step 1 has its list of units: a client that reuses that list would show units here.
      container([
        ...choiceInput(form, 'changeType', t('cards.details.changeType'), changeTypeChoices(texts), {
          placeholder: t('common.choose'),
        }),
        ...choiceInput(form, 'category', t('cards.details.category'), categoryChoices(texts), {
          placeholder: t('common.choose'),
        }),
      ]),
      section(t('cards.details.flags-heading')),
      quiet(t('cards.details.flags-help'), CLOSE),
      errors?.flags !== undefined && alert(errors.flags, { size: 'Small', ...CLOSE }),
      ...FLAGS.flatMap((flag) => toggle(form, flag, t(`flags.${flag}`))),
      ...toggle(form, 'severalUnits', t('cards.details.severalUnits')),
      optional(
        { id: 'more', title: t('buttons.more-about-solution'), inputs: MORE },
        moreInputs(form, texts),
        form,
      ),
      estimateInputs(form, texts, [
        actionSet(button('draft-count', data, texts)),
        ...(view.content.estimate ? estimateResult(view.content.estimate, texts) : []),
      ]),
    ],
    [mainButton('submit', data, texts), button('draft-save', data, texts), button('draft-back', data, texts)],
  );
}

/** The draft as it is saved, in the form of inputs. */
export function savedValues({ content }: InitiativeView): RawValues {
  const { flags, estimate: _inputs, severalUnits, ...rest } = content;
  return {
    ...rest,
    ...flags,
    severalUnits: severalUnits ?? false,
    affectedGroups: content.affectedGroups?.join(','),
    ...estimateValues(content),
  };
}

const moreInputs = (form: Form, { t }: Texts): Element[] => [
  ...textInput(form, 'solution', t('cards.details.solution'), {
    maxLength: LIMITS.solution,
    multiline: true,
  }),
  ...textInput(form, 'effect', t('cards.details.effect'), {
    maxLength: LIMITS.effect,
    multiline: true,
    placeholder: t('cards.details.effect-placeholder'),
  }),
];
