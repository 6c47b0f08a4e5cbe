import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig, unknownIn } from './config.ts';
import type { ConfigProblem } from './configChecks.ts';
import { onUncaught } from './lastWords.ts';
import { startProduction } from './municipality/startProduction.ts';
import { openMunicipalStore } from './municipality/store.ts';
import { onStopSignal } from './stopSignal.ts';
import { createLogger } from './telemetry/logger.ts';

const NO_TAB: ConfigProblem = {
  name: 'tab/dist',
  problem: 'missing',
  meaning: 'the tab as it is served; it is made by: npx vite build tab',
};

/**
 * The production start. It refuses until everything is configured, and says all that is missing or unsafe at once.
 * Nothing of local mode (personas, open endpoint, sample data) can be reached from here.
 * @returns the exit code.
 */
async function main(): Promise<number> {
  const tabFolder = resolve(import.meta.dirname, '..', 'tab', 'dist');
  const read = readConfig(process.env);
  const unbuilt = existsSync(join(tabFolder, 'index.html')) ? [] : [NO_TAB];
  if ('problems' in read) return refuse([...read.problems, ...unbuilt]);
  if (unbuilt.length > 0) return refuse(unbuilt);
  const { config } = read;
  const instance = process.env.WEBSITE_INSTANCE_ID ?? process.env.HOSTNAME ?? String(process.pid);
  const report = createLogger(config.telemetry.logLevel, instance.slice(0, 40));
  onUncaught((err) => report.error({ err }, 'uncaught error'));
  // No reason to refuse: the version before this one must be able to start with the settings of this one.
  const unknown = unknownIn(process.env);
  if (unknown.length > 0) report.warn({ settings: unknown }, 'settings that nobody reads');
  const stop = onStopSignal();
  let isStarted = false;
  // While the lists are read there is nothing to finish: reading goes on where it was at the next start.
  void stop.asked.then(() => isStarted || process.exit(0));
  try {
    const running = await startProduction(config, {
      openStore: openMunicipalStore(report),
      report,
      tabFolder,
    });
    isStarted = true;
    await stop.asked;
    await running.stop();
    return 0;
  } catch (error) {
    report.error({ err: error }, 'could not start');
    return 1;
  } finally {
    stop.dispose();
  }
}

function refuse(problems: readonly ConfigProblem[]): number {
  console.error('Färdplan cannot start in production. Put these right first:');
  for (const { name, problem, meaning } of problems) console.error(`  ${name} (${problem}): ${meaning}`);
  console.error('Varje inställning förklaras på svenska i docs/operations.md, kapitel 9.');
  console.error('To try Färdplan on this machine instead, run: npm start');
  return 1;
}

process.exitCode = await main();

// Everything is closed by now; should something still hold the process, it is not worth waiting for.
setTimeout(() => process.exit(), 2_000).unref();
