import { FLAGS } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { CLOSE, type Fact, facts, type Part, quiet, section, text } from './elements.ts';
import { estimateResult } from './estimate.ts';
import type { Form } from './form.ts';
import type { UnitChoice } from './model.ts';
import { longText, names, showAll, unitName } from './parts.ts';
import { reviewRoom } from './reviewRoom.ts';

/** What there is to decide on: who asks, the need, what is suggested, what it gives. */
export function reviewSummary(
  view: InitiativeView,
  form: Form,
  units: readonly UnitChoice[],
  texts: Texts,
): Part[] {
  const { t, day, time } = texts;
  const { content, proposer, submittedAt, next } = view;
  const room = reviewRoom(view, form);
  const problem = longText(room.problem, 'problemRest');
  const solution = longText(room.solution, 'solutionRest');
  return [
    facts([
      [t('cards.review.from'), names([proposer])],
      [t('cards.review.unit'), unitName(units, content.unit)],
      [t('cards.review.sent'), submittedAt && time(submittedAt)],
      [t('cards.review.answer-by'), next.deadline && day(next.deadline)],
    ]),
    section(t('cards.review.problem')),
    ...problem.parts,
    ...(room.solution === '' ? [] : [section(t('cards.review.solution')), ...solution.parts]),
    ...(room.effect === '' ? [] : [section(t('cards.review.effect')), text(room.effect, CLOSE)]),
    showAll([problem.hidden, solution.hidden], texts),
    room.isCut && quiet(t('common.cut')),
    facts(kindFacts(view, texts), { spacing: 'Large' }),
    ...(content.estimate ? estimateResult(content.estimate, texts) : [quiet(t('cards.review.no-estimate'))]),
  ];
}

/** A municipality may have groups and categories of its own; without a text their key is shown. */
function kindFacts({ content, track }: InitiativeView, { t }: Texts): Fact[] {
  const { affectedGroups, changeType, category, flags, severalUnits } = content;
  const touched = FLAGS.filter((flag) => flags?.[flag]).map((flag) => t(`flagNames.${flag}`));
  if (severalUnits) touched.push(t('cards.review.several-units'));
  const groups = affectedGroups?.map((group) => t(`groups.${group}`, { defaultValue: group }));
  return [
    [t('cards.review.affected'), groups?.join(', ')],
    [t('cards.review.changeType'), changeType && t(`changeTypes.${changeType}`)],
    [t('cards.review.category'), category && t(`categories.${category}`, { defaultValue: category })],
    [t('cards.review.flags'), touched.join(', ') || t('cards.review.flags-none')],
    [t('cards.review.track'), track && t(`tracks.${track}`)],
  ];
}
