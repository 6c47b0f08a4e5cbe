import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bot/local/ports.ts';
import { ROOT } from '../repo/files.ts';
import { ensureSomeTab } from '../tab/builtTab.ts';
import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';

const START_MS = 60_000;
/**
 * A range for each process of tests, since a port that is free now may be promised to another's instance; and below
 * those that a system gives to outgoing connections.
 */
const FIRST_PORT = 10_000 + 100 * (process.pid % 200);

export type Ran = { readonly code: number | null; readonly said: string };

/** Runs a program of ours in the tenant's world and waits for its end. */
export async function runProgram(
  tenant: Tenant,
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const child = start(tenant, [file, ...args], env);
  const said = listening(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said() };
}

export type Instance = {
  readonly url: string;
  readonly port: number;
  /** What it has written to its log so far: one JSON object a line. */
  readonly output: () => string;
  /** From the start of the process until it was ready for work. */
  readonly startedMs: number;
  readonly pid: number;
  readonly child: ChildProcess;
  /** As the platform ends an instance. @returns the exit code */
  readonly stop: () => Promise<number | null>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  readonly isUp: () => boolean;
};

export type InstanceOptions = {
  /** Folder of its copy of the lists; one of its own that is removed with it, when left out. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Waited for before it counts as started; `/readyz` unless told otherwise. */
  readonly until?: 'ready' | 'alive';
  /** Flags of Node, e.g. to look into the process. */
  readonly flags?: readonly string[];
  /** Another program that does the same, told by messages what a bench wants to know. */
  readonly program?: string;
  readonly args?: readonly string[];
};

/** Starts the real program, told what to be by its environment only, and waits until it may be given work. */
export async function startInstance(tenant: Tenant, options: InstanceOptions = {}): Promise<Instance> {
  ensureSomeTab();
  const own = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'production-')) : undefined;
  const port = await nextPort();
  const begun = performance.now();
  const { flags = [], program = 'bot/index.ts', args = [] } = options;
  const child = start(tenant, [...flags, program, ...args], {
    ...settingsFor(tenant),
    PORT: String(port),
    FARDPLAN_DATA_DIR: options.dataDir ?? own ?? '',
    ...options.env,
  });
  const output = listening(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const isUp = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (isUp()) child.kill(signal);
    const [code] = await closed;
    if (own) rmSync(own, { recursive: true, force: true, maxRetries: 3 });
    return code;
  };
  const url = `http://127.0.0.1:${port}`;
  const path = options.until === 'alive' ? '/healthz' : '/readyz';
  while (!(await isOk(`${url}${path}`))) {
    if (!isUp()) throw new Error(`the instance ended by itself:\n${output()}`);
    if (performance.now() - begun > START_MS) {
      await end('SIGKILL');
      throw new Error(`not ready in ${START_MS} ms:\n${output()}`);
    }
    await pause(20);
  }
  return {
    url,
    port,
    output,
    startedMs: performance.now() - begun,
    pid: child.pid ?? 0,
    child,
    isUp,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** Ports of instances that may be starting at the same moment must differ. */
let lastPort = FIRST_PORT;
async function nextPort(): Promise<number> {
  lastPort = await freePort(lastPort + 1);
  return lastPort;
}

/** What an operator sets for the sample tenant; credentials are secrets, as the stand-in for Entra takes them. */
const settingsFor = (tenant: Tenant): Record<string, string> => ({
  FARDPLAN_TENANT_ID: SAMPLE.tenantId,
  FARDPLAN_BOT_APP_ID: SAMPLE.botApp,
  FARDPLAN_BOT_IDENTITY: 'secret',
  FARDPLAN_BOT_SECRET: SAMPLE.botSecret,
  FARDPLAN_TAB_APP_ID: SAMPLE.tabApp,
  FARDPLAN_TAB_URL: 'https://fardplan.lindbacka.example/tab/',
  FARDPLAN_TEAMS_APP_ID: SAMPLE.teamsExternalId,
  FARDPLAN_GRAPH_APP_ID: SAMPLE.serviceApp,
  FARDPLAN_GRAPH_IDENTITY: 'secret',
  FARDPLAN_GRAPH_SECRET: SAMPLE.serviceSecret,
  FARDPLAN_LOG_SITE_ID: tenant.sharePoint.site(SAMPLE.logSite).id,
  FARDPLAN_PORTFOLIO_SITE_ID: tenant.sharePoint.site(SAMPLE.portfolioSite).id,
  FARDPLAN_LISTEN: '127.0.0.1',
});

/** With nothing of this process's own environment but where programs are found, and where Node keeps what it compiled. */
function start(tenant: Tenant, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  if (!tenant.network) throw new Error('The tenant must listen: start it with `network: true`.');
  const { flags, env: route } = tenant.network.reroute;
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  return spawn(process.execPath, [...flags, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH, NODE_COMPILE_CACHE, ...route, ...env },
  });
}

function listening(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  return () => text;
}

const isOk = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
