import { eventLogContract } from '../../../contracts/eventLog.contract.ts';
import { eventLogProcessesContract } from '../../../contracts/eventLogProcesses.contract.ts';
import { OPEN_LOG } from './openLog.ts';
import { temporaryStore } from './temporaryStore.ts';

const makeStore = () => {
  const { open, dispose, file } = temporaryStore();
  return { open: async () => open().log, dispose, worker: { module: OPEN_LOG, argument: file } };
};

eventLogContract('SQLite', makeStore);
eventLogProcessesContract('SQLite', makeStore);
