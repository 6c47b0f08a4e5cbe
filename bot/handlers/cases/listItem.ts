import type { TodoView } from '../../../domain/portfolio/views.ts';
import type { ListItem } from '../../cards/listCard.ts';
import type { Texts } from '../../texts/texts.ts';

/** One line: what happens next, by whom, until when. */
export function listItem(view: Omit<TodoView, 'mine'> & { mine?: boolean }, texts: Texts): ListItem {
  const { id, number, title, state, next, mine, overdue } = view;
  const who = mine ? texts.t('common.you') : next.owners.map(({ name }) => name).join(', ');
  const what = next.action === 'nothing' ? '' : texts.t(`actions.${next.action}.title`);
  const until = next.deadline ? texts.t('common.until', { day: texts.day(next.deadline) }) : '';
  return {
    id,
    number,
    title: title || texts.t('common.untitled'),
    line: [texts.t(`states.${state}`), what, who, until].filter(Boolean).join(' · '),
    ...(overdue && { badge: texts.t('common.overdue') }),
    verb: state === 'DRAFT' ? 'draft-open' : 'case-show',
  };
}
