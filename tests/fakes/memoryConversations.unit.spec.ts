import { type Conversation, StoreUnavailable } from '../../bot/app/ports/index.ts';
import { conversationsContract } from '../contracts/conversations.contract.ts';
import { memoryConversations } from './memoryConversations.ts';

conversationsContract('memory', () => {
  const kept = new Map<string, Conversation>();
  return { open: async () => memoryConversations(kept), dispose: async () => undefined };
});

describe('faults of the memory conversations', () => {
  it('fails once on the next save or removal', async () => {
    const conversations = memoryConversations();
    conversations.failNext('before');
    await expect(conversations.remove('a:1')).rejects.toBeInstanceOf(StoreUnavailable);
    await conversations.remove('a:1');
  });
});
