import { createGraphDirectory } from '../../bot/adapters/directory/graphDirectory.ts';
import type { Directory, EventLog } from '../../bot/app/ports/index.ts';
import type { Environment } from '../../bot/config.ts';
import { takeLock } from '../../bot/local/lockFile.ts';
import { chooseStore, nameOfStore, openChosenStore } from '../../bot/municipality/chosenStore.ts';

/** A person as the directory knows them. */
export type Found = { readonly id: string; readonly left?: true };

/** Where the organisation is kept, and who people are. */
export type Place = {
  /** For people, in Swedish. */
  readonly name: string;
  readonly log: EventLog;
  /** By sign-in address or Entra id; undefined for nobody. */
  readonly findPerson: (written: string) => Promise<Found | undefined>;
  readonly close: () => Promise<void>;
};

/** The place cannot be used now, with what to do about it (in Swedish). */
export class PlaceUnavailable extends Error {
  readonly code = 'place-unavailable';
}

/**
 * The municipality's SharePoint, where people are looked up in Entra, or an embedded store, where ids are taken as they
 * are given. @throws PlaceUnavailable, StoreSettingsIncomplete, StoreUnavailable
 */
export async function openPlace(data: string | undefined, environment: Environment): Promise<Place> {
  const chosen = chooseStore(data, environment);
  const name = nameOfStore(chosen);
  if (chosen.kind === 'site') {
    const store = await openChosenStore(chosen);
    const directory = createGraphDirectory(chosen.graph.transport, Date.now);
    return { name, log: store.log, findPerson: findIn(directory), close: store.close };
  }
  // The server would not see what is written beside it before its next start.
  const lock = takeLock(chosen.folder);
  if ('heldBy' in lock)
    throw new PlaceUnavailable('Färdplan körs med samma data. Avsluta npm start först (Ctrl-C).');
  const { log, close } = await openChosenStore(chosen);
  return {
    name,
    log,
    findPerson: async (written) => ({ id: written }),
    close: async () => {
      await close();
      lock.release();
    },
  };
}

/** Looks people up in Entra. @throws PlaceUnavailable when it does not answer or may not be asked. */
export const findIn =
  ({ person }: Pick<Directory, 'person'>): Place['findPerson'] =>
  async (written) => {
    try {
      return await person(written);
    } catch (cause) {
      throw new PlaceUnavailable(
        'Det går inte att slå upp personer i Entra. Kontrollera att programmet har rätten User.Read.All, och försök igen.',
        { cause },
      );
    }
  };
