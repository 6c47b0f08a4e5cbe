import { type DraftContent, FLAGS } from '../../domain/initiatives/content.ts';
import { remembering } from '../texts/remembering.ts';
import type { Texts } from '../texts/texts.ts';
import { CLOSE, type Fact, facts, type Part, present, quiet, section, text } from './elements.ts';
import { estimateResult } from './estimate.ts';
import { plain } from './neutralise.ts';
import { longText, showAll } from './parts.ts';
import { perLanguage } from './perLanguage.ts';
import { bytesOf, fitText } from './room.ts';

/** Proposals under review whose cards are asked for again and again: Teams refreshes one each time a chat is opened. */
const REMEMBERED = 100;

/**
 * The proposal in the proposer's words, then in figures.
 * @param room bytes for the three texts; they are shortened only when they need more.
 */
export function proposalParts(content: DraftContent, room: number, texts: Texts): Part[] {
  const { t } = texts;
  const said = fitted(content, room);
  const problem = longText(said.problem, 'problemRest');
  const solution = longText(said.solution, 'solutionRest');
  return [
    section(t('cards.review.problem')),
    ...problem.parts,
    ...(said.solution === '' ? [] : [section(t('cards.review.solution')), ...solution.parts]),
    ...(said.effect === '' ? [] : [section(t('cards.review.effect')), text(said.effect, CLOSE)]),
    showAll([problem.hidden, solution.hidden], texts),
    said.isCut && quiet(t('common.cut')),
    facts(kindFacts(content, texts), { spacing: 'Large' }),
    ...(content.estimate ? estimateResult(content.estimate, texts) : [quiet(t('cards.review.no-estimate'))]),
  ];
}

/** Texts of ordinary length, as they are; a content does not change once it is written. */
export const typicalProposal = perLanguage((texts) =>
  remembering(
    (content: DraftContent) => present(proposalParts(content, Number.POSITIVE_INFINITY, texts)),
    REMEMBERED,
  ),
);

function fitted(content: DraftContent, room: number) {
  const problem = plain(content.problem ?? '');
  const solution = plain(content.solution ?? '');
  const effect = plain(content.effect ?? '');
  const fits =
    room === Number.POSITIVE_INFINITY || bytesOf(problem) + bytesOf(solution) + bytesOf(effect) <= room;
  if (fits) return { problem, solution, effect, isCut: false };
  return {
    problem: fitText(problem, room * 0.55),
    solution: fitText(solution, room * 0.3),
    effect: fitText(effect, room * 0.15),
    isCut: true,
  };
}

/** A municipality may have groups and categories of its own; without a text their key is shown. */
function kindFacts(content: DraftContent, { t }: Texts): Fact[] {
  const { affectedGroups, changeType, category, flags, severalUnits } = content;
  const touched = FLAGS.filter((flag) => flags?.[flag]).map((flag) => t(`flags.${flag}`));
  if (severalUnits) touched.push(t('cards.review.several-units'));
  const groups = affectedGroups?.map((group) => t(`groups.${group}`, { defaultValue: group }));
  return [
    [t('cards.review.affected'), groups?.join(', ')],
    [t('cards.review.changeType'), changeType && t(`changeTypes.${changeType}`)],
    [t('cards.review.category'), category && t(`categories.${category}`, { defaultValue: category })],
    [t('cards.review.flags'), touched.map((each) => `${each}.`).join(' ') || t('cards.review.flags-none')],
  ];
}
