/** `npm run rows -- rebuild`: makes the readable lists in SharePoint like the log. Exit code: 0 done, 2 not carried out. */
import { readConfig } from './config.ts';
import { connectMunicipality } from './municipality/graph.ts';
import { ROWS_USAGE, rebuildRows } from './municipality/rowsCommand.ts';

async function main({ argv, env, stdout, stderr }: typeof process): Promise<number> {
  if (argv[2] !== 'rebuild') {
    stderr.write(ROWS_USAGE);
    return 2;
  }
  const read = readConfig(env);
  if ('problems' in read) {
    for (const { name, problem, meaning } of read.problems)
      stderr.write(`${name} (${problem}): ${meaning}\n`);
    return 2;
  }
  const { config } = read;
  return rebuildRows(connectMunicipality(config), config, { say: (line) => void stdout.write(`${line}\n`) });
}

process.exitCode = await main(process);
