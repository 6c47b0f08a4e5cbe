import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { facts, type Part } from './elements.ts';
import type { Form } from './form.ts';
import type { UnitChoice } from './model.ts';
import { names, unitName } from './parts.ts';
import { proposalParts, typicalProposal } from './proposalParts.ts';
import { FURNITURE, isTypical, roomBeside } from './reviewRoom.ts';

/** What there is to decide on: who asks, the need, what is suggested, what it gives. */
export function reviewSummary(
  view: InitiativeView,
  form: Form,
  units: readonly UnitChoice[],
  texts: Texts,
): Part[] {
  const { t, day, time } = texts;
  const { content, proposer, submittedAt, next } = view;
  const proposal = isTypical(content, form)
    ? typicalProposal(texts)(content)
    : proposalParts(content, roomBeside(view, form, FURNITURE), texts);
  return [
    facts([
      [t('cards.review.from'), names([proposer])],
      [t('cards.review.unit'), unitName(units, content.unit)],
      [t('cards.review.sent'), submittedAt && time(submittedAt)],
      [t('cards.review.answer-by'), next.deadline && day(next.deadline)],
    ]),
    ...proposal,
  ];
}
