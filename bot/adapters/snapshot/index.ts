import path from 'node:path';
import type { Snapshot } from '../../app/snapshot.ts';
import { programVersion } from './programVersion.ts';
import { readSnapshot } from './readSnapshot.ts';
import { writeSnapshot } from './writeSnapshot.ts';

/** The snapshot's file in a folder of data. */
export const snapshotFile = (dataFolder: string): string => path.join(dataFolder, 'snapshot.bin');

/**
 * Keeps what the casebook remembers in a file on this machine. The file may be deleted at any time.
 * @param version names the rules it was folded by; a file of another version is not used.
 * Source: docs/adr/0010-snapshot.md
 */
export const createSnapshot = (file: string, version: string = programVersion()): Snapshot => ({
  read: () => readSnapshot(file, version),
  write: (memory) => writeSnapshot(file, version, memory),
});
