import type { OutgoingMessage } from '../../app/ports/index.ts';
import type { Landed, Reply } from '../../app/turn.ts';
import type { Outlet } from './outlet.ts';

export type Keep = (landed: Landed) => Promise<void>;

/** The messages a reply consists of; search results and dialogs only make sense where a client waits for them. */
export function messagesOf(reply: Reply): readonly OutgoingMessage[] {
  if ('card' in reply) return [{ card: reply.card, summary: reply.summary }];
  if ('cards' in reply) return reply.cards;
  if ('text' in reply) return [{ text: reply.text }];
  if ('task' in reply) return [{ card: reply.task.card, summary: reply.task.title }];
  return [];
}

/** One after another, so that they stand in order. */
export async function speak(messages: readonly OutgoingMessage[], outlet: Outlet, keep: Keep): Promise<void> {
  for (const message of messages) {
    const landed = await outlet.send(message);
    if (landed && 'card' in message) await keep(landed);
  }
}
