import type { DecisionView, InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { alert, box, CLOSE, type Element, type Part, quiet, section, text } from './elements.ts';
import { plain } from './neutralise.ts';
import { names } from './parts.ts';
import { fitText } from './room.ts';

const REASON_ROOM = 5_000;
/** Ten answers at most, of 500 signs each. */
const ANSWER_ROOM = 600;

/** Steps nobody needs to be told the reason of. */
const UNSAID = ['Submitted', 'ForwardReceived'];

/** The latest decision with its reason, in the words of whoever decided. */
export function decisionPart({ decisions }: InitiativeView, texts: Texts): Element[] {
  const last = decisions.findLast(({ type }) => !UNSAID.includes(type));
  return last ? [decisionBox(last, REASON_ROOM, texts, detailsOf(last, texts))] : [];
}

/** Bytes each word of an earlier manager or of the proposer may take on the card of whoever decides next. */
export const EARLIER_ROOM = 1_200;

/**
 * What has been said since a proposal was sent in, for whoever decides on it next: why it was passed on, or what was
 * asked for and what has been changed since (domain §4.2).
 */
export function earlierPart(view: InitiativeView, texts: Texts): Element[] {
  return earlierDecisions(view).map((decision) => decisionBox(decision, EARLIER_ROOM, texts));
}

export function earlierDecisions({ decisions }: InitiativeView): readonly DecisionView[] {
  const said = decisions.filter(({ type }) => !UNSAID.includes(type));
  return said.slice(said.at(-1)?.type === 'Resubmitted' ? -2 : -1);
}

function decisionBox(
  decision: DecisionView,
  room: number,
  texts: Texts,
  besides: readonly string[] = [],
): Element {
  const { t, time } = texts;
  const { type, by, at } = decision;
  const reason = reasonOf(decision, room, texts);
  return box([
    text(t(`decisions.${type}`), { weight: 'Bolder' }),
    ...besides.map((line) => text(line, CLOSE)),
    reason !== undefined && text(reason, CLOSE),
    quiet(t('cards.case.decision-by', { who: names([by]), when: time(at) }), CLOSE),
  ]);
}

/** What was decided besides the reason, a line each. */
function detailsOf({ details }: DecisionView, { t, kr }: Texts): string[] {
  if (!details) return [];
  const { recommendation, choice, conditions, registryNumber, costSoFar, similar = [] } = details;
  const lines: (readonly [label: string, value: string | undefined])[] = [
    ['recommendation', recommendation && t(`recommendations.${recommendation}`)],
    ['choice', choice && t(`deviationChoices.${choice}`)],
    ['conditions', conditions && fitText(plain(conditions), REASON_ROOM)],
    ['registry-number', registryNumber && plain(registryNumber)],
    ['cost-so-far', costSoFar === undefined ? undefined : kr(costSoFar)],
  ];
  const answers = similar.map(({ number, answer, reason = '' }) =>
    [`${number}: ${t(`similarAnswers.${answer}`)}`, fitText(plain(reason), ANSWER_ROOM)]
      .filter(Boolean)
      .join('. '),
  );
  const said = lines.flatMap(([label, value]) =>
    value ? [t(`cards.case.decided.${label}`, { value })] : [],
  );
  return [...said, ...answers];
}

/** A move to the full track has codes for reasons; people write the others. */
function reasonOf({ type, reason }: DecisionView, room: number, { t }: Texts): string | undefined {
  if (!reason) return undefined;
  if (type !== 'MovedToFullTrack') return fitText(plain(reason), room);
  return reason
    .split(', ')
    .map((breach) => t(`lightBreaches.${breach}`))
    .join(', ');
}

export function followUpPart({ followUps }: InitiativeView, { t, time }: Texts): Part[] {
  const last = followUps.at(-1);
  if (!last) return [];
  const { status } = last;
  const inWords = t(`statuses.${status}`);
  return [
    section(t('cards.case.follow-up-heading')),
    status === 'red' ? alert(inWords, CLOSE) : text(inWords, { weight: 'Bolder', ...CLOSE }),
    last.text !== '' && text(fitText(plain(last.text), REASON_ROOM), CLOSE),
    quiet(t('cards.case.decision-by', { who: names([last.by]), when: time(last.at) }), CLOSE),
  ];
}
