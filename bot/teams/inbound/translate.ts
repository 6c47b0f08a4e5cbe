import type { Activity } from 'botbuilder';
import type { Conversation } from '../../app/ports/index.ts';
import type { Turn } from '../../app/turn.ts';
import { actorOf, conversationOf, localeOf } from './conversation.ts';
import { type AnswerForm, answerFormOf, type Meaning, meaningOf } from './meaning.ts';
import { mentionsBot } from './text.ts';
import { type Fields, fields, string } from './values.ts';

export type Inbound = {
  readonly turn: Turn;
  /** Set when the client waits for an answer in the response. */
  readonly form?: AnswerForm;
  /** What the SDK needs to answer, and nothing else of what came. */
  readonly activity: Partial<Activity>;
};

/**
 * Teams' words into ours, the only ones handlers see. Never throws.
 * @param at now, ISO 8601 UTC.
 * @returns undefined when it is no activity of a chat at all (no type, conversation, bot or service URL).
 */
export function translate(activity: Fields, correlationId: string, at: string): Inbound | undefined {
  const conversation = conversationOf(activity, at);
  if (typeof activity.type !== 'string' || !conversation) return undefined;
  const actor = actorOf(activity);
  const locale = localeOf(activity);
  const activityId = string(activity.id);
  const replyToId = string(activity.replyToId);
  const form = answerFormOf(activity);
  const meaning = meaningOf(activity);
  const turn: Turn = {
    ...meaning,
    ...(actor && { actor }),
    ...(locale && { locale }),
    conversation,
    scope: conversation.kind,
    addressed: isPressed(meaning, form) || conversation.kind === 'personal' || mentionsBot(activity),
    ...(activityId && { activityId }),
    ...(replyToId && { replyToId }),
    ...(form && { waiting: true as const }),
    correlationId,
  };
  return { turn, ...(form && { form }), activity: forSdk(activity, conversation, turn) };
}

/** A button of ours speaks to us wherever it stands. */
const isPressed = ({ kind }: Meaning, form: AnswerForm | undefined): boolean =>
  form !== undefined || kind === 'submit';

function forSdk(activity: Fields, conversation: Conversation, turn: Turn): Partial<Activity> {
  const from = fields(activity.from);
  const name = string(from.name);
  return {
    type: String(activity.type),
    ...(turn.activityId && { id: turn.activityId }),
    ...(turn.locale && { locale: turn.locale }),
    channelId: 'msteams',
    serviceUrl: conversation.serviceUrl,
    // The whole id, so that an answer lands in the thread it was asked in.
    conversation: conversationAccount(conversation, String(fields(activity.conversation).id)),
    from: { id: string(from.id) ?? '', name: name ?? '', ...(turn.actor && { aadObjectId: turn.actor }) },
    recipient: { id: conversation.bot.id, name: conversation.bot.name ?? '' },
  };
}

/** @param id with or without thread. */
export const conversationAccount = (conversation: Conversation, id: string): Activity['conversation'] => ({
  id,
  conversationType: conversation.kind === 'group' ? 'groupChat' : conversation.kind,
  isGroup: conversation.kind !== 'personal',
  tenantId: conversation.tenantId,
  name: '',
});
