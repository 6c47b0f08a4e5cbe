import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEntraAuth } from '../api/auth/entraAuth.ts';
import { createRateLimit } from '../api/rateLimit.ts';
import type { House } from '../app/house.ts';
import { StoreUnavailable } from '../app/ports/index.ts';
import type { ProductionConfig } from '../config.ts';
import { openFrontDoor } from '../frontDoor.ts';
import { createServer, type ServerParts } from '../server.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';
import { createProductionGuard } from '../teams/guard/productionGuard.ts';
import type { Measure } from '../telemetry/measure.ts';
import { startTelemetry } from '../telemetry/telemetry.ts';
import { openWaitingRoom } from './waitingRoom.ts';
import { watchCertificates } from './watchCertificates.ts';

/** After being told to end it still answers this long, while the platform sends new calls elsewhere. */
const DRAIN_MS = 5_000;
/** Turns under way have this long; Teams itself gives up after 15 s. */
const CLOSING_MS = 15_000;
/** When it cannot start there is nothing to wait for but the answers under way. */
const LEAVING_MS = 1_000;
/** A store that cannot be opened is tried again after this time. */
const AGAIN_MS = 30_000;

export type ProductionParts = {
  /** Where things are kept and who people are; told what Graph calls cost, when that is measured. */
  readonly openStore: (
    config: ProductionConfig,
    onCall: Measure['graphCall'] | undefined,
  ) => Promise<KeptParts>;
  readonly report: EdgeLog;
  readonly tabFolder: string;
  readonly drainMs?: number;
  readonly againMs?: number;
};

type KeptParts = Pick<ServerParts, 'store' | 'directory' | 'snapshot' | 'install' | 'documents'> & {
  /** What follows the house for as long as it is open: readable lists, folders. Never a reason not to start. */
  readonly follow?: (house: House) => Following;
};

export type Following = { readonly close: () => Promise<void> };

export type Running = {
  readonly url: string;
  /** Lets the platform look away, finishes the turns under way, and closes everything. */
  readonly stop: () => Promise<void>;
};

/**
 * Färdplan for a municipality: only Teams and people signed in by Entra get in, and nothing of local mode is here.
 * A store that does not answer, or says no, is waited for: people are told meanwhile that it starts.
 * @throws when an address is taken, or a part cannot be made; nothing is left open then.
 */
export async function startProduction(config: ProductionConfig, parts: ProductionParts): Promise<Running> {
  const { report } = parts;
  const door = await openFrontDoor(config.listen.port, config.listen.host);
  const telemetry = await startTelemetry(config.telemetry, randomUUID()).catch(async (error: unknown) => {
    await door.close(0);
    throw error;
  });
  const certificates = watchCertificates(config, report, Date.now);
  const doors = doorsOf(config);
  const { frameHosts } = config.tab;
  const waitingRoomEmpty = openWaitingRoom(
    { guard: doors.guard, language: config.language, report, frameHosts },
    door,
  );
  const leave = async () => {
    certificates.close();
    await door.close(LEAVING_MS);
    await waitingRoomEmpty();
  };
  const open = () => parts.openStore(config, telemetry?.measure.graphCall);
  const kept = await openInTime(open, parts).catch(async (error: unknown) => {
    await leave();
    await telemetry?.close();
    throw error;
  });
  try {
    const server = await createServer({
      ...kept,
      ...doors,
      unitOf: () => undefined,
      language: config.language,
      trustClientLanguage: true,
      frameHosts,
      tabUrl: (place) => linkTo(place, config.teams.catalogId),
      ...(existsSync(parts.tabFolder) && { tabFolder: parts.tabFolder }),
      ...(telemetry && { measure: telemetry.measure }),
      closingMs: CLOSING_MS,
      report,
    });
    server.moveIn(door);
    const following = kept.follow?.(server);
    report.info({ port: new URL(door.url).port }, 'started');
    return {
      url: door.url,
      stop: async () => {
        report.info({}, 'stopping');
        certificates.close();
        server.drain();
        await sleep(parts.drainMs ?? DRAIN_MS);
        await following?.close();
        await server.close();
        await waitingRoomEmpty();
        await telemetry?.close();
        report.info({}, 'stopped');
      },
    };
  } catch (error) {
    await leave();
    await kept.store.close();
    await telemetry?.close();
    throw error;
  }
}

/** Rights that were just given take an hour to be felt, and a platform that starts a process again and again says less. */
async function openInTime(
  open: () => Promise<KeptParts>,
  { report, againMs = AGAIN_MS }: ProductionParts,
): Promise<KeptParts> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      report.error({ err: error }, 'the store cannot be opened yet, trying again');
      await sleep(againMs);
    }
  }
}

/** Who gets in, and where the bot may write. */
function doorsOf(config: ProductionConfig): Pick<ServerParts, 'guard' | 'authenticate' | 'limit'> {
  const { tenantId, allowedTenants, bot, tab, authorityHost } = config;
  return {
    guard: createProductionGuard({ ...bot, tenantId, allowedTenants, authorityHost }),
    authenticate: createEntraAuth({
      tenants: [tenantId, ...allowedTenants],
      appId: tab.appId,
      tabHost: new URL(tab.url).host,
      authorityHost,
    }),
    limit: createRateLimit(tab.requestsPerMinute),
  };
}

/**
 * Opens a case or a page in the tab inside Teams, where people are signed in.
 * Source: Microsoft Learn, "Deep link to an application".
 */
const linkTo = (place: string, catalogId: string | undefined): string | undefined =>
  catalogId &&
  `https://teams.microsoft.com/l/entity/${catalogId}/portfolio?context=${encodeURIComponent(
    JSON.stringify({ subEntityId: place }),
  )}`;
