import {
  decidingUnit,
  type Initiative,
  isSubmitted,
  type Submitted,
} from '../../../domain/initiatives/initiative.ts';
import { approversOf } from '../../../domain/initiatives/permissions.ts';
import type { Reply } from '../../app/turn.ts';
import { reviewCard } from '../../cards/reviewCard.ts';
import { reviewStatusCard } from '../../cards/reviewStatusCard.ts';
import type { Ask, Deps } from '../ask.ts';
import { type Because, caseReply, isHiddenHere, keepCard, unitChoices, viewOf } from '../look.ts';
import type { Typed } from '../typed.ts';

/** Shown again, shown because of something, or in a substitute's stead. */
export type Occasion = Typed & Because & { readonly substituteFor?: string };

/**
 * The deciding card for whoever may decide now, the case's card for everybody else. A stale card gets the current one.
 * A message in a channel is read by all: there the buttons are opened by the one who may, for that one alone.
 */
export function reviewReply(initiative: Initiative, ask: Ask, deps: Deps, occasion: Occasion = {}): Reply {
  const { texts, turn } = ask;
  const view = viewOf(initiative, ask, deps);
  const isRead = turn.scope !== 'personal' && turn.kind === 'message';
  if (!view?.may.includes('ApproveAsManager') || isRead || isHiddenHere(initiative, ask, deps))
    return caseReply(initiative, ask, deps, occasion);
  const { op = deps.newId(), summary, ...rest } = occasion;
  const unit = isSubmitted(initiative) ? decidingUnit(initiative) : undefined;
  const named = { number: view.number ?? '', title: view.content.title ?? '' };
  return {
    card: reviewCard({ op, view, unit, units: unitChoices(deps.casebook.organisation()), ...rest }, texts),
    summary: summary ?? texts.t('cards.review.summary', named),
  };
}

/** Opens a case for whoever asks; where others read along a case under review is the same card for all. */
export async function openReview(initiative: Initiative, ask: Ask, deps: Deps): Promise<Reply> {
  const { turn } = ask;
  const isRead = turn.scope !== 'personal' && turn.kind === 'message';
  return isRead ? sharedReply(initiative, ask, deps) : reviewReply(initiative, ask, deps);
}

/**
 * What everybody reads in a channel or group chat. Under review: the status without buttons, and each approver's client
 * asks for the own view by itself. When no approver can be told apart (none has opened the chat with us), or at any
 * other time, the case's card.
 */
export async function sharedReply(initiative: Initiative, ask: Ask, deps: Deps): Promise<Reply> {
  const view = viewOf(initiative, ask, deps);
  if (!view || !isInReview(initiative) || isHiddenHere(initiative, ask, deps))
    return caseReply(initiative, ask, deps);
  const userIds = await teamsIdsOf(initiative, ask, deps);
  if (userIds.length === 0) return caseReply(initiative, ask, deps);
  return {
    card: reviewStatusCard({ view, op: deps.newId(), userIds }, ask.texts),
    summary: ask.texts.t('cards.case.summary', {
      number: initiative.number,
      title: initiative.content.title,
    }),
    keep: (landed) => keepCard(initiative, landed, ask, deps),
  };
}

export const isInReview = (initiative: Initiative): initiative is Submitted =>
  isSubmitted(initiative) && (initiative.state === 'MANAGER_REVIEW' || initiative.state === 'FORWARDED');

async function teamsIdsOf(initiative: Submitted, { viewer }: Ask, deps: Deps): Promise<string[]> {
  const approvers = approversOf(initiative, viewer, deps.context());
  const chats = await Promise.all(approvers.map((person) => deps.conversations.personal(person)));
  return chats.flatMap((chat) => chat?.teamsUser ?? []);
}
