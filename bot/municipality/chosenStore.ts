import { type Graph, openSharePointStore } from '../adapters/sharepoint/index.ts';
import { openStore, storeFile } from '../adapters/sqlite/index.ts';
import type { Deliveries, EventLog } from '../app/ports/index.ts';
import type { Environment } from '../config.ts';
import { connectMunicipality } from './graph.ts';
import { readStoreSettings } from './storeSettings.ts';

/** The data folder of a program that was told of no other. */
export const DATA_FOLDER = '.data';

/** The store that a command was told to work on. */
export type Chosen =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'site'; readonly site: string; readonly graph: Graph };

/** What both stores have in common, as far as commands need it. */
export type ChosenStore = {
  readonly log: EventLog;
  readonly deliveries: Deliveries;
  readonly close: () => Promise<void>;
};

/**
 * A data folder that was named wins; else the municipality's SharePoint when the environment says where; else `.data`.
 * @throws StoreSettingsIncomplete when the environment says only half.
 */
export function chooseStore(folder: string | undefined, environment: Environment): Chosen {
  if (folder !== undefined) return { kind: 'folder', folder };
  const settings = readStoreSettings(environment);
  if (!settings) return { kind: 'folder', folder: DATA_FOLDER };
  return { kind: 'site', site: settings.site, graph: connectMunicipality(settings) };
}

/** Opens it for reading and writing; a list is read whole first. @throws StoreUnavailable */
export async function openChosenStore(
  chosen: Chosen,
  onProgress: (list: string, rows: number) => void = () => undefined,
): Promise<ChosenStore> {
  if (chosen.kind === 'folder') return openStore(storeFile(chosen.folder));
  const { graph, site } = chosen;
  const store = await openSharePointStore({ graph, site, onProgress });
  try {
    await store.whenComplete();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The store in words for the one who runs the command. */
export const nameOfStore = (chosen: Chosen): string =>
  chosen.kind === 'folder' ? `den egna mappen ${chosen.folder}` : 'kommunens SharePoint';
