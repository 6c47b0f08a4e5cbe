import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { earlierPart } from './caseParts.ts';
import { facts, type Part } from './elements.ts';
import type { Form } from './form.ts';
import type { UnitChoice } from './model.ts';
import { names, unitName } from './parts.ts';
import { proposalParts, typicalProposal } from './proposalParts.ts';
import { isTypical, roomBeside } from './reviewRoom.ts';

/** What there is to decide on: who asks, what has been said before, the need, what is suggested, what it gives. */
export function reviewSummary(
  view: InitiativeView,
  form: Form,
  units: readonly UnitChoice[],
  unit: string | undefined,
  texts: Texts,
): Part[] {
  const { t, day, time } = texts;
  const { content, proposer, submittedAt, next } = view;
  const room = isTypical(content, form) ? undefined : roomBeside(view, form);
  const proposal = room ? proposalParts(content, room.texts, texts) : typicalProposal(texts)(content);
  return [
    facts([
      [t('cards.review.from'), names([proposer])],
      [t('cards.review.unit'), unitName(units, unit)],
      [t('cards.review.sent'), submittedAt && time(submittedAt)],
      [t('cards.review.answer-by'), next.deadline && day(next.deadline)],
    ]),
    ...(room?.hasEarlier === false ? [] : earlierPart(view, texts)),
    ...proposal,
  ];
}
