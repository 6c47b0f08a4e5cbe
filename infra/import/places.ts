import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Directory, EventLog } from '../../bot/app/ports/index.ts';
import type { SnapshotUse } from '../../bot/app/snapshot.ts';
import { type Environment, readConfig } from '../../bot/config.ts';
import { createLogger } from '../../bot/telemetry/logger.ts';

/** Where the cases go: a log, and people to be found by address. */
export type Place = {
  /** For people, in Swedish. */
  readonly name: string;
  readonly log: EventLog;
  readonly directory: Directory;
  readonly snapshot?: SnapshotUse['snapshot'];
  readonly close: () => Promise<void>;
};

/** The place cannot be used now, with what to do about it (in Swedish). */
export class PlaceUnavailable extends Error {
  readonly code = 'place-unavailable';
}

const DEFAULT_FOLDER = '.data';
const isSet = (env: Environment): boolean => Object.keys(env).some((name) => name.startsWith('FARDPLAN_'));

/** The municipality's SharePoint when the settings are there, else the embedded store. @throws PlaceUnavailable */
export function openPlace(root: string, data: string | undefined, env: Environment): Promise<Place> {
  return data === undefined && isSet(env)
    ? municipality(env)
    : embedded(resolve(root, data ?? DEFAULT_FOLDER));
}

/** Nobody else may write meanwhile: the server would not see the new rows before its next start. */
async function embedded(folder: string): Promise<Place> {
  const { openStore, storeFile } = await import('../../bot/adapters/sqlite/index.ts');
  const { createSampleDirectory } = await import('../../bot/local/directory.ts');
  const { takeLock } = await import('../../bot/local/lockFile.ts');
  if (!existsSync(storeFile(folder)))
    throw new PlaceUnavailable(
      `Det finns ingen databas i ${folder}. Starta Färdplan där en gång först: npm start`,
    );
  const lock = takeLock(folder);
  if ('heldBy' in lock)
    throw new PlaceUnavailable('Färdplan körs med samma data. Avsluta npm start först (Ctrl-C).');
  const store = openStore(storeFile(folder));
  return {
    name: `databasen i ${folder}`,
    log: store.log,
    directory: createSampleDirectory(),
    close: async () => {
      await store.close();
      lock.release();
    },
  };
}

/** The servers go on meanwhile, and read the new rows as they read each other's. */
async function municipality(env: Environment): Promise<Place> {
  const read = readConfig(env);
  if ('problems' in read)
    throw new PlaceUnavailable(
      `Inställningar saknas eller är fel: ${read.problems.map(({ name }) => name).join(', ')}. De ska vara desamma som serverns.`,
    );
  const { openMunicipalStore } = await import('../../bot/municipalStore.ts');
  const { config } = read;
  // A server on the same machine has its own copy of the lists, which two processes may not share.
  const own = { ...config, dataDir: join(config.dataDir, 'import') };
  const { store, directory, snapshot } = await openMunicipalStore(createLogger('warn', 'import'))(
    own,
    undefined,
  );
  return { name: 'kommunens SharePoint', log: store.log, directory, snapshot, close: () => store.close() };
}
