import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { card, facts, heading, quiet, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { isHidden, nextFacts, numberAndState, titleOf } from './parts.ts';
import { execute } from './verbs.ts';

export type ReviewStatusModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly userIds: readonly string[];
};

/** Teams takes no more. */
const MOST_USERS = 60;

/** What everybody sees of a proposal under review: the status, nothing to press. Those in `userIds` get their own view. */
export function reviewStatusCard({ view, op, userIds }: ReviewStatusModel, texts: Texts): CardJson {
  const { t } = texts;
  const isWaiting = view.state === 'MANAGER_REVIEW' || view.state === 'FORWARDED';
  return card(
    [
      quiet(numberAndState(view, texts)),
      heading(titleOf(view, isHidden(view, false), texts)),
      text(t(`stateHelp.${view.state}`)),
      facts(nextFacts(view.next, texts)),
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
