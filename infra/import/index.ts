/** `npm run import -- file.xlsx [--dry-run]`, `npm run import -- --template file.xlsx`. */
import { resolve } from 'node:path';
import { createSwedishCalendar } from '../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../bot/adapters/language/lexicon.ts';
import { openPlace } from './places.ts';
import { runImport } from './run.ts';

const root = resolve(import.meta.dirname, '..', '..');

process.exitCode = await runImport(process.argv.slice(2), {
  open: (data) => openPlace(root, data, process.env),
  folder: process.env.INIT_CWD ?? process.cwd(),
  calendar: createSwedishCalendar(),
  similarity: { lexicon: swedishLexicon() },
  clock: () => new Date().toISOString(),
  stdout: process.stdout,
  stderr: process.stderr,
});
