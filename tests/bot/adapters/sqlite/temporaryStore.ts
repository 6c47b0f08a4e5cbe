import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  openStore,
  type Store,
  type StoreOptions,
  storeFile,
} from '../../../../bot/adapters/sqlite/index.ts';

/** A data folder of its own with a store in it, for one test. */
export function temporaryStore() {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  const opened: Store[] = [];
  return {
    folder,
    file: storeFile(folder),
    open(options?: StoreOptions): Store {
      const store = openStore(storeFile(folder), options);
      opened.push(store);
      return store;
    },
    async dispose(): Promise<void> {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
