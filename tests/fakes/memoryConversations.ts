import type { Conversation, Conversations } from '../../bot/app/ports/index.ts';
import { createFaults, type FaultMoment } from './faults.ts';

export type MemoryConversations = Conversations & { readonly failNext: (moment: FaultMoment) => void };

/** Conversations in memory. Instances given the same map are instances of the same store. */
export function memoryConversations(kept: Map<string, Conversation> = new Map()): MemoryConversations {
  const { failNext, write, read } = createFaults();
  return {
    failNext,
    save: (conversation) => write(() => void kept.set(conversation.id, structuredClone(conversation))),
    get: (id) => read(() => structuredClone(kept.get(id))),
    personal: (person) =>
      read(() =>
        structuredClone(
          [...kept.values()]
            .filter((conversation) => conversation.kind === 'personal' && conversation.person === person)
            .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0],
        ),
      ),
    remove: (id) => write(() => void kept.delete(id)),
  };
}
