import { LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView, SimilarView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { actionSet, button } from './buttons.ts';
import { fundingChoices, similarChoices, unitChoices } from './choices.ts';
import { box, CLOSE, container, type Element, quiet, section } from './elements.ts';
import { choiceInput, type Form, numberInput, textInput, toggle, typed } from './form.ts';
import type { UnitChoice } from './model.ts';
import { perLanguage } from './perLanguage.ts';
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
  const leadsTo = track === null ? [] : [quiet(texts.t(`trackHelp.${track}`), CLOSE)];
  const isLight = track === 'light';
  const untouched = isLight ? untouchedLightEvidence : untouchedEvidence;
  const inputs = isUntouched(form) ? untouched(texts) : evidence(form, isLight, texts);
  return [section(texts.t('cards.review.approve-heading')), ...leadsTo, ...inputs];
}

/** On the light track there is nothing to prepare, so the hours for it are not asked for. */
const evidence = (form: Form, isLight: boolean, texts: Texts): Element[] => [
  ...toggle(form, 'needIsReal', texts.t('cards.review.needIsReal')),
  ...toggle(form, 'fitsGoals', texts.t('cards.review.fitsGoals')),
  ...(isLight
    ? []
    : numberInput(form, 'preparationHours', texts.t('cards.review.preparationHours'), { min: 0 })),
  ...choiceInput(form, 'fundingIdea', texts.t('cards.review.fundingIdea'), fundingChoices(texts), {
    placeholder: texts.t('common.choose'),
  }),
];

export const reasonInput = (form: Form, texts: Texts): Element[] =>
  isUntouched(form) ? untouchedReason(texts) : reason(form, texts);

const reason = (form: Form, { t }: Texts): Element[] => [
  ...textInput(form, 'reason', t('cards.review.reason'), {
    maxLength: LIMITS.reason,
    multiline: true,
    placeholder: t('cards.review.reason-placeholder'),
  }),
  quiet(t('cards.review.reason-help'), CLOSE),
];

/** A card that nobody has filled in yet: most of them. */
const isUntouched = ({ values, errors }: Form): boolean => values === undefined && errors === undefined;
const untouchedEvidence = perLanguage((texts) => evidence({}, false, texts));
const untouchedLightEvidence = perLanguage((texts) => evidence({}, true, texts));
const untouchedReason = perLanguage((texts) => reason({}, texts));

/** Opened by its button, or when something is wrong with it. @param own the unit that has it now, which is no choice */
export function forwardInputs(
  form: Form,
  data: ButtonData,
  own: string | undefined,
  units: readonly UnitChoice[],
  texts: Texts,
): Element {
  const { t } = texts;
  const { choices } = unitChoices(units, ROOM_FOR_UNITS, typed(form, 'forwardUnit') ?? own);
  const others = choices.filter(({ value }) => value !== own);
  const isOpen = form.errors?.forwardUnit !== undefined || typed(form, 'forwardUnit') !== undefined;
  const choose = { placeholder: t('cards.problem.unit-placeholder') };
  return container(
    [
      ...choiceInput(form, 'forwardUnit', t('cards.review.forward-unit'), others, choose),
      actionSet(button('forward', data, texts)),
    ],
    { id: 'forward', isVisible: isOpen },
  );
}
