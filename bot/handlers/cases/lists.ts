import { openItems } from '../../../domain/initiatives/followUps.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { isSubmitted, titleOf } from '../../../domain/initiatives/initiative.ts';
import { coachesOf } from '../../../domain/initiatives/permissions.ts';
import type { PageName } from '../../../domain/portfolio/places.ts';
import type { TodoView } from '../../../domain/portfolio/views.ts';
import { hearNews } from '../../app/lookAnew.ts';
import type { Reply } from '../../app/turn.ts';
import { todoFor } from '../../app/views/todo.ts';
import { type ListItem, listCard } from '../../cards/listCard.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { isHiddenHere } from '../look.ts';
import { listItem } from './listItem.ts';

/** Lines a card shows before it says how many more there are. */
const MOST = 8;

/** The page of the tab where all of a list is. */
const PAGE_OF = {
  todo: 'todo',
  'my-cases': 'mine',
  'my-drafts': 'todo',
  weekly: 'todo',
} as const satisfies Record<string, PageName>;
type Topic = keyof typeof PAGE_OF;

/** A private list is never read out where others read along. What one has just done stands in it. */
const inPrivate =
  (handler: Handler): Handler =>
  async (ask, deps) => {
    if (ask.turn.scope !== 'personal') return askInPrivate(ask, deps);
    await hearNews(deps.casebook);
    return handler(ask, deps);
  };

/** "Vad ska jag göra nu?": next action, owner and deadline for my cases. */
export const todo: Handler = inPrivate(async (ask, deps) =>
  list('todo', todoFor(deps.casebook.all(), ask.viewer, deps.sources()), ask, deps),
);

/** What I have proposed, with where each case is. */
export const myCases: Handler = inPrivate(async (ask, deps) => {
  const mine = own(ask, deps).filter(isSubmitted);
  return listOf('my-cases', mine.sort(latestFirst), ask, deps);
});

/** Unfinished and returned. */
export const myDrafts: Handler = inPrivate(async (ask, deps) => {
  const mine = own(ask, deps).filter(({ state }) => state === 'DRAFT' || state === 'RETURNED');
  return listOf('my-drafts', mine.sort(latestFirst), ask, deps);
});

const own = ({ actor }: Ask, { casebook }: Deps): Initiative[] =>
  [...casebook.all()].filter(({ proposer }) => proposer === actor);

const latestFirst = (a: Initiative, b: Initiative): number =>
  Number(a.changedAt < b.changedAt) - Number(a.changedAt > b.changedAt);

/** The coach's list: what is followed up, late ones first, then by day; the substitute's too. In a channel without protected cases. */
export const weeklyList: Handler = async (ask, deps) => {
  const { viewer } = ask;
  const context = deps.context();
  const coached = [...deps.casebook.all()].filter(
    (initiative) =>
      (initiative.coach === viewer.person ||
        coachesOf(initiative, viewer.day, context).includes(viewer.person)) &&
      !isHiddenHere(initiative, ask, deps),
  );
  const dueAt = new Map(coached.map((initiative) => [initiative.id, dueOf(initiative)]));
  const views = todoFor(coached, viewer, deps.sources()).toSorted(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      (dueAt.get(a.id) ?? NEVER).localeCompare(dueAt.get(b.id) ?? NEVER),
  );
  return list('weekly', views, ask, deps, (view) => weeklyItem(view, dueAt.get(view.id), ask));
};

/** What is not to be followed up comes last. */
const NEVER = '9999-12-31';

/** Local day of the next follow-up. */
const dueOf = (initiative: Initiative): string | undefined =>
  isSubmitted(initiative) ? openItems(initiative)[0]?.due : undefined;

/** With the day it is to be followed up. In a channel "your turn" would be said to everybody. */
function weeklyItem(view: TodoView, due: string | undefined, { turn, texts }: Ask): ListItem {
  const mine = view.mine && turn.scope === 'personal';
  if (due === undefined) return listItem({ ...view, mine }, texts);
  const item = listItem({ ...view, mine, next: { ...view.next, deadline: null } }, texts);
  return { ...item, line: `${item.line} · ${texts.t('cards.lists.weekly.due', { day: texts.day(due) })}` };
}

function askInPrivate({ texts }: Ask, deps: Deps): Reply {
  const text = texts.t('cards.lists.in-private');
  return {
    card: listCard({ heading: text, items: [], empty: { text }, op: deps.newId() }, texts),
    summary: text,
  };
}

/** Open cases as in the to-do list, those that are over after them. */
function listOf(topic: Topic, initiatives: readonly Initiative[], ask: Ask, deps: Deps): Reply {
  const views = todoFor(initiatives, ask.viewer, deps.sources());
  const open = new Set(views.map(({ id }) => id));
  const over = initiatives.filter(({ id }) => !open.has(id)).map(overView);
  return list(topic, [...views, ...over], ask, deps);
}

const overView = (initiative: Initiative): TodoView => ({
  id: initiative.id,
  number: isSubmitted(initiative) ? initiative.number : null,
  title: titleOf(initiative),
  state: initiative.state,
  next: { action: 'nothing', owners: [], role: null, deadline: null },
  mine: false,
  overdue: false,
});

function list(
  topic: Topic,
  views: readonly TodoView[],
  { texts }: Ask,
  deps: Deps,
  toItem: (view: TodoView) => ListItem = (view) => listItem(view, texts),
): Reply {
  const count = views.length;
  const heading =
    count === 0 ? texts.t(`cards.lists.${topic}.none`) : texts.t(`cards.lists.${topic}.heading`, { count });
  const intro = count === 0 ? '' : texts.t(`cards.lists.${topic}.intro`, { count, defaultValue: '' });
  const card = listCard(
    {
      heading,
      ...(intro && { intro }),
      items: views.slice(0, MOST).map(toItem),
      empty: { text: texts.t(`cards.lists.${topic}.empty`), button: texts.t('buttons.start-proposal') },
      ...(count > MOST && { more: count - MOST }),
      tabUrl: deps.tabUrl(PAGE_OF[topic]),
      op: deps.newId(),
    },
    texts,
  );
  return { card, summary: heading };
}
