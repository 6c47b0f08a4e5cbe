import type { TodoView } from '../../../domain/portfolio/views.ts';

/** Somebody waits for me: drafts wait for nobody and have a place of their own. */
export const isMyTurn = ({ mine, state }: TodoView): boolean => mine && state !== 'DRAFT';

/** My turn, my drafts, and what waits for others; each case once. */
export const split = (items: readonly TodoView[], drafts: readonly TodoView[]) => ({
  mine: items.filter(isMyTurn),
  drafts: drafts.filter(({ state }) => state === 'DRAFT'),
  waiting: items.filter((item) => !item.mine && item.state !== 'DRAFT'),
});
