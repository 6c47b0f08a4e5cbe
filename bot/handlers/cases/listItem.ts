import type { TodoView } from '../../../domain/portfolio/views.ts';
import type { ListItem } from '../../cards/listCard.ts';
import type { Texts } from '../../texts/texts.ts';

/** One line: what happens next, by whom, until when; `mine` where only the one whose turn it is reads it. */
export function listItem(view: Omit<TodoView, 'mine'> & { mine?: boolean }, texts: Texts): ListItem {
  const { id, number, title, state, next, mine, overdue } = view;
  const what = next.action === 'nothing' ? '' : texts.t(`actions.${next.action}.title`);
  const step = mine
    ? [texts.t('common.your-turn', { what })]
    : [texts.t(`states.${state}`), what, next.owners.map(({ name }) => name).join(', ')];
  const until = next.deadline ? texts.t('common.until', { day: texts.day(next.deadline) }) : '';
  return {
    id,
    number,
    title: title || texts.t('common.untitled'),
    line: [...step, until].filter(Boolean).join(' · '),
    ...(overdue && { badge: texts.t('common.overdue') }),
    verb: state === 'DRAFT' ? 'draft-open' : 'case-show',
  };
}
