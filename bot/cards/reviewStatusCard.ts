import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { card, facts, heading, quiet, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plain } from './neutralise.ts';
import { isHidden, names, nextFacts, numberAndState, titleOf } from './parts.ts';
import { fitText } from './room.ts';
import { execute } from './verbs.ts';

export type ReviewStatusModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly userIds: readonly string[];
};

/** Teams takes no more. */
const MOST_USERS = 60;
const PROBLEM_ROOM = 400;

/** What everybody sees of a proposal under review: the status, nothing to press. Those in `userIds` get their own view. */
export function reviewStatusCard({ view, op, userIds }: ReviewStatusModel, texts: Texts): CardJson {
  const { t } = texts;
  const hidden = isHidden(view, false);
  const isWaiting = view.state === 'MANAGER_REVIEW' || view.state === 'FORWARDED';
  return card(
    [
      quiet(numberAndState(view, texts)),
      heading(titleOf(view, hidden, texts)),
      !hidden && text(fitText(plain(view.content.problem ?? ''), PROBLEM_ROOM)),
      text(t(`stateHelp.${view.state}`)),
      facts([[t('cards.case.from'), !hidden && names([view.proposer])], ...nextFacts(view.next, texts)]),
      isWaiting && quiet(t('cards.review.status-help')),
    ],
    [],
    {
      refresh: {
        action: execute(t('buttons.review-refresh'), 'review-refresh', { op, id: view.id }),
        userIds: userIds.slice(0, MOST_USERS),
      },
    },
  );
}
