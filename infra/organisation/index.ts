/** `npm run organisation -- file.xlsx [--dry-run] [--end DAY]`, `npm run organisation -- --template file.xlsx`. */
import { openPlace } from '../import/place.ts';
import { AS_WRITTEN } from './findPeople.ts';
import { runOrganisation } from './run.ts';

process.exitCode = await runOrganisation(process.argv.slice(2), {
  open: (data) => openPlace(data, process.env, { people: AS_WRITTEN }),
  folder: process.env.INIT_CWD ?? process.cwd(),
  clock: () => new Date().toISOString(),
  stdout: process.stdout,
  stderr: process.stderr,
});
