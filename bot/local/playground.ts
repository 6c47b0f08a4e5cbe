import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Persona } from './personas.ts';
import { playgroundConfigText } from './playgroundConfig.ts';

export type PlaygroundOptions = {
  readonly persona: Persona;
  /** The bot's endpoint, e.g. http://127.0.0.1:3978/api/messages */
  readonly botUrl: string;
  /** Free a moment ago. */
  readonly port: number;
  /** The persona's own folder, for configuration and log. */
  readonly folder: string;
};

export type Playground = {
  readonly persona: Persona;
  readonly url: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when it has ended, whoever ended it, with what it ended by. */
  readonly ended: Promise<string>;
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>;
};

/** It did not start. The message says why, in the Playground's own words where it has any. */
export class PlaygroundNotStarted extends Error {
  readonly code = 'playground-not-started';
  /** Somebody was quicker: worth another try with another port. */
  readonly portTaken: boolean;
  constructor(message: string, portTaken: boolean) {
    super(message);
    this.portTaken = portTaken;
  }
}

const START_MS = 30_000;
const ANSWER_MS = 5_000;
const STOP_MS = 3_000;
const MOST_WORDS = 1_000;
const LISTENING = /Listening on (\d+)/;

/**
 * Starts one Microsoft 365 Agents Playground, signed in as the persona. Ready when it listens and has taken its
 * configuration: a wrong one ends it after it has begun to listen.
 * @throws PlaygroundNotStarted
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { persona, port, folder } = options;
  const logFile = join(folder, 'playground.log');
  const child = launch(options, logFile);
  const complaints = lastWords(child);
  const fail = (what: string, portTaken = false): never => {
    const why = errorsIn(logFile) || complaints();
    throw new PlaygroundNotStarted(`the Playground ${what}${why ? `: ${why}` : ''}`, portTaken);
  };
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `kod ${code}`));
  });
  const stop = () => end(child, ended);
  // Should the port have been taken since we looked, the Playground picks another one without saying so.
  const ready = async (): Promise<string> => {
    const url = `http://127.0.0.1:${await listeningPort(child)}`;
    if (url !== `http://127.0.0.1:${port}`) fail(`found port ${port} taken`, true);
    return (await configured(url, child)) ? url : fail('ended while starting');
  };
  try {
    const url = await Promise.race([
      ready(),
      ended.then((how) => fail(`ended while starting (${how})`)),
      sleep(START_MS, undefined, { ref: false }).then(() => fail('did not start in time')),
    ]);
    return { persona, url, pid: child.pid ?? 0, logFile, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function launch({ persona, botUrl, port, folder }: PlaygroundOptions, logFile: string): ChildProcess {
  mkdirSync(folder, { recursive: true });
  rmSync(logFile, { force: true });
  const config = join(folder, '.m365agentsplayground.yml');
  writeFileSync(config, playgroundConfigText(persona));
  const preload = join(import.meta.dirname, 'playgroundPreload.cjs');
  const args = [
    '--require',
    preload,
    cliFile(),
    'start',
    '-e',
    botUrl,
    '-c',
    'msteams',
    '-p',
    String(port),
    '--dt',
  ];
  return spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      TZ: 'Europe/Stockholm',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    },
  });
}

const cliFile = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((found) => {
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      const port = LISTENING.exec(line)?.[1];
      if (port) found(Number(port));
    });
  });
}

/** Its configuration is read after it has begun to listen; a refused one ends it before it answers. */
async function configured(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(`${url}/_internal/v1/testConfig`, { signal }).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(50);
  }
  return false;
}

async function end(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(hard);
}

/** What it said on its error stream, the end of it. */
function lastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-MOST_WORDS);
  });
  return () => words.trim();
}

function errorsIn(logFile: string): string {
  try {
    const lines = readFileSync(logFile, 'utf8').split('\n');
    return lines
      .filter((line) => line.startsWith('error'))
      .join(' ')
      .slice(0, MOST_WORDS);
  } catch {
    return '';
  }
}
