/**
 * The production program as a bench looks into it: the same start as `bot/index.ts`, and answers to what it uses. With
 * `without-courier` no message is sent unasked, so that every call to Graph belongs to a turn.
 */
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readConfig } from '../../../bot/config.ts';
import { type ProductionParts, startProduction } from '../../../bot/municipality/startProduction.ts';
import { openMunicipalStore } from '../../../bot/municipality/store.ts';
import { onStopSignal } from '../../../bot/stopSignal.ts';
import { createLogger } from '../../../bot/telemetry/logger.ts';
import type { Question, Usage } from './protocol.ts';

const read = readConfig(process.env);
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
const report = createLogger('warn', 'bench');

const open = openMunicipalStore(report);
const withoutCourier: ProductionParts['openStore'] = async (config, onCall) => {
  const { store, ...rest } = await open(config, onCall);
  const checkpoint = () => Promise.reject(new Error('this bench has no courier'));
  return { ...rest, store: { ...store, deliveries: { ...store.deliveries, checkpoint } } };
};

const isQuiet = process.argv.includes('without-courier');
const running = await startProduction(read.config, {
  openStore: isQuiet ? withoutCourier : open,
  report: isQuiet ? { ...silent(), error: () => undefined } : report,
  tabFolder: resolve(import.meta.dirname, '../../../tab/dist'),
  drainMs: 0,
});

const OPEN_FILES = '/proc/self/fd';

const counted = (kinds: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));

/** `socket`, `pipe`, or a file's name. The folder that is read is open itself meanwhile, and gone when it is looked at. */
function kindOfFile(descriptor: string): string[] {
  try {
    const leadsTo = readlinkSync(join(OPEN_FILES, descriptor));
    return [leadsTo.startsWith('/') ? basename(leadsTo) : leadsTo.replace(/:\[\d+\]$/, '')];
  } catch {
    return [];
  }
}

const warnings: string[] = [];
process.on('warning', ({ name, message }) => void warnings.push(`${name}: ${message}`));

process.on('message', (question: Question) => {
  if (question === 'usage') for (let times = 0; times < 2; times += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({
    cpuMs: (user + system) / 1_000,
    heapBytes: heapUsed,
    rssBytes: rss,
    externalBytes: external,
    handles: counted(process.getActiveResourcesInfo()),
    files: counted(existsSync(OPEN_FILES) ? readdirSync(OPEN_FILES).flatMap(kindOfFile) : []),
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
    warnings,
  } satisfies Usage);
});

await onStopSignal().asked;
await running.stop();
process.exit();

function silent() {
  const nothing = () => undefined;
  return { debug: nothing, info: nothing, warn: nothing };
}
