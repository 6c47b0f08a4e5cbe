/**
 * `npm run log -- verify | show ID | export | restore FILE`, on a data folder or the municipality's SharePoint.
 * Exit code: 0 fine, 1 the log is broken, the ID unknown or the export refused, 2 not carried out.
 */
import { runLogCli } from './logCli/index.ts';
import { logDoors } from './municipality/logDoors.ts';

const main = ({ argv, env, stdout, stderr }: typeof process): Promise<number> =>
  runLogCli(argv.slice(2), { stdout, stderr }, logDoors(env));

process.exitCode = await main(process);
