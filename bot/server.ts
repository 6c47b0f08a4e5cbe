import { randomUUID } from 'node:crypto';
import restify from 'restify';
import { DEFAULT_MODEL } from '../domain/model/governanceModel.ts';
import { createSwedishCalendar } from './adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from './adapters/language/lexicon.ts';
import { mountApi } from './api/api.ts';
import type { Authenticate } from './api/deps.ts';
import { createEventStreams } from './api/eventStreams.ts';
import { mountHealth } from './api/health.ts';
import { createPortfolioFeed } from './api/portfolioFeed.ts';
import type { RateLimit } from './api/rateLimit.ts';
import { createRecentChanges } from './api/recentChanges.ts';
import { securityHeaders } from './api/securityHeaders.ts';
import { mountTab } from './api/tabFiles.ts';
import type { Language } from './app/casebook.ts';
import { createIsGuest } from './app/guests.ts';
import { type House, openHouse } from './app/house.ts';
import { createCourier } from './app/messages/courier.ts';
import type { DeliverDeps } from './app/messages/deliver.ts';
import type { Conversations, Deliveries, Directory, Documents, EventLog, Person } from './app/ports/index.ts';
import { languageFor } from './app/preferences.ts';
import type { Snapshot } from './app/snapshot.ts';
import { type FrontDoor, openFrontDoor } from './frontDoor.ts';
import type { Deps } from './handlers/ask.ts';
import { createRenderNotice } from './handlers/notices.ts';
import { createBot } from './handlers/router.ts';
import { createReminders } from './reminders/reminders.ts';
import { createTeams } from './teams/createTeams.ts';
import type { EdgeLog } from './teams/edgeLog.ts';
import type { Guard } from './teams/guard/guard.ts';
import type { Measure } from './telemetry/measure.ts';
import { createTexts } from './texts/texts.ts';

/** Other instances' rows are read this often; own rows are known at once. */
const CATCH_UP_MS = 1_500;
const REMIND_MS = 60_000;
const COURIER_MS = 5_000;
const SNAPSHOT_MS = 60_000;
/** Rows that are folded anew in some 30 ms when the server was killed. */
const ROWS_A_SNAPSHOT = 2_000;
/** Requests under way have this long to end when the server closes, unless told otherwise. */
const CLOSING_MS = 2_000;
/** Longer without word from the log, and this instance is not to be given work. */
const STALE_MS = 5 * 60_000;

export type ServerParts = {
  readonly store: {
    readonly log: EventLog;
    readonly deliveries: Deliveries;
    readonly conversations: Conversations;
    readonly close: () => Promise<void>;
    /** How long ago a store elsewhere last answered; one on this machine need not say. */
    readonly ready?: () => { readonly log: { readonly ageMs: number | undefined } };
  };
  /** Makes the next start fast; without it every start folds the whole log. */
  readonly snapshot?: Snapshot;
  readonly directory: Directory;
  /** How Teams proves itself; local mode brings a guard of its own. */
  readonly guard: Guard;
  readonly authenticate: Authenticate;
  /** Without it the requests of a person are not counted. */
  readonly limit?: RateLimit;
  /** Local mode only. */
  readonly personas?: () => readonly Person[];
  readonly unitOf: (person: string) => string | undefined;
  readonly language: Language;
  /** Local mode's client always claims to be English; there the client's language is not asked. */
  readonly trustClientLanguage: boolean;
  /** Folder of the built tab. */
  readonly tabFolder?: string;
  /** Hosts besides Microsoft's public ones that may show the tab. */
  readonly frameHosts?: readonly string[];
  readonly tabUrl: (place: string) => string | undefined;
  readonly report: EdgeLog;
  readonly clock?: () => string;
  /** Figures and traces; without it nothing is measured. */
  readonly measure?: Measure;
  readonly closingMs?: number;
  /** Brings the app to somebody who does not have it, where that is permitted. */
  readonly install?: DeliverDeps['install'];
  /** The folders of cases; without a library (local mode) nothing is said of documents. */
  readonly documents?: Documents;
};

export type FardplanServer = House & {
  /** Loopback unless told otherwise. @returns the address, e.g. http://127.0.0.1:3978 */
  readonly listen: (port: number, host?: string) => Promise<string>;
  /** Answers from now on behind a door that is open already, and begins its work. */
  readonly moveIn: (door: FrontDoor) => void;
  /** Rows written so far call for no messages (sample data, import). */
  readonly skipMessages: () => Promise<void>;
  /** Tells the platform to send its calls elsewhere; the server still answers. */
  readonly drain: () => void;
  /** Stops taking turns, finishes what is under way, closes the store. */
  readonly close: () => Promise<void>;
};

/** Wires the house: one store, one casebook, one `handle`; the bot, the API and the reminders all go through it. */
export async function createServer(parts: ServerParts): Promise<FardplanServer> {
  const { directory, report, measure } = parts;
  const store = measure
    ? { ...parts.store, deliveries: measure.deliveries(parts.store.deliveries) }
    : parts.store;
  const clock = parts.clock ?? (() => new Date().toISOString());
  const calendar = createSwedishCalendar();
  const house = await openHouse({
    log: store.log,
    directory,
    clock,
    calendar,
    model: DEFAULT_MODEL,
    similarity: { lexicon: swedishLexicon() },
    snapshot: parts.snapshot,
    tell: (facts, message) => report.info(facts, message),
  });
  const textsIn = createTexts();
  const deps: Deps = {
    ...house,
    model: DEFAULT_MODEL,
    similarTo: house.similar.similarTo,
    unitOf: parts.unitOf,
    person: (id) => directory.person(id),
    deliveries: store.deliveries,
    conversations: store.conversations,
    wake: () => void courier.run(),
    textsIn,
    newId: randomUUID,
    clock,
    tabUrl: parts.tabUrl,
    ...(parts.documents && { documents: parts.documents }),
  };
  const settings = { municipalityLanguage: parts.language, trustClientLanguage: parts.trustClientLanguage };
  const bot = createBot(deps, settings, (facts, message) => report.warn(facts, message));
  const isGuest = createIsGuest(directory);
  const teams = createTeams({
    guard: parts.guard,
    handle: async ({ actor, ...turn }) => {
      if (actor === undefined || (await isGuest(actor))) return bot.handle(turn);
      // Whoever asks may soon be named to others.
      void house.names.learn([actor]);
      return bot.handle({ ...turn, actor });
    },
    onError: bot.onError,
    texts: {
      workingOnIt: (turn) => bot.textsFor(turn).t('notices.working.text'),
      failed: (turn) => bot.textsFor(turn).t('notices.failed.text', { id: turn.correlationId }),
      received: (turn) => bot.textsFor(turn).t('notices.received.text'),
    },
    onConversation: (conversation, { kind }) =>
      store.conversations.save(conversation, kind === 'installed' || kind === 'membersAdded'),
    ownChatOf: (person) => store.conversations.personal(person),
    log: report,
    clock,
    newId: randomUUID,
  });
  const render = createRenderNotice(deps, settings);
  const courier = createCourier({
    log: store.log,
    casebook: house.casebook,
    deliveries: store.deliveries,
    conversations: store.conversations,
    messenger: teams.messenger,
    ...(parts.install && { install: parts.install }),
    clock,
    calendar,
    context: house.context,
    render: (delivery, to) => house.names.shown(() => render(delivery, to)),
    onError: (error, delivery) => report.error({ err: error, delivery }, 'message not sent'),
  });
  house.casebook.onChange(() => setImmediate(() => void courier.run()));

  const remind = createReminders({ ...house, deliveries: store.deliveries, clock });
  let caughtUpAt = Date.now();
  let draining = false;
  const catchUp = async () => {
    const count = await house.casebook.catchUp();
    caughtUpAt = Date.now();
    // Own rows too may become readable only after a while, when a store elsewhere vouches for what stands before them.
    if (count > 0) void courier.run();
    return count;
  };
  const lagMs = () => Math.max(Date.now() - caughtUpAt, store.ready?.().log.ageMs ?? 0);
  const readiness = () => {
    const age = lagMs();
    return {
      ready: age < STALE_MS && !draining,
      deltaAgeSeconds: Math.round(age / 1_000),
      closing: draining,
    };
  };
  measure?.lag(() => lagMs() / 1_000);

  const feed = createPortfolioFeed(house.casebook, house.context, () => calendar.localDate(clock()));
  const streams = createEventStreams();
  const server = restify.createServer({ name: 'fardplan', handleUncaughtExceptions: false });
  server.pre(securityHeaders(parts.frameHosts));
  if (measure) server.pre(measure.requests);
  mountHealth(server, readiness);
  server.post('/api/messages', measure ? measure.turns(teams.endpoint) : teams.endpoint);
  mountApi(server, {
    ...house,
    authenticate: parts.authenticate,
    isGuest,
    ...(parts.limit && { limit: parts.limit }),
    log: store.log,
    deliveries: store.deliveries,
    similarTo: house.similar.similarTo,
    ...(parts.documents && { documents: parts.documents }),
    languageFor: (person, clientLocale) =>
      languageFor(person, clientLocale, {
        casebook: house.casebook,
        municipality: parts.language,
        trustClient: parts.trustClientLanguage,
      }),
    textsIn,
    person: (id) => directory.person(id),
    photo: async (id) => (directory.nameOf(id) === undefined ? undefined : directory.photo?.(id)),
    ...(parts.personas && { personas: parts.personas }),
    streams,
    feed,
    recentChanges: createRecentChanges(house.casebook),
    clock,
    newId: randomUUID,
    report,
  });
  if (parts.tabFolder) mountTab(server, parts.tabFolder);

  const timers: NodeJS.Timeout[] = [];
  const closing = new AbortController();
  const failed = (error: unknown) => report.error({ err: error }, 'background work failed');
  const every = (ms: number, work: () => Promise<unknown>) =>
    timers.push(setInterval(() => void work().catch(failed), ms));

  /** What the first who asks would otherwise wait for; it is done in slices. */
  const warmUp = async () => {
    await house.similar.warm(closing.signal);
    if (!closing.signal.aborted) await feed.current();
  };

  let home: FrontDoor | undefined;
  function moveIn(door: FrontDoor): void {
    home = door;
    door.leadTo((req, res) => server.server.emit('request', req, res));
    every(CATCH_UP_MS, catchUp);
    every(COURIER_MS, courier.run);
    every(REMIND_MS, remind);
    every(SNAPSHOT_MS, () => house.keepSnapshot(ROWS_A_SNAPSHOT));
    // What an earlier run has left unsaid is said while the index fills, not after.
    setImmediate(() => void Promise.all([courier.run(), warmUp()]).catch(failed));
  }

  return {
    ...house,
    listen: async (port, host = '127.0.0.1') => {
      const door = await openFrontDoor(port, host);
      moveIn(door);
      return door.url;
    },
    moveIn,
    skipMessages: async () => {
      await house.casebook.catchUp();
      await courier.skipTo(house.casebook.position());
    },
    drain: () => {
      draining = true;
    },
    close: async () => {
      draining = true;
      closing.abort();
      for (const timer of timers) clearInterval(timer);
      streams.closeAll();
      await home?.close(parts.closingMs ?? CLOSING_MS);
      await teams.settled();
      await courier.stop();
      await house.keepSnapshot(1);
      await store.close();
    },
  };
}
