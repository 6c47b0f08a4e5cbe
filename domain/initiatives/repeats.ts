import { alike } from '../alike.ts';
import type { InitiativeCommand, InitiativeOrder, OrderType } from './commands.ts';
import { type ContentChange, changedContent } from './content.ts';
import type { EventType } from './events.ts';
import type { ImportOrder } from './importing.ts';
import { type Decision, type Initiative, isSubmitted } from './initiative.ts';

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
 * Did this person just do this, in these words? Cards get tapped twice, and whoever forwarded a case or decided on it as
 * a stand-in may not be the one to decide any more: the second tap is quiet, not a refusal. Other words are no repeat:
 * what somebody wrote is never answered with "done" and lost.
 */
export function isRepeat(command: InitiativeCommand, initiative: Initiative): boolean {
  const made = madeBy(command, initiative);
  return (
    made?.by === command.actor &&
    (made.reason ?? '') === wordsOf(command) &&
    saysTheSame(command, initiative, made)
  );
}

/** Has somebody decided just this, so that nothing that is said now would be lost by leaving it at that? */
export function isDecidedSo(command: InitiativeCommand, initiative: Initiative): boolean {
  const made = madeBy(command, initiative);
  const words = wordsOf(command);
  return (
    made !== undefined && (words === '' || words === made.reason) && saysTheSame(command, initiative, made)
  );
}

/** The decision that brought the case where it is, when it is of the kind that is asked for. */
function madeBy({ type }: InitiativeCommand, initiative: Initiative): Decision | undefined {
  const { decisions, state, deviationSince } = initiative;
  if (decisions.at(-1)?.to !== state || (type === 'DecideOnDeviation' && deviationSince)) return undefined;
  // A deviation that is decided by pausing or cancelling leaves two decisions in one row.
  const latest = decisions.slice(type === 'DecideOnDeviation' ? -2 : -1);
  return latest.find((decision) => decision.type === DECISION_OF[type]);
}

/** What the decision keeps as its reason. */
function wordsOf(command: InitiativeCommand): string {
  if (command.type === 'Resubmit') return command.changes;
  if ('reason' in command) return command.reason;
  return ('note' in command && command.note) || '';
}

/** Beside the reason: another unit, case, date, lesson or condition is another wish. */
function saysTheSame(command: InitiativeCommand, initiative: Initiative, { details }: Decision): boolean {
  const { lessons } = initiative;
  switch (command.type) {
    case 'Submit':
    case 'Resubmit':
      return says(command.content ?? {}, initiative);
    case 'ApproveAsManager':
      return alike(command.evidence, initiative.evidence);
    case 'Recommend':
      return initiative.recommendation?.recommendation === command.recommendation;
    case 'ApproveInCouncil':
      return (
        (details?.conditions ?? '') === (command.conditions ?? '') &&
        details?.registryNumber === command.registryNumber
      );
    case 'HandOver':
      return lessons.some((lesson) => alike(lesson, command.lesson));
    case 'Cancel':
      return (
        details?.costSoFar === command.costSoFar &&
        (!command.lesson || lessons.some(({ text }) => text === command.lesson))
      );
    case 'DecideOnDeviation':
      return (
        details?.choice === command.choice && (command.choice !== 'pause' || isUntil(command, initiative))
      );
    case 'Forward':
      return initiative.state === 'FORWARDED' && initiative.forwarded.unit === command.unit;
    case 'Merge':
      return initiative.state === 'MERGED' && initiative.target === command.target;
    case 'Pause':
      return isUntil(command, initiative);
    case 'Start':
      return (
        initiative.state === command.next &&
        (!command.projectManager || initiative.projectManager === command.projectManager)
      );
    default:
      return true;
  }
}

/**
 * Does the case still say what this order wrote? Asked when the order comes once more: if somebody has written something
 * else since (oneself, on another device), "done" would not be true.
 */
export function stillSays(order: InitiativeOrder | ImportOrder, initiative: Initiative): boolean {
  switch (order.type) {
    case 'Submit':
    case 'Resubmit':
      return isSubmitted(initiative) && says(order.content ?? {}, initiative);
    case 'StartDraft':
    case 'ChangeContent':
      return says(order.content, initiative);
    default:
      return true;
  }
}

const says = (change: ContentChange, { content }: Initiative): boolean =>
  alike(changedContent(content, change), content);

const isUntil = ({ until }: { until?: string | undefined }, initiative: Initiative): boolean =>
  isSubmitted(initiative) && initiative.state === 'PAUSED' && initiative.paused.until === until;
