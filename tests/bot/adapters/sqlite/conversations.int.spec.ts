import { conversationsContract } from '../../../contracts/conversations.contract.ts';
import { temporaryStore } from './temporaryStore.ts';

conversationsContract('SQLite', () => {
  const { open, dispose } = temporaryStore();
  return { open: async () => open().conversations, dispose };
});
