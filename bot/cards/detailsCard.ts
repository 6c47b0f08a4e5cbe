import { DEFAULT_BENEFIT_MODEL } from '../../domain/benefits/model.ts';
import { FLAGS, LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView, SimilarView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, button, mainButton, toggleButton } from './buttons.ts';
import { categoryChoices, changeTypeChoices } from './choices.ts';
import { alert, CLOSE, card, container, type Element, heading, quiet, section } from './elements.ts';
import { estimateResult } from './estimate.ts';
import { choiceInput, errorSummary, type Form, numberInput, textInput, toggle } from './form.ts';
import type { CardJson, FieldErrors, RawValues, UnitChoice } from './model.ts';
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

const MORE = ['solution', 'effect'] as const;
const FIGURES = [
  'volumePerYear',
  'minutesPerItem',
  'hourCost',
  'oneTimeCost',
  'yearlyCost',
  'adoption',
] as const;

/** Step 2: what is alike already, a few choices, and what the proposer may add. Sent in from here. */
export function detailsCard(
  { op, view, similar, units, values, errors }: DetailsModel,
  texts: Texts,
): CardJson {
  const { t } = texts;
  const form: Form = { values: { ...savedValues(view), ...values }, errors };
  const data = { op, id: view.id };
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
      optional('more', t('buttons.more-about-solution'), MORE, moreInputs(form, texts), form),
      optional('estimate', t('buttons.estimate'), FIGURES, estimateInputs(form, texts), form),
      ...(view.content.estimate ? estimateResult(view.content.estimate, texts) : []),
    ],
    [mainButton('submit', data, texts), button('draft-save', data, texts), button('draft-back', data, texts)],
  );
}

/** The draft as it is saved, in the form of inputs. */
export function savedValues({ content }: InitiativeView): RawValues {
  const { flags, estimate, severalUnits, ...rest } = content;
  return {
    ...rest,
    ...flags,
    severalUnits: severalUnits ?? false,
    affectedGroups: content.affectedGroups?.join(','),
    ...estimate,
    adoption: estimate?.adoption?.[0] === undefined ? undefined : Math.round(estimate.adoption[0] * 100),
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

function estimateInputs(form: Form, { t, kr }: Texts): Element[] {
  const usual = DEFAULT_BENEFIT_MODEL.defaultHourCost;
  const help = {
    // A placeholder and not a value: a value alone would make an estimate of a proposal that has none.
    hourCost: { placeholder: String(usual), text: t('cards.details.hourCost-help', { amount: kr(usual) }) },
    adoption: { placeholder: '100', text: t('cards.details.adoption-help') },
  };
  return [
    section(t('cards.details.estimate-heading')),
    quiet(t('cards.details.estimate-help'), CLOSE),
    ...FIGURES.flatMap((id) => {
      const hint = id === 'hourCost' || id === 'adoption' ? help[id] : undefined;
      const limits = id === 'adoption' ? { min: 0, max: 100 } : { min: 0 };
      const options = { ...limits, ...(hint && { placeholder: hint.placeholder }) };
      const input = numberInput(form, id, t(`cards.details.${id}`), options);
      return hint ? [...input, quiet(hint.text, CLOSE)] : input;
    }),
  ];
}

/** Inputs behind a button; open from the start when they hold something or something is wrong with them. */
function optional(
  id: string,
  title: string,
  inputs: readonly string[],
  items: readonly Element[],
  { values, errors }: Form,
): Element {
  const isFilled = inputs.some((input) => values?.[input] !== undefined && values[input] !== '');
  const isOpen = isFilled || inputs.some((input) => errors?.[input] !== undefined);
  return container([actionSet(toggleButton(title, [id])), container(items, { id, isVisible: isOpen })], {
    spacing: 'Medium',
  });
}
