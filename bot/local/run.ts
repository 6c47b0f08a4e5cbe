import { join, resolve } from 'node:path';
import { createSwedishCalendar } from '../adapters/calendar/swedishCalendar.ts';
import { openStore, type Store, storeFile } from '../adapters/sqlite/index.ts';
import { onStopSignal, type StopSignal } from '../stopSignal.ts';
import { fillOnFirstStart } from './firstStart.ts';
import { guide } from './guide.ts';
import { takeLock } from './lockFile.ts';
import { type LocalOptions, readOptions } from './options.ts';
import { FIRST_PERSONAS, type Persona } from './personas.ts';
import { startPlaygrounds } from './playgrounds.ts';
import { freePort } from './ports.ts';
import { showProgress } from './progress.ts';

/** A server that has been put together on an open store and does not listen yet. `close` closes the store too. */
export type LocalServer = {
  /** On loopback. @returns the address, e.g. http://127.0.0.1:3978 */
  readonly listen: (port: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

export type OpenLocalServer = (parts: {
  readonly store: Store;
  readonly dataDir: string;
  /** Those asked for, beside the usual ones. */
  readonly personas: readonly Persona[];
  /** Where it will listen, for links. */
  readonly url: string;
}) => Promise<LocalServer>;

export type LocalDeps = {
  /** The repository; relative folders count from it. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly openServer: OpenLocalServer;
  readonly buildTab: (say: (line: string) => void) => Promise<void>;
  readonly say: (line: string) => void;
};

/**
 * Local mode from start to end: fills the store the first time, starts the server and the Playgrounds, prints where
 * to go, waits for Ctrl-C and ends all of it.
 * @returns the exit code.
 */
export async function runLocal(args: readonly string[], deps: LocalDeps): Promise<number> {
  const { root, env, say } = deps;
  if (env.NODE_ENV === 'production') {
    say('Lokalt läge kan inte startas med NODE_ENV=production: där finns öppna dörrar och exempeldata.');
    return 1;
  }
  const read = readOptions(args);
  if ('help' in read || 'problem' in read) {
    say('help' in read ? read.help : read.problem);
    return 'help' in read ? 0 : 2;
  }
  const dataDir = resolve(root, read.options.data);
  const lock = takeLock(dataDir);
  if ('heldBy' in lock) {
    say(
      `Färdplan körs redan med data i ${dataDir} (process ${lock.heldBy}). Avsluta den, eller välj --data.`,
    );
    return 1;
  }
  const stop = onStopSignal();
  const closing: (() => Promise<void>)[] = [];
  try {
    await start({ ...deps, dataDir, options: read.options, stop, closing });
    await stop.asked;
    say('Avslutar …');
    return 0;
  } catch (error) {
    if (stop.isAsked()) return 0;
    say(`Färdplan kunde inte starta: ${messageOf(error)}`);
    return 1;
  } finally {
    await closeAll(closing, say);
    lock.release();
    stop.dispose();
  }
}

type Starting = LocalDeps & {
  readonly dataDir: string;
  readonly options: LocalOptions;
  readonly stop: StopSignal;
  /** What is to be closed at the end, last first. */
  readonly closing: (() => Promise<void>)[];
};

async function start(starting: Starting): Promise<void> {
  const { dataDir, options, stop, closing, say, openServer, buildTab } = starting;
  await buildTab(say);
  const store = openStore(storeFile(dataDir));
  closing.push(() => store.close());
  if (stop.isAsked()) return;
  await fill(store, starting);
  if (stop.isAsked()) return;
  const port = await freePort(options.port);
  if (port !== options.port) say(`Port ${options.port} är upptagen. Servern får port ${port}.`);
  const server = await openServer({
    store,
    dataDir,
    personas: options.personas,
    url: `http://127.0.0.1:${port}`,
  });
  closing.push(() => server.close());
  const url = await server.listen(port);
  if (stop.isAsked()) return;
  const personas = options.playground ? everyPersona(options.personas) : [];
  if (personas.length > 0) say(`Startar ${personas.length} chattfönster …`);
  const playgrounds = await startPlaygrounds({
    personas,
    botUrl: `${url}/api/messages`,
    folder: join(dataDir, 'playground'),
    say,
    isStopping: stop.isAsked,
  });
  for (const playground of playgrounds) closing.push(() => playground.stop());
  if (!stop.isAsked())
    say(guide(url, playgrounds, options.playground ? personas : everyPersona(options.personas)));
}

async function fill(store: Store, { dataDir, options, say }: Starting): Promise<void> {
  const progress = showProgress('Fyller på med Ekhamra kommun', say);
  const filled = await fillOnFirstStart({
    dataDir,
    store,
    calendar: createSwedishCalendar(),
    now: new Date().toISOString(),
    empty: options.empty,
    onProgress: progress,
  });
  if (filled === 'all') say('Ekhamra kommun är på plats: organisationen och tolv förslag.');
  if (filled === 'organisation') say('Ekhamras organisation är på plats. Portföljen är tom.');
  if (filled === 'kept' && options.empty) say('Data finns redan och behålls. Börja om med npm run reset.');
}

const everyPersona = (more: readonly Persona[]): readonly Persona[] => [
  ...new Map([...FIRST_PERSONAS, ...more].map((persona) => [persona.id, persona])).values(),
];

/** Last opened, first closed; one that fails does not keep the others open. */
async function closeAll(closing: readonly (() => Promise<void>)[], say: LocalDeps['say']): Promise<void> {
  for (const close of closing.toReversed())
    await close().catch((error: unknown) => say(`Avslutades inte rent: ${messageOf(error)}`));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
