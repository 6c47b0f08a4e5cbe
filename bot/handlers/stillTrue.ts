import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { approversOf, coachesOf } from '../../domain/initiatives/permissions.ts';
import { dueNow } from '../../domain/portfolio/due.ts';
import { nextAction } from '../../domain/portfolio/nextAction.ts';
import type { Notice } from '../app/messages/notifications.ts';
import type { Ask, Deps } from './ask.ts';

/** A message may be late: does what it says still hold for the one who is to read it? What happened has happened. */
export function isStillTrue(
  notice: Notice,
  initiative: Initiative,
  { viewer, turn }: Ask,
  deps: Pick<Deps, 'context'>,
): boolean {
  const context = deps.context();
  const { person, day } = viewer;
  switch (notice) {
    case 'review':
      return isInReview(initiative) && approversOf(initiative, viewer, context).includes(person);
    case 'turn':
      return nextAction(initiative, viewer, context).owners.includes(person);
    case 'deviation':
      return initiative.deviationSince !== undefined;
    case 'coach-missing':
      return initiative.coach === undefined;
    case 'reminder':
    case 'escalation':
    case 'follow-up-due':
    case 'follow-up-late':
    case 'pause-over': {
      const people = [person, ...coachesOf(initiative, day, context)];
      return dueNow(initiative, viewer, context).some(
        (due) => due.notice === notice && due.to.some((told) => people.includes(told)),
      );
    }
    case 'coach':
      return (
        turn.scope !== 'personal' ||
        initiative.coach === person ||
        coachesOf(initiative, day, context).includes(person)
      );
    case 'unreachable':
    case 'decision':
    case 'own-card':
      return true;
  }
}

const isInReview = (initiative: Initiative) =>
  isSubmitted(initiative) && (initiative.state === 'MANAGER_REVIEW' || initiative.state === 'FORWARDED');
