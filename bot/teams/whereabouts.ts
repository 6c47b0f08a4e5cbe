import { atMost } from '../app/atMost.ts';
import type { Conversation } from '../app/ports/index.ts';
import type { Turn } from '../app/turn.ts';
import type { EdgeLog } from './edgeLog.ts';

const MOST_REMEMBERED = 10_000;
/** Somebody waits for an answer: a slow store is not waited for longer, and goes on meanwhile. */
const PATIENCE_MS = 300;

export type Whereabouts = (turn: Turn) => Promise<void>;
export type OnConversation = (conversation: Conversation, turn: Turn) => void | Promise<void>;

/**
 * Tells where a person or channel can be reached, when it is new or has changed, so that it can be stored.
 * Only of chats the bot is in: a search or a shared card can come from a chat it cannot write to.
 */
export function createWhereabouts(onConversation: OnConversation, log: EdgeLog): Whereabouts {
  const told = new Map<string, string>();

  async function tell(turn: Turn, now: string): Promise<void> {
    const { conversation } = turn;
    try {
      await onConversation(conversation, turn);
      if (told.size >= MOST_REMEMBERED) told.delete(told.keys().next().value ?? '');
      told.set(conversation.id, now);
    } catch (error) {
      log.error({ correlationId: turn.correlationId, err: error }, 'conversation not stored');
    }
  }

  return async (turn) => {
    const { conversation, kind } = turn;
    if (kind === 'removed') told.delete(conversation.id);
    if (!isInChat(turn)) return;
    const now = JSON.stringify({ ...conversation, updatedAt: '' });
    if (kind !== 'installed' && told.get(conversation.id) === now) return;
    const telling = tell(turn, now);
    // What an install leads to is written to this very conversation.
    await (kind === 'installed' || kind === 'membersAdded' ? telling : atMost(PATIENCE_MS, telling));
  };
}

const isInChat = ({ kind, scope }: Turn): boolean =>
  ['message', 'submit', 'installed', 'membersAdded'].includes(kind) ||
  (kind === 'action' && scope === 'personal');
