import { existsSync } from 'node:fs';
import { createGraphDirectory } from '../../bot/adapters/directory/graphDirectory.ts';
import { storeFile } from '../../bot/adapters/sqlite/index.ts';
import type { Directory, EventLog } from '../../bot/app/ports/index.ts';
import type { Environment } from '../../bot/config.ts';
import { createSampleDirectory } from '../../bot/local/directory.ts';
import { takeLock } from '../../bot/local/lockFile.ts';
import { chooseStore, nameOfStore, openChosenStore } from '../../bot/municipality/chosenStore.ts';

/** Where the cases go: a log, and people to be found by address. */
export type Place = {
  /** For people, in Swedish. */
  readonly name: string;
  readonly log: EventLog;
  readonly directory: Directory;
  readonly close: () => Promise<void>;
};

/** The place cannot be used now, with what to do about it (in Swedish). */
export class PlaceUnavailable extends Error {
  readonly code = 'place-unavailable';
}

/**
 * The municipality's SharePoint, where people are looked up in Entra, or an embedded store with Ekhamra's people.
 * SharePoint's servers go on meanwhile and read the new rows as they read each other's.
 * @throws PlaceUnavailable, StoreSettingsIncomplete, StoreUnavailable
 */
export async function openPlace(data: string | undefined, environment: Environment): Promise<Place> {
  const chosen = chooseStore(data, environment);
  const name = nameOfStore(chosen);
  if (chosen.kind === 'site') {
    const { log, close } = await openChosenStore(chosen);
    return { name, log, directory: createGraphDirectory(chosen.graph.transport, Date.now), close };
  }
  if (!existsSync(storeFile(chosen.folder)))
    throw new PlaceUnavailable(
      `Det finns ingen databas i ${chosen.folder}. Starta Färdplan där en gång först: npm start`,
    );
  // The server would not see what is written beside it before its next start.
  const lock = takeLock(chosen.folder);
  if ('heldBy' in lock)
    throw new PlaceUnavailable('Färdplan körs med samma data. Avsluta npm start först (Ctrl-C).');
  const { log, close } = await openChosenStore(chosen);
  return {
    name,
    log,
    directory: createSampleDirectory(),
    close: async () => {
      await close();
      lock.release();
    },
  };
}
