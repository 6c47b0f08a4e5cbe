import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Persona } from './personas.ts';
import { type Playground, PlaygroundNotStarted, startPlayground } from './playground.ts';
import { freePort } from './ports.ts';

const FIRST_PORT = 56_150;
const ATTEMPTS = 3;
/** Ctrl-C reaches a Playground before us: its end is only news when nobody has asked for ours by then. */
const NEWS_MS = 400;

export type PlaygroundsOptions = {
  readonly personas: readonly Persona[];
  readonly botUrl: string;
  /** Each Playground gets a folder of its own in it. */
  readonly folder: string;
  readonly firstPort?: number;
  readonly say: (line: string) => void;
  readonly isStopping: () => boolean;
};

/** One Playground per persona. One that does not start, or ends by itself, is told of; the rest go on. */
export async function startPlaygrounds(options: PlaygroundsOptions): Promise<readonly Playground[]> {
  const { personas, firstPort = FIRST_PORT, say } = options;
  const ports = new Set<number>();
  const planned: { persona: Persona; port: number }[] = [];
  for (const [index, persona] of personas.entries()) {
    const wanted = firstPort + index;
    const port = await freePort(wanted, ports);
    ports.add(port);
    planned.push({ persona, port });
  }
  for (const [index, { persona, port }] of planned.entries()) {
    const wanted = firstPort + index;
    if (!ports.has(wanted)) say(`Port ${wanted} är upptagen. Chatten för ${persona.name} får port ${port}.`);
  }
  const started = await Promise.all(planned.map((plan) => startOne(plan, ports, options)));
  const running = started.filter((playground) => playground !== undefined);
  for (const playground of running) void watch(playground, options);
  return running;
}

async function startOne(
  { persona, port }: { persona: Persona; port: number },
  ports: Set<number>,
  { botUrl, folder, say, isStopping }: PlaygroundsOptions,
): Promise<Playground | undefined> {
  let at = port;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPlayground({ persona, botUrl, port: at, folder: join(folder, persona.alias) });
    } catch (error) {
      if (!(error instanceof PlaygroundNotStarted)) throw error;
      if (isStopping()) return undefined;
      if (attempt === ATTEMPTS || !error.portTaken) {
        say(`Chatten för ${persona.name} startade inte: ${error.message}. Resten fortsätter.`);
        return undefined;
      }
      at = await freePort(at + 1, ports);
      ports.add(at);
    }
  }
}

async function watch(
  { ended, persona, logFile }: Playground,
  { say, isStopping }: PlaygroundsOptions,
): Promise<void> {
  const how = await ended;
  await sleep(NEWS_MS, undefined, { ref: false });
  if (isStopping()) return;
  say(`Chatten för ${persona.name} avslutades oväntat (${how}). Resten fortsätter. Logg: ${logFile}`);
}
