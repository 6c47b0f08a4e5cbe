import { resolve } from 'node:path';
import { readConfig } from './config.ts';
import type { ConfigProblem } from './configChecks.ts';
import { startProduction } from './municipality/startProduction.ts';
import { openMunicipalStore } from './municipality/store.ts';
import { onStopSignal } from './stopSignal.ts';
import { createLogger } from './telemetry/logger.ts';

/**
 * The production start. It refuses until everything is configured, and says all that is missing or unsafe at once.
 * Nothing of local mode (personas, open endpoint, sample data) can be reached from here.
 * @returns the exit code.
 */
async function main(): Promise<number> {
  const read = readConfig(process.env);
  if ('problems' in read) return refuse(read.problems);
  const { config } = read;
  const instance = process.env.WEBSITE_INSTANCE_ID ?? process.env.HOSTNAME ?? String(process.pid);
  const report = createLogger(config.telemetry.logLevel, instance.slice(0, 40));
  const stop = onStopSignal();
  let isStarted = false;
  // While the lists are read there is nothing to finish: reading goes on where it was at the next start.
  void stop.asked.then(() => isStarted || process.exit(0));
  try {
    const running = await startProduction(config, {
      openStore: openMunicipalStore(report),
      report,
      tabFolder: resolve(import.meta.dirname, '..', 'tab', 'dist'),
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
  console.error('To try Färdplan on this machine instead, run: npm start');
  return 1;
}

process.exitCode = await main();

// Everything is closed by now; should something still hold the process, it is not worth waiting for.
setTimeout(() => process.exit(), 2_000).unref();
