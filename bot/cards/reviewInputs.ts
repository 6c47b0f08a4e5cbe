import { LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView, SimilarView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, button } from './buttons.ts';
import { fundingChoices, similarChoices, unitChoices } from './choices.ts';
import { box, CLOSE, container, type Element, quiet, section } from './elements.ts';
import { choiceInput, type Form, numberInput, textInput, toggle, typed } from './form.ts';
import type { UnitChoice } from './model.ts';
import { similarCase } from './similarCases.ts';
import type { ButtonData } from './verbs.ts';

const ROOM_FOR_UNITS = 4_000;
const SIMILAR_REASON = 500;

/** Every case that was shown gets an answer; keeping them apart needs a reason. */
export function similarInputs(
  similar: readonly SimilarView[],
  form: Form,
  units: readonly UnitChoice[],
  texts: Texts,
): Element[] {
  if (similar.length === 0) return [];
  const { t } = texts;
  const choose = { placeholder: t('common.choose') };
  return [
    section(t('cards.review.similar-heading', { count: similar.length })),
    quiet(t('cards.review.similar-help'), CLOSE),
    ...similar.map((hit) => {
      const question = t('cards.review.similar-answer', { number: hit.number });
      const why = t('cards.review.similar-reason');
      return box([
        ...similarCase(hit, units, texts),
        ...choiceInput(form, `similar:${hit.id}`, question, similarChoices(texts), choose),
        ...textInput(form, `similarReason:${hit.id}`, why, { maxLength: SIMILAR_REASON }),
      ]);
    }),
  ];
}

/** What the manager vouches for at G2, with what an approval leads to. */
export function evidenceInputs({ track }: InitiativeView, form: Form, texts: Texts): Element[] {
  const { t } = texts;
  const choose = { placeholder: t('common.choose') };
  return [
    section(t('cards.review.approve-heading')),
    ...(track === null ? [] : [quiet(t(`trackHelp.${track}`), CLOSE)]),
    ...toggle(form, 'needIsReal', t('cards.review.needIsReal')),
    ...toggle(form, 'fitsGoals', t('cards.review.fitsGoals')),
    ...numberInput(form, 'preparationHours', t('cards.review.preparationHours'), { min: 0 }),
    ...choiceInput(form, 'fundingIdea', t('cards.review.fundingIdea'), fundingChoices(texts), choose),
  ];
}

export function reasonInput(form: Form, { t }: Texts): Element[] {
  const placeholder = t('cards.review.reason-placeholder');
  return [
    ...textInput(form, 'reason', t('cards.review.reason'), {
      maxLength: LIMITS.reason,
      multiline: true,
      placeholder,
    }),
    quiet(t('cards.review.reason-help'), CLOSE),
  ];
}

/** Opened by its button, or when something is wrong with it. */
export function forwardInputs(
  form: Form,
  data: ButtonData,
  view: InitiativeView,
  units: readonly UnitChoice[],
  texts: Texts,
): Element {
  const { t } = texts;
  const own = view.content.unit;
  const { choices } = unitChoices(
    units.filter(({ id }) => id !== own),
    ROOM_FOR_UNITS,
    typed(form, 'forwardUnit') ?? own,
  );
  const isOpen = form.errors?.forwardUnit !== undefined || typed(form, 'forwardUnit') !== undefined;
  const choose = { placeholder: t('cards.problem.unit-placeholder') };
  return container(
    [
      ...choiceInput(form, 'forwardUnit', t('cards.review.forward-unit'), choices, choose),
      actionSet(button('forward', data, texts)),
    ],
    { id: 'forward', isVisible: isOpen },
  );
}
