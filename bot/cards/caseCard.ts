import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { link, openTab } from './buttons.ts';
import { decisionPart, followUpPart } from './caseParts.ts';
import { alert, card, type Element, type Fact, facts, heading, type Part, quiet, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plain, plainLine } from './neutralise.ts';
import { names, nextFacts, numberAndState, titleOf } from './parts.ts';
import { fitText } from './room.ts';
import type { Verb } from './verbs.ts';

export type CaseModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly audience: 'proposer' | 'coach' | 'reader';
  readonly tabUrl?: string;
  /** Why the card is shown now, ready text. */
  readonly reason?: string;
};

const PROBLEM_ROOM = 400;

/** The card of an initiative, updated in place: how far, what happens next, what was decided and why. */
export function caseCard({ view, op, audience, tabUrl, reason }: CaseModel, texts: Texts): CardJson {
  const { t } = texts;
  // Only the proposer's own card names a protected case: the others may stand in a channel.
  const isHidden = view.detailsHidden || (view.protected && audience !== 'proposer');
  return card(
    [
      reason !== undefined && text(plain(reason)),
      quiet(numberAndState(view, texts)),
      heading(titleOf(view, isHidden, texts)),
      ...(isHidden ? [text(t('common.protected-help'))] : story(view, audience, texts)),
      !view.detailsHidden && view.deviationSince !== null && alert(t('cards.case.deviation')),
      view.overdueDays > 0 && alert(t('cards.case.overdue', { count: view.overdueDays })),
      facts(caseFacts(view, audience, isHidden, texts)),
      ...(isHidden ? [] : followUpPart(view, texts)),
    ],
    [...buttons(view, op, texts), ...(tabUrl === undefined ? [] : [openTab(tabUrl, texts)])],
  );
}

/** In words: thanks to whoever just sent it in, what it is about to the others, and the latest decision. */
function story(view: InitiativeView, audience: CaseModel['audience'], texts: Texts): Part[] {
  const { t } = texts;
  const isProposer = audience === 'proposer';
  const isNew = view.state === 'MANAGER_REVIEW' && view.decisions.every(({ type }) => type === 'Submitted');
  const isWaiting =
    isProposer && view.number !== null && view.next.action !== 'nothing' && !isProposersTurn(view);
  return [
    isProposer && isNew && text(t('cards.case.thanks')),
    !isProposer &&
      view.content.problem !== undefined &&
      text(fitText(plain(view.content.problem), PROBLEM_ROOM)),
    text(t(`stateHelp.${view.state}`)),
    ...decisionPart(view, texts),
    isWaiting && !isNew && text(t('cards.case.nothing-needed')),
  ];
}

const isProposersTurn = ({ next, proposer }: InitiativeView): boolean =>
  next.owners.some(({ id }) => id === proposer.id);

function caseFacts(
  view: InitiativeView,
  audience: CaseModel['audience'],
  isHidden: boolean,
  texts: Texts,
): Fact[] {
  const { t, day } = texts;
  return [
    [t('cards.case.from'), audience !== 'proposer' && !isHidden && names([view.proposer])],
    ...nextFacts(view.next, texts),
    [t('cards.case.coach'), view.coach && names([view.coach])],
    [t('cards.case.project-manager'), view.projectManager && names([view.projectManager])],
    [t('cards.case.paused-until'), view.pausedUntil && day(view.pausedUntil)],
    [t('cards.case.merged-into'), mergedNumber(view)],
    [t('cards.case.next-follow-up'), view.schedule[0] && day(view.schedule[0].due)],
  ];
}

/** Buttons for what this person may do now. */
function buttons({ id, may, state }: InitiativeView, op: string, texts: Texts): Element[] {
  const offers: [Verb, boolean][] = [
    ['draft-open', may.includes('Submit')],
    ['resubmit-open', may.includes('Resubmit')],
    ['review-open', may.includes('ApproveAsManager')],
    ['deviation-open', may.includes('DecideOnDeviation')],
    ['follow-up-open', may.includes('FollowUp')],
    ['draft-discard', state === 'DRAFT' && may.includes('Cancel')],
  ];
  return offers.filter(([, isOffered]) => isOffered).map(([verb]) => link(verb, { op, id }, texts));
}

/** Ids are never shown; people see numbers. */
const mergedNumber = ({ mergedInto }: InitiativeView): string | null =>
  mergedInto === null || mergedInto.startsWith('I-') ? null : plainLine(mergedInto);
