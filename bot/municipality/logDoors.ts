import { openSharePointLogSource } from '../adapters/sharepoint/index.ts';
import { openLogSource, storeFile } from '../adapters/sqlite/index.ts';
import type { Environment } from '../config.ts';
import type { LogDoors } from '../logCli/doors.ts';
import { chooseStore, openChosenStore } from './chosenStore.ts';

/** Opens the log that a command line of `npm run log` means: a data folder, or the SharePoint of the settings. */
export const logDoors = (environment: Environment): LogDoors => ({
  toRead: async (data) => {
    const chosen = chooseStore(data, environment);
    return chosen.kind === 'folder'
      ? openLogSource(storeFile(chosen.folder))
      : openSharePointLogSource(chosen);
  },
  toWrite: (data) => openChosenStore(chooseStore(data, environment)),
});
