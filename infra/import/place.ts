import { existsSync } from 'node:fs';
import { createGraphDirectory, type EntraPerson } from '../../bot/adapters/directory/graphDirectory.ts';
import { storeFile } from '../../bot/adapters/sqlite/index.ts';
import type { Directory, EventLog } from '../../bot/app/ports/index.ts';
import type { Environment } from '../../bot/config.ts';
import { takeLock } from '../../bot/local/lockFile.ts';
import { chooseStore, nameOfStore, openChosenStore } from '../../bot/municipality/chosenStore.ts';

/** Where a command works: a log, and people to be found by sign-in address or Entra id. */
export type Place = {
  /** For people, in Swedish. */
  readonly name: string;
  readonly log: EventLog;
  readonly directory: PlaceDirectory;
  readonly close: () => Promise<void>;
};

export type PlaceDirectory = Omit<Directory, 'person'> & {
  readonly person: (written: string) => Promise<EntraPerson | undefined>;
  /** Whom somebody reports to; not where nobody knows. */
  readonly manager?: (id: string) => Promise<EntraPerson | undefined>;
};

/** The place cannot be used now, with what to do about it (in Swedish). */
export class PlaceUnavailable extends Error {
  readonly code = 'place-unavailable';
}

/** An embedded store: who the people are that it knows, and whether it must be there already. */
export type Embedded = { readonly people: PlaceDirectory; readonly mustExist?: true };

/**
 * The municipality's SharePoint, where people are looked up in Entra, or an embedded store. SharePoint's servers go on
 * meanwhile and read the new rows as they read each other's.
 * @throws PlaceUnavailable, StoreSettingsIncomplete, StoreUnavailable
 */
export async function openPlace(
  data: string | undefined,
  environment: Environment,
  { people, mustExist }: Embedded,
): Promise<Place> {
  const chosen = chooseStore(data, environment);
  const name = nameOfStore(chosen);
  if (chosen.kind === 'site') {
    const { log, close } = await openChosenStore(chosen);
    return { name, log, directory: createGraphDirectory(chosen.graph, Date.now), close };
  }
  if (mustExist && !existsSync(storeFile(chosen.folder)))
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
    directory: people,
    close: async () => {
      await close();
      lock.release();
    },
  };
}
