/** `npm run import -- file.xlsx [--dry-run]`, `npm run import -- --template file.xlsx`. */
import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../bot/adapters/language/lexicon.ts';
import { createSampleDirectory } from '../../bot/local/directory.ts';
import { openPlace } from './place.ts';
import { runImport } from './run.ts';

process.exitCode = await runImport(process.argv.slice(2), {
  open: (data) => openPlace(data, process.env, { people: createSampleDirectory(), mustExist: true }),
  folder: process.env.INIT_CWD ?? process.cwd(),
  calendar: createSwedishCalendar(),
  similarity: { lexicon: swedishLexicon() },
  clock: () => new Date().toISOString(),
  stdout: process.stdout,
  stderr: process.stderr,
});
