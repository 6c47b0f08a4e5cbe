import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { DEFAULT_MODEL } from '../domain/model/governanceModel.ts';
import { createSwedishCalendar } from './adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from './adapters/language/lexicon.ts';
import { mountApi } from './api/api.ts';
import type { Authenticate } from './api/deps.ts';
import { createPortfolioFeed } from './api/portfolioFeed.ts';
import { mountTab } from './api/tabFiles.ts';
import type { Language } from './app/casebook.ts';
import { createCourier } from './app/courier.ts';
import { type House, openHouse } from './app/house.ts';
import type { Conversations, Deliveries, Directory, EventLog, Person } from './app/ports/index.ts';
import { languageFor } from './app/preferences.ts';
import type { Deps } from './handlers/ask.ts';
import { createRenderNotice } from './handlers/notices.ts';
import { createBot } from './handlers/router.ts';
import { createReminders } from './reminders/reminders.ts';
import { createTeams } from './teams/createTeams.ts';
import type { EdgeLog } from './teams/edgeLog.ts';
import type { Guard } from './teams/guard/guard.ts';
import { createTexts } from './texts/texts.ts';

/** Other instances' rows are read this often; own rows are known at once. */
const CATCH_UP_MS = 1_500;
const REMIND_MS = 60_000;
const COURIER_MS = 5_000;
/** Requests under way have this long to end when the server closes. */
const CLOSING_MS = 2_000;

export type ServerParts = {
  readonly store: {
    readonly log: EventLog;
    readonly deliveries: Deliveries;
    readonly conversations: Conversations;
    readonly close: () => Promise<void>;
  };
  readonly directory: Directory;
  /** How Teams proves itself; local mode brings a guard of its own. */
  readonly guard: Guard;
  readonly authenticate: Authenticate;
  /** Local mode only. */
  readonly personas?: () => readonly Person[];
  readonly unitOf: (person: string) => string | undefined;
  readonly language: Language;
  /** Local mode's client always claims to be English; there the client's language is not asked. */
  readonly trustClientLanguage: boolean;
  /** Folder of the built tab. */
  readonly tabFolder?: string;
  readonly tabUrl: (initiative: string) => string | undefined;
  readonly report: EdgeLog;
  readonly clock?: () => string;
};

export type FardplanServer = House & {
  /** Loopback unless told otherwise. @returns the address, e.g. http://127.0.0.1:3978 */
  readonly listen: (port: number, host?: string) => Promise<string>;
  /** Rows written so far call for no messages (sample data, import). */
  readonly skipMessages: () => Promise<void>;
  /** Stops taking turns, finishes what is under way, closes the store. */
  readonly close: () => Promise<void>;
};

/** Wires the house: one store, one casebook, one `handle`; the bot, the API and the reminders all go through it. */
export async function createServer(parts: ServerParts): Promise<FardplanServer> {
  const { store, directory, report } = parts;
  const clock = parts.clock ?? (() => new Date().toISOString());
  const calendar = createSwedishCalendar();
  const house = await openHouse({
    log: store.log,
    directory,
    clock,
    calendar,
    model: DEFAULT_MODEL,
    similarity: { lexicon: swedishLexicon() },
  });
  const textsIn = createTexts();
  const deps: Deps = {
    ...house,
    model: DEFAULT_MODEL,
    similarTo: house.similar.similarTo,
    unitOf: parts.unitOf,
    deliveries: store.deliveries,
    conversations: store.conversations,
    wake: () => void courier.run(),
    textsIn,
    newId: randomUUID,
    clock,
    tabUrl: parts.tabUrl,
  };
  const settings = { municipalityLanguage: parts.language, trustClientLanguage: parts.trustClientLanguage };
  const bot = createBot(deps, settings, (facts, message) => report.warn(facts, message));
  const teams = createTeams({
    guard: parts.guard,
    handle: bot.handle,
    onError: bot.onError,
    texts: {
      workingOnIt: (turn) => bot.textsFor(turn).t('notices.working.text'),
      failed: (turn) => bot.textsFor(turn).t('notices.failed.text', { id: turn.correlationId }),
      received: (turn) => bot.textsFor(turn).t('notices.received.text'),
    },
    onConversation: (conversation) => store.conversations.save(conversation),
    log: report,
    clock,
    newId: randomUUID,
  });
  const courier = createCourier({
    log: store.log,
    casebook: house.casebook,
    deliveries: store.deliveries,
    conversations: store.conversations,
    messenger: teams.messenger,
    clock,
    calendar,
    context: house.context,
    render: createRenderNotice(deps, settings),
    onError: (error, delivery) => report.error({ err: error, delivery }, 'message not sent'),
  });
  house.casebook.onChange(() => setImmediate(() => void courier.run()));

  const remind = createReminders({ ...house, deliveries: store.deliveries, clock });
  const streams = new Set<ServerResponse>();
  const server = restify.createServer({ name: 'fardplan', handleUncaughtExceptions: false });
  server.post('/api/messages', teams.endpoint);
  mountApi(server, {
    ...house,
    authenticate: parts.authenticate,
    log: store.log,
    deliveries: store.deliveries,
    similarTo: house.similar.similarTo,
    languageFor: (person, clientLocale) =>
      languageFor(person, clientLocale, {
        casebook: house.casebook,
        municipality: parts.language,
        trustClient: parts.trustClientLanguage,
      }),
    textsIn,
    person: (id) => directory.person(id),
    ...(parts.personas && { personas: parts.personas }),
    streams,
    feed: createPortfolioFeed(house.casebook, house.context, () => calendar.localDate(clock())),
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

  return {
    ...house,
    listen: async (port, host = '127.0.0.1') => {
      await new Promise<void>((done, refused) => {
        server.once('error', refused);
        server.listen(port, host, done);
      });
      server.on('error', failed);
      every(CATCH_UP_MS, house.casebook.catchUp);
      every(COURIER_MS, courier.run);
      every(REMIND_MS, remind);
      // What an earlier run has left unsaid is said while the index fills, not after.
      setImmediate(() => void Promise.all([courier.run(), house.similar.warm(closing.signal)]).catch(failed));
      return `http://${host}:${(server.server.address() as AddressInfo).port}`;
    },
    skipMessages: async () => {
      await house.casebook.catchUp();
      await courier.skipTo(house.casebook.position());
    },
    close: async () => {
      closing.abort();
      for (const timer of timers) clearInterval(timer);
      for (const stream of streams) stream.end();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.server.closeIdleConnections();
      const impatience = setTimeout(() => server.server.closeAllConnections(), CLOSING_MS);
      await closed;
      clearTimeout(impatience);
      await teams.settled();
      await courier.stop();
      await store.close();
    },
  };
}
