import type { OrderType } from '../../../../domain/initiatives/commands.ts';
import type { ActionKey } from '../../../../domain/portfolio/nextAction.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';

/** The orders that a next step is made of, the natural one first; everything else waits under "more". */
const ORDERS_OF: Readonly<Record<ActionKey, readonly OrderType[]>> = {
  'finish-draft': [],
  'decide-as-manager': ['ApproveAsManager', 'Return', 'Reject', 'Forward'],
  'complete-and-resubmit': ['Resubmit', 'ChangeContent'],
  prepare: ['CompletePreparation', 'FollowUp', 'ChangeContent'],
  assess: ['Recommend', 'Return'],
  'decide-in-council': ['ApproveInCouncil', 'Return', 'Reject'],
  start: ['Start'],
  contract: ['RecordContract', 'FollowUp'],
  'go-live': ['GoLive', 'FollowUp'],
  'hand-over': ['HandOver', 'FollowUp'],
  'realise-benefit': ['FollowUp', 'ReportOutcome', 'Close'],
  'follow-up': ['FollowUp', 'CompletePreparation', 'HandOver'],
  'decide-on-deviation': ['DecideOnDeviation', 'FollowUp'],
  resume: ['Resume'],
  nothing: ['LearnLesson'],
};

export type Arranged = { readonly main: readonly OrderType[]; readonly more: readonly OrderType[] };

/** Only what the viewer may do: as buttons what belongs to the next step, the rest in a menu. */
export function arrange({ may, next, state }: Pick<InitiativeView, 'may' | 'next' | 'state'>): Arranged {
  // A draft is written and sent on a page of its own.
  const allowed =
    state === 'DRAFT' ? may.filter((order) => order !== 'ChangeContent' && order !== 'Submit') : may;
  const main = ORDERS_OF[next.action].filter((order) => allowed.includes(order));
  return { main, more: allowed.filter((order) => !main.includes(order)) };
}
