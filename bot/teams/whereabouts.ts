import type { Conversation } from '../app/ports/index.ts';
import type { Turn } from '../app/turn.ts';
import type { EdgeLog } from './edgeLog.ts';

const MOST_REMEMBERED = 10_000;

export type Whereabouts = (turn: Turn) => Promise<void>;
export type OnConversation = (conversation: Conversation, turn: Turn) => void | Promise<void>;

/**
 * Tells where a person or channel can be reached, when it is new or has changed, so that it can be stored.
 * Only of chats the bot is in: a search or a shared card can come from a chat it cannot write to.
 */
export function createWhereabouts(onConversation: OnConversation, log: EdgeLog): Whereabouts {
  const told = new Map<string, string>();

  return async (turn) => {
    const { conversation } = turn;
    if (turn.kind === 'removed') told.delete(conversation.id);
    if (!isInChat(turn)) return;
    const now = JSON.stringify({ ...conversation, updatedAt: '' });
    if (turn.kind !== 'installed' && told.get(conversation.id) === now) return;
    try {
      await onConversation(conversation, turn);
      if (told.size >= MOST_REMEMBERED) told.delete(told.keys().next().value ?? '');
      told.set(conversation.id, now);
    } catch (error) {
      log.error({ correlationId: turn.correlationId, err: error }, 'conversation not stored');
    }
  };
}

const isInChat = ({ kind, scope }: Turn): boolean =>
  ['message', 'submit', 'installed', 'membersAdded'].includes(kind) ||
  (kind === 'action' && scope === 'personal');
