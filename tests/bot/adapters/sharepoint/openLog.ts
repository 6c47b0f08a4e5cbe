import path from 'node:path';
import {
  connectGraph,
  createTokenSource,
  openSharePointStore,
} from '../../../../bot/adapters/sharepoint/index.ts';
import type { EventLog } from '../../../../bot/app/ports/index.ts';
import { SAMPLE } from '../../../tenant/seed.ts';

const GRAPH = 'https://graph.microsoft.com';

/**
 * For processes of their own, led to the local tenant from outside: opens the log of a closed site as the service does.
 * @public imported by name in tests/contracts/workers/appendMany.ts
 */
export async function openLog(site: string): Promise<EventLog> {
  const { tenantId, serviceApp: clientId, serviceSecret: secret } = SAMPLE;
  const tokens = createTokenSource({
    credential: { kind: 'secret', tenantId, clientId, secret },
    graphRoot: GRAPH,
    authorityHost: 'https://login.microsoftonline.com',
  });
  const graph = connectGraph({ tokens, organisation: 'Lindbacka', version: '0', patienceMs: 60_000 });
  return (await openSharePointStore({ graph, site })).log;
}

/** This module's file, for `WorkerStore`. */
export const OPEN_LOG = path.join(import.meta.dirname, 'openLog.ts');
