import path from 'node:path';
import { openStore } from '../../../../bot/adapters/sqlite/index.ts';
import type { EventLog } from '../../../../bot/app/ports/index.ts';

/**
 * For processes of their own: opens the log in a store file.
 * @public imported by name in tests/contracts/workers/appendMany.ts
 */
export const openLog = (file: string): EventLog => openStore(file).log;

/** This module's file, for `WorkerStore`. */
export const OPEN_LOG = path.join(import.meta.dirname, 'openLog.ts');
