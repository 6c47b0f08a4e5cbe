/** `npm run rows -- rebuild`: makes the readable lists in SharePoint like the log. Exit code: 0 done, 2 not carried out. */
import { explainTrouble } from './municipality/explainTrouble.ts';
import { connectMunicipality } from './municipality/graph.ts';
import { ROWS_USAGE, rebuildRows } from './municipality/rowsCommand.ts';
import { readRowsSettings } from './municipality/storeSettings.ts';

async function main({ argv, env, stdout, stderr }: typeof process): Promise<number> {
  if (argv.length !== 3 || argv[2] !== 'rebuild') {
    stderr.write(ROWS_USAGE);
    return 2;
  }
  try {
    const settings = readRowsSettings(env);
    await rebuildRows(connectMunicipality(settings), settings, (line) => void stdout.write(`${line}\n`));
    return 0;
  } catch (error) {
    const trouble = explainTrouble(error);
    if (!trouble) throw error;
    stderr.write(`${trouble}\n`);
    return 2;
  }
}

process.exitCode = await main(process);
