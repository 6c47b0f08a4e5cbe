import type { DecisionView, InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { alert, box, CLOSE, type Element, type Part, quiet, section, text } from './elements.ts';
import { plain } from './neutralise.ts';
import { names } from './parts.ts';
import { fitText } from './room.ts';

const REASON_ROOM = 5_000;

/** Steps nobody needs to be told the reason of. */
const UNSAID = ['Submitted', 'ForwardReceived'];

/** The latest decision with its reason, in the words of whoever decided. */
export function decisionPart({ decisions }: InitiativeView, texts: Texts): Element[] {
  const last = decisions.findLast(({ type }) => !UNSAID.includes(type));
  if (!last) return [];
  const { t, time } = texts;
  const reason = reasonOf(last, texts);
  return [
    box([
      text(t(`decisions.${last.type}`), { weight: 'Bolder' }),
      reason !== undefined && text(reason, CLOSE),
      quiet(t('cards.case.decision-by', { who: names([last.by]), when: time(last.at) }), CLOSE),
    ]),
  ];
}

/** A move to the full track has codes for reasons; people write the others. */
function reasonOf({ type, reason }: DecisionView, { t }: Texts): string | undefined {
  if (!reason) return undefined;
  if (type !== 'MovedToFullTrack') return fitText(plain(reason), REASON_ROOM);
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
