import type { InitiativeView, NextView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { link, openDocuments, openTab } from './buttons.ts';
import { decisionPart, followUpPart } from './caseParts.ts';
import { alert, card, type Element, type Fact, facts, heading, type Part, quiet, text } from './elements.ts';
import { estimateLine } from './estimate.ts';
import type { CardJson, Scope } from './model.ts';
import { plain, plainLine } from './neutralise.ts';
import { isHidden, names, nextFacts, numberAndState, titleOf } from './parts.ts';
import { fitText } from './room.ts';
import type { Verb } from './verbs.ts';

export type CaseModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly audience: 'proposer' | 'coach' | 'reader';
  /** Where it is shown; when that is not told a protected case is named to its proposer only. */
  readonly scope?: Scope;
  readonly tabUrl?: string;
  /** The folder with the documents of the case. */
  readonly documentsUrl?: string;
  /** Why the card is shown now, ready text. */
  readonly reason?: string;
};

const PROBLEM_ROOM = 400;
/** Teams shows no more than six; what one may do comes first, then the page, then the folder. */
const MOST_BUTTONS = 6;

/** The card of an initiative, updated in place: how far, what happens next, what was decided and why. */
export function caseCard(model: CaseModel, texts: Texts): CardJson {
  const { view, op, audience, scope, reason, tabUrl } = model;
  const { t } = texts;
  const isOwnChat = scope === undefined ? audience === 'proposer' : scope === 'personal';
  const hidden = isHidden(view, isOwnChat);
  const isReaders = isOwnChat && view.next.owners.length === 1 && isReadersTurn(view, audience);
  const offers = buttons(view, op, texts);
  return card(
    [
      reason !== undefined && text(plain(reason)),
      quiet(numberAndState(view, texts)),
      heading(titleOf(view, hidden, texts)),
      ...(hidden ? [text(t('common.protected-help'))] : story(view, audience, texts)),
      !hidden && view.figuresHidden && quiet(t('cards.case.before-award')),
      !view.detailsHidden && view.deviationSince !== null && alert(t('cards.case.deviation')),
      view.overdueDays > 0 && alert(t('cards.case.overdue', { count: view.overdueDays })),
      facts(caseFacts(view, { isProposerShown: audience !== 'proposer' && !hidden, isReaders }, texts)),
      isReadersTurn(view, audience) && quiet(howTo(view.next, tabUrl !== undefined, texts)),
      ...(hidden ? [] : followUpPart(view, texts)),
    ],
    [...offers, ...places(model, MOST_BUTTONS - offers.length, texts)],
  );
}

/** In words: thanks to whoever just sent it in, what it is about to the others, and the latest decision. */
function story(view: InitiativeView, audience: CaseModel['audience'], texts: Texts): Part[] {
  const { t } = texts;
  const isProposer = audience === 'proposer';
  const isNew = view.state === 'MANAGER_REVIEW' && view.decisions.every(({ type }) => type === 'Submitted');
  const isWaiting =
    isProposer && view.number !== null && view.next.action !== 'nothing' && !isReadersTurn(view, audience);
  return [
    isProposer && isNew && text(t('cards.case.thanks')),
    isProposer && isNew && view.content.estimate && text(estimateLine(view.content.estimate, texts)),
    !isProposer &&
      view.content.problem !== undefined &&
      text(fitText(plain(view.content.problem), PROBLEM_ROOM)),
    text(t(`stateHelp.${view.state}`)),
    ...decisionPart(view, texts),
    isWaiting && !isNew && text(t('cards.case.nothing-needed')),
  ];
}

const isReadersTurn = (
  { next, proposer, coach }: InitiativeView,
  audience: CaseModel['audience'],
): boolean => {
  const reader = { proposer: proposer.id, coach: coach?.id, reader: undefined }[audience];
  return reader !== undefined && next.owners.some(({ id }) => id === reader);
};

/** Steps that are taken on a card; the others have forms of their own in the tab. */
const ON_A_CARD: readonly NextView['action'][] = [
  'finish-draft',
  'decide-as-manager',
  'complete-and-resubmit',
  'decide-on-deviation',
  'nothing',
];

/** How and where the next step is done, for the one whose turn it is. */
const howTo = ({ action }: NextView, hasTab: boolean, { t }: Texts): string =>
  [t(`actions.${action}.explanation`), hasTab && !ON_A_CARD.includes(action) && t('cards.case.in-tab')]
    .filter(Boolean)
    .join(' ');

type Reading = { readonly isProposerShown: boolean; readonly isReaders: boolean };

function caseFacts(view: InitiativeView, { isProposerShown, isReaders }: Reading, texts: Texts): Fact[] {
  const { t, day } = texts;
  return [
    [t('cards.case.from'), isProposerShown && names([view.proposer])],
    ...nextFacts(view.next, texts, isReaders),
    [t('cards.case.coach'), view.coach && names([view.coach])],
    [t('cards.case.project-manager'), view.projectManager && names([view.projectManager])],
    [t('cards.case.paused-until'), view.pausedUntil && day(view.pausedUntil)],
    [t('cards.case.merged-into'), mergedNumber(view)],
    [t('cards.case.next-follow-up'), view.schedule[0] && day(view.schedule[0].due)],
  ];
}

/** Buttons for what this person may do now. */
function buttons({ id, may, state }: InitiativeView, op: string, texts: Texts): Element[] {
  const all: [Verb, boolean][] = [
    ['draft-open', may.includes('Submit')],
    ['resubmit-open', may.includes('Resubmit')],
    ['review-open', may.includes('ApproveAsManager')],
    ['deviation-open', may.includes('DecideOnDeviation')],
    ['follow-up-open', may.includes('FollowUp')],
    ['draft-discard', state === 'DRAFT' && may.includes('Cancel')],
  ];
  return all.filter(([, isOffered]) => isOffered).map(([verb]) => link(verb, { op, id }, texts));
}

/** Where more is to be read, as far as there is room for it. */
const places = ({ tabUrl, documentsUrl }: CaseModel, room: number, texts: Texts): Element[] =>
  [
    ...(tabUrl === undefined ? [] : [openTab(tabUrl, texts)]),
    ...(documentsUrl === undefined ? [] : [openDocuments(documentsUrl, texts)]),
  ].slice(0, room);

/** Ids are never shown; people see numbers. */
const mergedNumber = ({ mergedInto }: InitiativeView): string | null =>
  mergedInto === null || mergedInto.startsWith('I-') ? null : plainLine(mergedInto);
