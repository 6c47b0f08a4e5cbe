import { isSubmitted, type Submitted } from '../../../domain/initiatives/initiative.ts';
import { unitOf } from '../../../domain/organisation/lookup.ts';
import { isProtected } from '../../../domain/portfolio/visibility.ts';
import type { SearchResult } from '../../app/turn.ts';
import { caseCard } from '../../cards/caseCard.ts';
import { listCard } from '../../cards/listCard.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { listItem } from '../cases/listItem.ts';
import { nameOf } from '../inputs.ts';
import { linksOf, viewOf } from '../look.ts';

const MOST = 10;

/** Cases from the compose box. What is picked is shown to a whole conversation, so protected cases are left out. */
export const searchCases: Handler = async (ask, deps) => ({
  results: matches(ask.turn.query ?? '', deps)
    .slice(0, MOST)
    .flatMap((initiative) => result(initiative, ask, deps)),
});

/** The same by a typed command. */
export const searchCommand: Handler = async (ask, deps) => {
  const { texts, data } = ask;
  const words = nameOf(data);
  const found = matches(words, deps);
  const heading =
    found.length === 0
      ? texts.t('cards.lists.search.none', { words })
      : texts.t('cards.lists.search.heading', { count: found.length, words });
  const items = found.slice(0, MOST).flatMap((initiative) => {
    const view = viewOf(initiative, ask, deps);
    if (!view) return [];
    const { id, number, content, state, next } = view;
    return [listItem({ id, number, title: content.title ?? '', state, next, overdue: false }, texts)];
  });
  const empty = {
    text: texts.t('cards.lists.search.empty', { words }),
    button: texts.t('buttons.start-proposal'),
  };
  const more = found.length > MOST ? { more: found.length - MOST } : {};
  return {
    card: listCard(
      { heading, items, empty, ...more, tabUrl: deps.tabUrl('portfolio'), op: deps.newId() },
      texts,
    ),
    summary: heading,
  };
};

function result(initiative: Submitted, ask: Ask, deps: Deps): SearchResult[] {
  const view = viewOf(initiative, ask, deps);
  if (!view) return [];
  const card = caseCard(
    { view: { ...view, may: [] }, op: deps.newId(), audience: 'reader', ...linksOf(view, deps) },
    ask.texts,
  );
  const { number, content, state } = initiative;
  return [{ title: `${number} ${content.title}`, text: ask.texts.t(`states.${state}`), card }];
}

/**
 * Every word must occur in number, title, unit or problem; those named so come first, then the latest change.
 * An empty question gives the latest.
 */
function matches(query: string, deps: Deps): Submitted[] {
  const context = deps.context();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hasAll = (text: string) => words.every((word) => text.includes(word));
  const named: Submitted[] = [];
  const told: Submitted[] = [];
  for (const initiative of deps.casebook.all()) {
    if (!isSubmitted(initiative) || isProtected(initiative, context)) continue;
    const { number, content } = initiative;
    const unit = unitOf(context.organisation, content.unit)?.name ?? '';
    const name = `${number} ${content.title} ${unit}`.toLowerCase();
    if (hasAll(name)) named.push(initiative);
    else if (hasAll(`${name} ${content.problem.toLowerCase()}`)) told.push(initiative);
  }
  return [...named.sort(latestFirst), ...told.sort(latestFirst)];
}

const latestFirst = (a: Submitted, b: Submitted): number =>
  Number(a.changedAt < b.changedAt) - Number(a.changedAt > b.changedAt);
