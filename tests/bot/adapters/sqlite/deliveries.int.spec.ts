import { deliveriesContract } from '../../../contracts/deliveries.contract.ts';
import { temporaryStore } from './temporaryStore.ts';

deliveriesContract('SQLite', () => {
  const { open, dispose } = temporaryStore();
  return { open: async () => open().deliveries, dispose };
});
