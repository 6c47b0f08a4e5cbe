import type { InitiativeCommand, OrderType } from './commands.ts';
import type { EventType } from './events.ts';
import { type Initiative, isSubmitted } from './initiative.ts';

/** The decision each order leaves behind. Orders that decide nothing are not here. */
const DECISION_OF: Partial<Record<OrderType, EventType>> = {
  Submit: 'Submitted',
  Resubmit: 'Resubmitted',
  ApproveAsManager: 'ApprovedByManager',
  Return: 'Returned',
  Reject: 'Rejected',
  Forward: 'Forwarded',
  CompletePreparation: 'Prepared',
  Merge: 'Merged',
  Recommend: 'Recommended',
  ApproveInCouncil: 'CouncilApproved',
  Start: 'Started',
  RecordContract: 'Contracted',
  GoLive: 'WentLive',
  HandOver: 'HandedOver',
  Close: 'Closed',
  Pause: 'Paused',
  Resume: 'Resumed',
  Cancel: 'Cancelled',
  DecideOnDeviation: 'DeviationDecided',
};

/**
 * Did this person just do this? Cards get tapped twice, and whoever forwarded a case or decided on it as a stand-in
 * may not be the one to decide any more: the second tap is quiet, not a refusal.
 */
export function isRepeat(command: InitiativeCommand, initiative: Initiative): boolean {
  const { type, actor } = command;
  const { decisions, state, deviationSince } = initiative;
  if (type === 'DecideOnDeviation' && deviationSince) return false;
  // A deviation that is decided by pausing or cancelling leaves two decisions in one row.
  const latest = decisions.slice(type === 'DecideOnDeviation' ? -2 : -1);
  return (
    decisions.at(-1)?.to === state &&
    latest.some((decision) => decision.by === actor && decision.type === DECISION_OF[type]) &&
    hasSameAim(command, initiative)
  );
}

/** Another unit, case or date is another wish. */
function hasSameAim(command: InitiativeCommand, initiative: Initiative): boolean {
  if (!isSubmitted(initiative)) return true;
  switch (command.type) {
    case 'Forward':
      return initiative.state === 'FORWARDED' && initiative.forwarded.unit === command.unit;
    case 'Merge':
      return initiative.state === 'MERGED' && initiative.target === command.target;
    case 'Pause':
      return initiative.state === 'PAUSED' && initiative.paused.until === command.until;
    case 'Start':
      return initiative.state === command.next;
    default:
      return true;
  }
}
