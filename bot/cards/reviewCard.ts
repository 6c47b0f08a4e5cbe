import type { OrderType } from '../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { button, mainButton, toggleButton } from './buttons.ts';
import { card, type Element, heading, quiet, text } from './elements.ts';
import { errorSummary, type Form } from './form.ts';
import type { CardJson, FieldErrors, RawValues, UnitChoice } from './model.ts';
import { plain, plainLine } from './neutralise.ts';
import { titleOf } from './parts.ts';
import { evidenceInputs, forwardInputs, reasonInput, similarInputs } from './reviewInputs.ts';
import { reviewSummary } from './reviewSummary.ts';

export type ReviewModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly units: readonly UnitChoice[];
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
  /** Whose manager decides: the unit it was forwarded to, else the proposal's own. */
  readonly unit?: string | undefined;
  /** Why the card is shown now, ready text. */
  readonly reason?: string;
  /** Name of the one who is away. */
  readonly substituteFor?: string;
};

/** For the one who decides: what it is about, what it gives, what is alike, and the four answers. */
export function reviewCard(model: ReviewModel, texts: Texts): CardJson {
  const { view, op, units, values, errors, reason, substituteFor } = model;
  const { unit = view.content.unit } = model;
  const { t } = texts;
  const form: Form = { values, errors };
  const data = { op, id: view.id };
  const may = (order: OrderType): boolean => view.may.includes(order);
  return card(
    [
      reason !== undefined && text(plain(reason)),
      quiet(t('cards.review.kicker', { number: view.number ?? '' })),
      heading(titleOf(view, view.detailsHidden, texts)),
      substituteFor !== undefined && text(t('cards.review.substitute', { name: plainLine(substituteFor) })),
      errorSummary(form, texts),
      ...reviewSummary(view, form, units, unit, texts),
      ...similarInputs(view.similar, form, units, texts),
      ...(may('ApproveAsManager') ? evidenceInputs(view, form, texts) : []),
      ...reasonInput(form, texts),
      may('Forward') && forwardInputs(form, data, unit, units, texts),
    ],
    answers(may, data, texts),
  );
}

/** The four buttons, as far as this person may; forwarding first asks where to. */
const answers = (
  may: (order: OrderType) => boolean,
  data: { op: string; id: string },
  texts: Texts,
): Element[] => [
  ...(may('ApproveAsManager') ? [mainButton('approve', data, texts)] : []),
  ...(may('Return') ? [button('return', data, texts)] : []),
  ...(may('Reject') ? [button('reject', data, texts)] : []),
  ...(may('Forward') ? [toggleButton(texts.t('buttons.forward-open'), ['forward'])] : []),
];
