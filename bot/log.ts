/**
 * `npm run log -- verify | show ID | export`: looks into the embedded store's event log, changes nothing.
 * Exit code: 0 fine, 1 the log is broken or the ID unknown, 2 not carried out.
 */
import { runLogCli } from './adapters/sqlite/logCli/index.ts';

process.exitCode = await runLogCli(process.argv.slice(2), process);
