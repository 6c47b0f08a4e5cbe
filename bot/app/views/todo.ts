import { daysOverdue } from '../../../domain/initiatives/followUps.ts';
import { type Initiative, titleOf } from '../../../domain/initiatives/initiative.ts';
import { isFinal } from '../../../domain/initiatives/states.ts';
import type { TodoView } from '../../../domain/portfolio/views.ts';
import type { Viewer } from '../../../domain/portfolio/visibility.ts';
import { nextView, type ViewSources } from './initiativeView.ts';

/** My turn first, then the earliest deadline; what is mine but waits for others comes after. */
export function todoFor(initiatives: Iterable<Initiative>, viewer: Viewer, sources: ViewSources): TodoView[] {
  const items: TodoView[] = [];
  for (const initiative of initiatives) {
    if (isFinal(initiative.state)) continue;
    const next = nextView(initiative, viewer, sources);
    const mine = next.owners.some(({ id }) => id === viewer.person);
    const involved = [initiative.proposer, initiative.coach, initiative.projectManager].includes(
      viewer.person,
    );
    if (!mine && !involved) continue;
    const late = next.deadline !== null && next.deadline < viewer.day;
    items.push({
      id: initiative.id,
      number: ('number' in initiative && initiative.number) || null,
      title: titleOf(initiative),
      state: initiative.state,
      next,
      mine,
      overdue: late || daysOverdue(initiative, viewer.day) > 0,
    });
  }
  return items.sort(byTurnThenDeadline);
}

const byTurnThenDeadline = (a: TodoView, b: TodoView): number =>
  Number(b.mine) - Number(a.mine) ||
  compare(a.next.deadline ?? '9999', b.next.deadline ?? '9999') ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
