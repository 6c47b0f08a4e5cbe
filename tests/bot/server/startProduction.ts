import { type configOf, readConfig } from '../../../bot/config.ts';
import { type ProductionParts, startProduction } from '../../../bot/municipality/startProduction.ts';
import { createLogger } from '../../../bot/telemetry/logger.ts';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { type EntraIssuer, startEntraIssuer, TAB_APP, TAB_HOST, TENANT } from '../api/auth/entraIssuer.ts';
import { nameOf, newStore } from '../house.ts';
import { provision } from '../support/organisationRow.ts';
import { APP } from '../teams/support/activities.ts';
import { type Issuer, startIssuer } from '../teams/support/issuer.ts';

export const ENVIRONMENT = {
  FARDPLAN_TENANT_ID: TENANT,
  FARDPLAN_BOT_APP_ID: APP,
  FARDPLAN_TAB_APP_ID: TAB_APP,
  FARDPLAN_GRAPH_APP_ID: '44444444-2222-4333-8444-555555555555',
  FARDPLAN_TAB_URL: `https://${TAB_HOST}/tab/`,
  FARDPLAN_LOG_SITE_ID: 'log-site',
  FARDPLAN_PORTFOLIO_SITE_ID: 'portfolio-site',
  FARDPLAN_LISTEN: '127.0.0.1',
};

type Changes = {
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: Partial<ProductionParts>;
  readonly port?: number;
  /** Done while the store is being opened. */
  readonly whileOpening?: () => Promise<void>;
};

export type Production = Awaited<ReturnType<typeof startRealProduction>>;

/** The production start as it is, on stores in memory, with issuers of our own on loopback in the public ones' place. */
export async function startRealProduction({ env = {}, parts = {}, port = 0, whileOpening }: Changes = {}) {
  const [bot, entra]: [Issuer, EntraIssuer] = await Promise.all([startIssuer(), startEntraIssuer()]);
  const read = readConfig({ ...ENVIRONMENT, ...env });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { config } = read;
  const local: ReturnType<typeof configOf> = {
    ...config,
    authorityHost: entra.url,
    bot: { ...config.bot, metadataUrl: bot.metadataUrl },
    listen: { ...config.listen, port },
  };
  const stores = newStore();
  const log = memoryEventLog(stores.rows);
  await provision(log);
  const deliveries = memoryDeliveries(stores.deliveries);
  await deliveries.moveCheckpoint(stores.rows.length);
  const conversations = memoryConversations(stores.conversations);
  const lines: string[] = [];
  const running = await startProduction(local, {
    openStore: async () => {
      await whileOpening?.();
      return {
        store: { log, deliveries, conversations, close: () => log.close() },
        directory: { person: async (id) => ({ id, name: nameOf(id) }), nameOf },
      };
    },
    report: createLogger('debug', 'test', { write: (line) => void lines.push(line) }),
    tabFolder: '/nowhere',
    drainMs: 0,
    ...parts,
  }).catch(async (error: unknown) => {
    await Promise.all([bot.stop(), entra.stop()]);
    throw error;
  });
  return {
    ...running,
    bot,
    entra,
    log,
    stores,
    lines,
    api: async (path: string, token?: string, init: RequestInit = {}) =>
      fetch(`${running.url}${path}`, {
        ...init,
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
      }),
    end: async () => {
      await running.stop();
      await Promise.all([bot.stop(), entra.stop()]);
    },
  };
}
