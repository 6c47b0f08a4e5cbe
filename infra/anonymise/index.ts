/** `npm run anonymise -- ENTRA-ID [--dry-run]`. */
import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../bot/adapters/language/lexicon.ts';
import { createSampleDirectory } from '../../bot/local/directory.ts';
import { openPlace } from '../import/place.ts';
import { runAnonymise } from './run.ts';

process.exitCode = await runAnonymise(process.argv.slice(2), {
  open: (data) => openPlace(data, process.env, { people: createSampleDirectory(), mustExist: true }),
  calendar: createSwedishCalendar(),
  similarity: { lexicon: swedishLexicon() },
  clock: () => new Date().toISOString(),
  stdout: process.stdout,
  stderr: process.stderr,
});
