import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { atMost } from '../../app/atMost.ts';
import type { Conversations } from '../../app/ports/conversations.ts';
import type { Deliveries } from '../../app/ports/deliveries.ts';
import type { EventLog } from '../../app/ports/eventLog.ts';
import { createSharePointConversations } from './conversations.ts';
import { createSharePointDeliveries } from './deliveries/deliveries.ts';
import type { Graph } from './graph/graph.ts';
import { currentLists, idOf, rememberLists } from './lists/findLists.ts';
import { createList, type List } from './lists/list.ts';
import { createSharePointLog } from './log/eventLog.ts';
import { createLogHeads } from './log/heads.ts';
import { createSettled } from './log/settled.ts';
import { createTroubles, type LogTrouble } from './log/troubles.ts';
import { createMeta, emptyCopy, openCopy } from './mirror/database.ts';
import type { Mirror } from './mirror/mirror.ts';
import { createSync, type PollEvery, type Sync, type SyncParts, type SyncState } from './mirror/sync.ts';
import { conversationMirror, deliveryMirror, logMirror } from './mirrors.ts';
import { CLOSED_SITE_LISTS, CONVERSATION_LIST, DELIVERY_LIST, LOG_LIST } from './schema/closedSite.ts';
import type { ListSpec } from './schema/list.ts';

export { StoreUnavailable } from '../../app/ports/eventLog.ts';
export { connectGraph, type GraphConnectionSettings } from './connect.ts';
export { CLOSED_FOLDER, createDocuments } from './documents/documents.ts';
export { GraphRefused, NotProvisioned, SignInFailed } from './graph/errors.ts';
export type { Graph, GraphAnswer } from './graph/graph.ts';
export { readPages } from './graph/readPages.ts';
export { refusalOf } from './graph/refusal.ts';
export { createTokenSource, type GraphCredential } from './graph/tokenSource.ts';
export type { GraphCallNote } from './graph/transport.ts';
export { findLists } from './lists/findLists.ts';
export { openSharePointLogSource } from './log/logSource.ts';
export type { LogTrouble } from './log/troubles.ts';
export { type ListRows, openListRows } from './rows/listRows.ts';
export { readableRows } from './rows/project.ts';
export type { ByHand } from './rows/readableList.ts';
export { CLOSED_SITE_LISTS } from './schema/closedSite.ts';
export { type ColumnSpec, columnDefinition, facetOf, type ListSpec, LONGEST_TEXT } from './schema/list.ts';
export { PORTFOLIO_SITE_LISTS } from './schema/portfolioSite.ts';

export type SharePointStoreSettings = {
  readonly graph: Graph;
  /** Id of the closed site: `host,guid,guid`. */
  readonly site: string;
  /** Folder for this instance's copy of the lists, its own and no other's; in memory without one. */
  readonly folder?: string;
  readonly every?: PollEvery;
  /** How often it is written down how far the log has been turned into messages. */
  readonly checkpointMs?: number;
  /** How long a missing item id may still be being written. */
  readonly gapMs?: number;
  readonly newId?: () => string;
  readonly wallClock?: () => number;
  /** Told once of each trace of other hands in the log. */
  readonly onTrouble?: (trouble: LogTrouble) => void;
  /** Nothing can be kept in the folder, and why: this instance reads the lists anew at each start. */
  readonly onNoCopy?: (error: unknown) => void;
  /** Rows read so far while a list is read for the first time. */
  readonly onProgress?: (list: string, rows: number) => void;
};

export type SharePointStore = {
  readonly log: EventLog;
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly close: () => Promise<void>;
  /**
   * Resolves when each list has been read once, which takes minutes when there is no copy; rejects when one cannot be.
   * A copy from last time is not brought up to date here: each list is asked for news when it is first needed.
   */
  readonly whenComplete: () => Promise<void>;
  /** For the readiness check: how fresh the copies are, and what is wrong with the log. */
  readonly ready: () => StoreState;
};

export type StoreState = {
  readonly log: SyncState;
  readonly deliveries: SyncState;
  readonly conversations: SyncState;
  readonly troubles: readonly LogTrouble[];
};

const EVERY: PollEvery = { busyMs: 10_000, idleMs: 20_000 };
/** Messages wait for no news: when nobody looks at them, it finds what an instance that died has left after a minute. */
const DELIVERIES_EVERY: PollEvery = { busyMs: 10_000, idleMs: 60_000 };
const CHECKPOINT_MS = 60_000;
/** A row's transaction takes well under a second; the rest is caution. */
const GAP_MS = 3_000;
const LAST_COMMANDS_MS = 2_000;
const COMPLETE_MS = 24 * 3_600_000;

/**
 * The store of a municipality: event log, deliveries and conversations as lists of the closed site. Two instances may
 * have it open side by side, each with its own copy.
 * @throws StoreUnavailable when the site cannot be reached or its lists have not been made.
 * Source: docs/adr/0012-sharepoint-store.md
 */
export async function openSharePointStore(settings: SharePointStoreSettings): Promise<SharePointStore> {
  const { graph, site } = settings;
  const db = openCopy(settings.folder, site, settings.onNoCopy);
  try {
    return assemble(settings, db, await listIds(graph, site, db));
  } catch (error) {
    db.close();
    throw error;
  }
}

type Ids = { readonly log: string; readonly deliveries: string; readonly conversations: string };

async function listIds(graph: Graph, site: string, db: DatabaseSync): Promise<Ids> {
  const titles = CLOSED_SITE_LISTS.map(({ title }) => title);
  const lists = await currentLists(graph, site, createMeta(db), titles);
  if (lists.isReplaced) emptyCopy(db, site);
  rememberLists(createMeta(db), lists);
  const { ids } = lists;
  return {
    log: idOf(ids, LOG_LIST.title),
    deliveries: idOf(ids, DELIVERY_LIST.title),
    conversations: idOf(ids, CONVERSATION_LIST.title),
  };
}

function assemble(settings: SharePointStoreSettings, db: DatabaseSync, ids: Ids): SharePointStore {
  const { graph, site } = settings;
  const every = settings.every ?? EVERY;
  const newId = settings.newId ?? randomUUID;
  const listOf = (spec: ListSpec, list: string): List => createList(graph, { site, list, spec });
  const syncOf = (list: List, mirror: Mirror, more: Partial<SyncParts> = {}): Sync =>
    createSync({
      graph,
      list,
      mirror,
      every,
      onApplied: () => undefined,
      onProgress: (rows) => settings.onProgress?.(list.title, rows),
      ...more,
    });

  const logList = listOf(LOG_LIST, ids.log);
  const log: Mirror = logMirror(db, (id) => settled.place(id));
  const heads = createLogHeads(log);
  const troubles = createTroubles(log, (trouble) => settings.onTrouble?.(trouble));
  const settled = createSettled({
    graph,
    list: logList,
    mirror: () => log,
    take: (items) => logSync.take(items),
    gapMs: settings.gapMs ?? GAP_MS,
    onLate: troubles.late,
  });
  const logSync = syncOf(logList, log, {
    onApplied: (applied) => {
      heads.onAdded(applied.added);
      troubles.onApplied(applied);
    },
    onComplete: settled.begin,
  });
  const eventLog = createSharePointLog({
    graph,
    list: logList,
    mirror: log,
    sync: logSync,
    heads,
    settled,
    newId,
    onGap: troubles.gap,
  });

  const deliveryList = listOf(DELIVERY_LIST, ids.deliveries);
  const deliveries = deliveryMirror(db);
  const deliverySync = syncOf(deliveryList, deliveries, { every: settings.every ?? DELIVERIES_EVERY });
  const conversationList = listOf(CONVERSATION_LIST, ids.conversations);
  const conversations = conversationMirror(db);
  const conversationSync = syncOf(conversationList, conversations);
  const syncs = [logSync, deliverySync, conversationSync];

  const close = async (): Promise<void> => {
    // Commands under way are finished; only a first reading of the lists is broken off, and goes on at the next start.
    await atMost(LAST_COMMANDS_MS, eventLog.close());
    await Promise.all([eventLog.close(), ...syncs.map((sync) => sync.stop())]);
    if (db.isOpen) db.close();
  };
  return {
    log: { ...eventLog, close },
    deliveries: createSharePointDeliveries({
      graph,
      list: deliveryList,
      mirror: deliveries,
      sync: deliverySync,
      newId,
      checkpointMs: settings.checkpointMs ?? CHECKPOINT_MS,
      wallClock: settings.wallClock ?? Date.now,
    }),
    conversations: createSharePointConversations({
      graph,
      list: conversationList,
      mirror: conversations,
      sync: conversationSync,
      newId,
    }),
    close,
    whenComplete: async () => {
      const patience = graph.patience('background', COMPLETE_MS);
      await Promise.all(syncs.map((sync) => sync.whole(patience)));
    },
    ready: () => ({
      log: logSync.state(),
      deliveries: deliverySync.state(),
      conversations: conversationSync.state(),
      troubles: troubles.list(),
    }),
  };
}
