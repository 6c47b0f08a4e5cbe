import { DEFAULT_BENEFIT_MODEL } from '../../domain/benefits/model.ts';
import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { Texts } from '../texts/texts.ts';
import { CLOSE, type Element, quiet, section } from './elements.ts';
import { FIGURES } from './filled.ts';
import { type Form, numberInput } from './form.ts';
import type { RawValues } from './model.ts';
import { optional } from './optional.ts';

/** The short estimate behind its button, with what comes after the figures. */
export const estimateInputs = (form: Form, texts: Texts, after: readonly Element[] = []): Element =>
  optional(
    { id: 'estimate', title: texts.t('buttons.estimate'), inputs: FIGURES },
    [
      section(texts.t('cards.details.estimate-heading')),
      quiet(
        texts.t(after.length > 0 ? 'cards.details.estimate-help' : 'cards.details.estimate-guess'),
        CLOSE,
      ),
      ...FIGURES.flatMap((id) => figure(id, form, texts)),
      ...after,
    ],
    form,
  );

function figure(id: (typeof FIGURES)[number], form: Form, texts: Texts): Element[] {
  const { t, kr } = texts;
  const usual = DEFAULT_BENEFIT_MODEL.defaultHourCost;
  const help = {
    // A placeholder and not a value: a value alone would make an estimate of a proposal that has none.
    hourCost: { placeholder: String(usual), text: t('cards.details.hourCost-help', { amount: kr(usual) }) },
    adoption: { placeholder: '100', text: t('cards.details.adoption-help') },
  };
  const hint = id === 'hourCost' || id === 'adoption' ? help[id] : undefined;
  const limits = id === 'adoption' ? { min: 0, max: 100 } : { min: 0 };
  const options = { ...limits, ...(hint && { placeholder: hint.placeholder }) };
  const input = numberInput(form, id, t(`cards.details.${id}`), options);
  return hint ? [...input, quiet(hint.text, CLOSE)] : input;
}

/** A saved estimate in the form of inputs: adoption in percent. */
export const estimateValues = ({ estimate }: DraftContent): RawValues => ({
  ...estimate,
  adoption: estimate?.adoption?.[0] === undefined ? undefined : Math.round(estimate.adoption[0] * 100),
});
