import { readConfig } from './config.ts';

/**
 * The production start. It refuses until everything is configured, and says all that is missing at once.
 * Nothing of local mode (personas, open endpoint, sample data) can be reached from here.
 */
function main(): number {
  const read = readConfig(process.env);
  if ('problems' in read) {
    console.error('Färdplan cannot start in production. Set these first:');
    for (const { name, problem, meaning } of read.problems)
      console.error(`  ${name} (${problem}): ${meaning}`);
    console.error('To try Färdplan on this machine instead, run: npm start');
    return 1;
  }
  console.error('This version of Färdplan has no SharePoint store yet, so it cannot run in production.');
  return 1;
}

process.exitCode = main();
