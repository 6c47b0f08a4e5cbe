import { join } from 'node:path';
import { createGraphDirectory } from '../adapters/directory/graphDirectory.ts';
import { createGraphInstaller } from '../adapters/installer/graphInstaller.ts';
import { createDocuments, openSharePointStore } from '../adapters/sharepoint/index.ts';
import { createSnapshot, snapshotFile } from '../adapters/snapshot/index.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';
import { followWithDocuments } from './documents.ts';
import { connectMunicipality } from './graph.ts';
import { followWithRows } from './readableRows.ts';
import type { ProductionParts } from './startProduction.ts';

/** Progress of a first reading is said this often. */
const EVERY_ROWS = 10_000;

/**
 * The municipality's own store and people, through one connection to Microsoft Graph. Opening waits until the lists
 * have been read: seconds with the copy from last time, minutes without.
 * @throws StoreUnavailable when the closed site cannot be reached or has not been provisioned.
 */
export const openMunicipalStore =
  (report: EdgeLog): ProductionParts['openStore'] =>
  async (config, onCall) => {
    const graph = connectMunicipality(config, onCall);
    const store = await openSharePointStore({
      graph,
      site: config.sites.log,
      folder: join(config.dataDir, 'lists'),
      onTrouble: ({ kind, ...place }) =>
        report.error({ kind, ...place }, 'the log has been touched by other hands'),
      onNoCopy: (error) =>
        report.warn(
          { err: error, setting: 'FARDPLAN_DATA_DIR' },
          'the data folder cannot be used: each start reads the whole log',
        ),
      onProgress: (list, rows) => {
        if (rows % EVERY_ROWS === 0) report.info({ list, rows }, 'reading a list');
      },
    });
    try {
      await store.whenComplete();
    } catch (error) {
      await store.close();
      throw error;
    }
    const documents = createDocuments(graph, config.sites.portfolio);
    const { appId: teamsAppId } = config.teams;
    return {
      store,
      ...(teamsAppId && {
        install: createGraphInstaller({
          graph,
          teamsAppId,
          botAppId: config.bot.appId,
          tenantId: config.tenantId,
          save: store.conversations.save,
          now: Date.now,
        }),
      }),
      directory: createGraphDirectory(graph, Date.now),
      snapshot: createSnapshot(snapshotFile(config.dataDir)),
      documents,
      follow: (house) => {
        const rows = followWithRows(graph, config, {
          ...house,
          onByHand: (what) => report.warn(what, 'a readable list was changed by hand'),
          onError: (error) => report.error({ err: error }, 'the readable lists are behind'),
        });
        const folders = followWithDocuments({
          ...house,
          documents,
          onError: (error, mayBeOpen) =>
            report.error(
              { err: error },
              mayBeOpen ? 'a folder of a protected case may be open' : 'the folders of cases are behind',
            ),
        });
        return { close: async () => void (await Promise.all([rows.close(), folders.close()])) };
      },
    };
  };
